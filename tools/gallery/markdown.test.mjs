import assert from 'node:assert/strict';
import test from 'node:test';
import { toHtml } from './markdown.mjs';

const ROWS = [
  ['**bold** *slanted* `code`', '<strong>bold</strong> <em>slanted</em> <code>code</code>'],
  ['\\*as it is\\* \\[a](b)', '*as it is* [a](b)'],
  ['a < b & c', 'a &lt; b &amp; c'],
  ['[page](https://example.org/x_y)', '<a href="https://example.org/x_y">page</a>'],
  ['> one\n> **two**\nafter', '<discord-quote>one<br><strong>two</strong></discord-quote>after'],
  ['> quote\n-# small', '<discord-quote>quote</discord-quote><discord-subscript>small</discord-subscript>'],
  ['not -# small', 'not -# small'],
  ['# Title\n\\# text', '<discord-header level="1">Title</discord-header># text'],
  ['</ask:123456789012345678>', '<span class="mention">/ask</span>'],
  ['<@123456789012345678>', '<span class="mention">@Camille</span>'],
  ['<t:86400:R>', '<discord-time>in 1 day</discord-time>'],
  ['<t:86400:D>', '<discord-time>2 January 1970</discord-time>'],
  ['```\nblock\n```\nafter', '<pre>block</pre>after'],
  ['ok 👍', 'ok <span class="emoji">👍</span>'],
];

for (const [source, expected] of ROWS) {
  test(`draws ${JSON.stringify(source)}`, () => {
    const html = toHtml(source, { at: new Date(0), people: { '123456789012345678': 'Camille' } });
    assert.equal(html, expected);
  });
}
