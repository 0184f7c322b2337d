// Draws replies into pictures: `node gallery.mjs replies.json folder [--only name,…]`.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import UPNG from 'upng-js';
import { launch } from './chromium.mjs';
import { toMessages } from './message.mjs';

const USAGE = 'Usage: node gallery.mjs <replies.json> <folder> [--only <name,…>]';
const WIDTHS = { desktop: 820, phone: 400 };
const THEMES = ['light', 'dark'];
const SCALE = 2;
// As many colours as text on a few plain grounds needs; it makes a picture a third as large.
const COLOURS = 128;

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
  if (positionals.length !== 2) throw new Error(USAGE);
  const [input, folder] = positionals;
  const replies = chosen(await read(input), values.only);
  await mkdir(folder, { recursive: true });
  const shell = await head();
  const browser = await launch();
  try {
    for (const [device, width] of Object.entries(WIDTHS)) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, deviceScaleFactor: SCALE });
      for (const reply of replies) for (const theme of THEMES) {
        const path = join(folder, `${reply.name}-${theme}-${device}.png`);
        const picture = await draw(page, `${shell}<body class="${theme} ${device}">${toMessages(reply, theme)}</body>`);
        await writeFile(path, picture);
        console.log(`${path} ${Math.ceil(picture.length / 1024)} KiB`);
      }
    }
  } finally {
    await browser.close();
  }
}

async function read(path) {
  const replies = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(replies)) throw new Error(`${path}: not an array of replies`);
  for (const [index, { name, message }] of replies.entries()) {
    if (!/^[\w-]+$/.test(name ?? '')) throw new Error(`${path}: entry ${index} needs a "name" of letters, digits, - and _`);
    if (!message) throw new Error(`${path}: ${name}: no "message"`);
  }
  return replies;
}

function chosen(replies, only) {
  if (!only) return replies;
  const names = only.split(',');
  const unknown = names.filter((name) => !replies.some((reply) => reply.name === name));
  if (unknown.length) throw new Error(`--only: no reply is called ${unknown.join(', ')}`);
  return replies.filter(({ name }) => names.includes(name));
}

// All that a page needs, in itself: the components and the style sheet.
async function head() {
  const here = (name) => fileURLToPath(new URL(name, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [here('components.mjs')], bundle: true, minify: true, write: false, format: 'iife', target: 'chrome120',
  });
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><style>${await readFile(here('page.css'), 'utf8')}</style><script>${script}</script>`;
}

async function draw(page, html) {
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
  const png = await page.locator('discord-messages').screenshot();
  page.off('pageerror', note);
  if (problems.length) throw new Error(problems.join('\n'));
  return smaller(png);
}

function smaller(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
