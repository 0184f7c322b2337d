// Checks that text-fragment links lead to the right sentence: `node fragment.mjs links.jsonl`.
//
// Each line is `{ "page": "page.html", "link": "https://…#:~:text=…", "sentence": "…" }`; a page's path
// counts from the file of links. The browser opens each page at the link's fragment, as from a link
// on another site. The check holds if the beginning of the sentence is in view and highlighted, and
// nothing outside of the sentence is.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import UPNG from 'upng-js';
import { launch } from './chromium.mjs';

const USAGE = 'Usage: node fragment.mjs <links.jsonl>';
const VIEWPORT = { width: 800, height: 600 };
const HIGHLIGHT = [255, 0, 255];
const SETTLED_MS = 300;
const LONGEST_SCROLL_MS = 5000;
// A browser draws no picture taller than about twice this, in pixels.
const TALLEST_PICTURE = 8000;

async function main([file, ...more]) {
  if (!file || more.length) throw new Error(USAGE);
  const checks = parse(await readFile(file, 'utf8'), file);
  let failures = 0;
  await withBrowser(async (open) => {
    for (const { line, page, link, sentence } of checks) {
      const shown = await open(await readFile(resolve(dirname(file), page), 'utf8'), link, sentence);
      const fault = faultOf(shown, sentence);
      failures += fault ? 1 : 0;
      console.log(`${fault ? 'FAIL' : 'ok  '} ${file}:${line} ${fault ?? `scrolled to ${shown.scrolled} px`}${fault ? `: ${link}` : ''}`);
    }
  });
  console.log(`${checks.length - failures} passed, ${failures} failed`);
  process.exitCode = failures ? 1 : 0;
}

function parse(text, file) {
  const lines = text.split('\n').map((source, index) => ({ source, line: index + 1 }));
  return lines.filter(({ source }) => source.trim()).map(({ source, line }) => {
    const check = JSON.parse(source);
    for (const key of ['page', 'link', 'sentence']) {
      if (typeof check[key] !== 'string') throw new Error(`${file}:${line}: "${key}" is missing`);
    }
    if (!check.link.includes(':~:text=')) throw new Error(`${file}:${line}: the link has no ":~:text="`);
    return { ...check, line };
  });
}

function faultOf({ found, inView, scrolled, highlighted }, sentence) {
  if (!found) return `the page does not hold the sentence ${JSON.stringify(sentence)}`;
  if (!highlighted) return 'nothing is highlighted';
  if (!squeezed(sentence).startsWith(squeezed(highlighted))) {
    return `the highlight is ${JSON.stringify(highlighted)}, not ${JSON.stringify(sentence)}`;
  }
  if (!inView) return `the sentence is not in view (scrolled to ${scrolled} px)`;
  return null;
}

// Only letters and digits, as punctuation may or may not be part of a highlight.
function squeezed(text) {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

// Hands `use` a function that opens a page's HTML at a link's fragment and tells what is shown of a
// sentence: whether it was `found`, whether its beginning is `inView`, how far the page `scrolled` (in
// pixels) and which words are `highlighted`.
export async function withBrowser(use) {
  let html = '';
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const browser = await launch();
  try {
    await use(async (source, link, sentence) => {
      html = source;
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(`http://127.0.0.1:${server.address().port}/${link.slice(link.indexOf('#'))}`);
      await settle(page);
      const shown = await page.evaluate(lookFor, sentence);
      const highlighted = await readHighlight(page);
      await page.close();
      return { ...shown, highlighted };
    });
  } finally {
    await browser.close();
    server.close();
  }
}

// Waits until the page has stood still.
async function settle(page) {
  const until = Date.now() + LONGEST_SCROLL_MS;
  let before = -1;
  let now = await page.evaluate(() => scrollY);
  while (now !== before && Date.now() < until) {
    before = now;
    await page.waitForTimeout(SETTLED_MS);
    now = await page.evaluate(() => scrollY);
  }
}

// Runs in the page.
function lookFor(sentence) {
  const squeeze = (text) => text.normalize('NFKC').replace(/[\s\u00ad]/g, '').toLowerCase();
  const places = [];
  let text = '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      const letters = squeeze(node.data[at]);
      for (let letter = 0; letter < letters.length; letter += 1) places.push([node, at]);
      text += letters;
    }
  }
  const at = text.indexOf(squeeze(sentence));
  if (at < 0) return { found: false, inView: false, scrolled: Math.round(scrollY) };
  const range = document.createRange();
  const [node, offset] = places[at];
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  const { top, bottom } = range.getBoundingClientRect();
  return { found: true, inView: top >= 0 && bottom <= innerHeight, scrolled: Math.round(scrollY) };
}

// The highlighted words. No script can ask for them, but a style sheet can colour them, and a picture
// of the page shows where that colour is.
async function readHighlight(page) {
  const colour = `rgb(${HIGHLIGHT.join(',')})`;
  await page.addStyleTag({ content: `::target-text { background-color: ${colour} !important; color: ${colour} !important }` });
  const { letters, width, height } = await page.evaluate(boxesOfLetters);
  let highlighted = '';
  for (let top = 0; top < height; top += TALLEST_PICTURE) {
    const clip = { x: 0, y: top, width, height: Math.min(TALLEST_PICTURE, height - top) };
    const image = UPNG.decode(await page.screenshot({ fullPage: true, clip }));
    const pixels = new Uint8Array(UPNG.toRGBA8(image)[0]);
    const isHighlight = ({ x, y }) => {
      const at = (Math.floor(y - top) * image.width + Math.floor(x)) * 4;
      return HIGHLIGHT.every((value, channel) => pixels[at + channel] === value);
    };
    const inPicture = letters.filter(({ y }) => y >= top && y < top + clip.height);
    highlighted += inPicture.filter(isHighlight).map(({ letter }) => letter).join('');
  }
  return highlighted.trim();
}

// Runs in the page: every letter with the middle of its box, in pixels of the whole page.
function boxesOfLetters() {
  const letters = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: letter, index } of node.data.matchAll(/./gsu)) {
      range.setStart(node, index);
      range.setEnd(node, index + letter.length);
      const box = range.getBoundingClientRect();
      if (box.width > 0) letters.push({ letter, x: box.x + scrollX + box.width / 2, y: box.y + scrollY + box.height / 2 });
    }
  }
  const { scrollWidth: width, scrollHeight: height } = document.documentElement;
  return { letters, width, height };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
