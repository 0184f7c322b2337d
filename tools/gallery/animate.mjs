// Draws a conversation as a GIF: `node animate.mjs replies.json picture.gif name,…`.
// A question comes first, then the bot is typing, then its answer.

import { readFile, writeFile } from 'node:fs/promises';
import { launch } from './chromium.mjs';
import { animation, draw, head } from './drawing.mjs';
import { toMessages, typing } from './message.mjs';

const USAGE = 'Usage: node animate.mjs <replies.json> <picture.gif> <name,…>';
const WIDTH = 640;
const HEIGHT = 530;
const SCALE = 2;
const THEME = 'dark';
// Milliseconds: long enough to read what is new.
const ASKED = 1400;
const TYPING = 900;
const ANSWERED = 4200;

async function main() {
  const [input, output, names] = process.argv.slice(2);
  if (!names) throw new Error(USAGE);
  const replies = JSON.parse(await readFile(input, 'utf8'));
  const steps = names.split(',').map((name) => {
    const reply = replies.find((reply) => reply.name === name);
    if (!reply) throw new Error(`no reply is called ${name}`);
    return reply;
  });
  const shell = await head();
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: SCALE });
    const frames = [];
    for (const { html, delay } of scenes(steps)) {
      const stage = `<div class="stage" style="--height: ${HEIGHT}px">${html}</div>`;
      frames.push({ png: await draw(page, `${shell}<body class="${THEME} desktop">${stage}</body>`, '.stage'), delay });
    }
    const picture = animation(frames);
    await writeFile(output, picture);
    console.log(`${output} ${Math.ceil(picture.length / 1024)} KiB`);
  } finally {
    await browser.close();
  }
}

// The conversation as it grows: what is said stays above what comes.
function* scenes(steps) {
  let above = '';
  for (const step of steps) {
    if (step.asked?.kind === 'message') {
      const question = toMessages({ ...step, message: undefined }, THEME);
      yield { html: above + question, delay: ASKED };
      yield { html: above + question + typing(), delay: TYPING };
    }
    above += toMessages(step, THEME);
    yield { html: above, delay: ANSWERED };
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
