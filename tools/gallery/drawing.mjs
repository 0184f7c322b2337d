// Draws HTML made of Discord components into pictures.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import gifenc from 'gifenc';
import UPNG from 'upng-js';

const { GIFEncoder, applyPalette, quantize } = gifenc;
// As many colours as text on a few plain grounds needs; it makes a picture a third as large.
const COLOURS = 128;

// All that a page needs, in itself: the components and the style sheet.
export async function head() {
  const here = (name) => fileURLToPath(new URL(name, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [here('components.mjs')], bundle: true, minify: true, write: false, format: 'iife', target: 'chrome120',
  });
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><style>${await readFile(here('page.css'), 'utf8')}</style><script>${script}</script>`;
}

// A screenshot of what matches `selector`, as PNG.
export async function draw(page, html, selector = 'discord-messages') {
  const problems = [];
  const note = (problem) => problems.push(problem.message ?? problem.text());
  page.on('pageerror', note);
  // A page that was written into keeps its components; a fresh one has none.
  await page.goto('about:blank');
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(async () => {
    await Promise.all([...document.querySelectorAll('*')].map((element) => element.updateComplete));
    await document.fonts.ready;
  });
  const png = await page.locator(selector).screenshot();
  page.off('pageerror', note);
  if (problems.length) throw new Error(problems.join('\n'));
  return png;
}

// The same picture with few colours.
export function smaller(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
}

// Screenshots of one size as a GIF that repeats for ever, each shown for its delay in milliseconds.
export function animation(frames) {
  const gif = GIFEncoder();
  for (const { png, delay } of frames) {
    const image = UPNG.decode(png);
    const pixels = new Uint8Array(UPNG.toRGBA8(image)[0]);
    const palette = quantize(pixels, COLOURS);
    gif.writeFrame(applyPalette(pixels, palette), image.width, image.height, { palette, delay });
  }
  gif.finish();
  return Buffer.from(gif.bytes());
}
