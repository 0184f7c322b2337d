// Draws replies into pictures: `node gallery.mjs replies.json folder [--only name,…]`.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { draw, head, smaller } from './drawing.mjs';
import { toMessages } from './message.mjs';

const USAGE = 'Usage: node gallery.mjs <replies.json> <folder> [--only <name,…>]';
const WIDTHS = { desktop: 640, phone: 400 };
const THEMES = ['light', 'dark'];
const SCALE = 2;

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
        const png = await draw(page, `${shell}<body class="${theme} ${device}">${toMessages(reply, theme)}</body>`);
        const picture = smaller(png);
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

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
