// Discord's Markdown as HTML. The parser knows Discord's dialect but for lists, which are added.

import markdown from 'discord-markdown-parser';

const { SimpleMarkdown, rules, rulesExtended } = markdown;

const LIST = /^(?:( *)(?:[-*]|\d+\.) +[^\n]+(?:\n|$))+/;
const LIST_ITEM = /^( *)([-*]|\d+\.) +([^\n]+)/gm;

const list = {
  order: rules.heading.order,
  match: (source, state) => (atLineStart(state) ? LIST.exec(source) : null),
  parse: (capture, parse, state) => ({
    items: [...capture[0].matchAll(LIST_ITEM)].map(([, indent, mark, text]) => ({
      depth: Math.floor(indent.length / 2),
      mark: /\d/.test(mark) ? mark : '•',
      content: parse(text, state),
    })),
  }),
};

// The parser's own test for the start of a line fails after a block quote.
const onlyAtLineStart = (rule) => ({
  ...rule,
  match: (source, state) => (atLineStart(state) ? rule.match(source, { ...state, prevCapture: null }) : null),
});

const parser = SimpleMarkdown.parserFor({
  ...rulesExtended,
  list,
  heading: onlyAtLineStart(rules.heading),
  subtext: onlyAtLineStart(rules.subtext),
});

// `source` as HTML. `at` is the moment (a Date) that `<t:…:R>` counts from; `people` maps a user id to
// the name that a mention of it shows.
export function toHtml(source, { at, people = {} }) {
  return render(parser(source, { inline: true }), { at, people });
}

export function escapeHtml(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return String(text).replace(/[&<>"]/g, (character) => entities[character]);
}

function atLineStart(state) {
  return state.prevCapture == null || state.prevCapture[0].endsWith('\n');
}

function render(nodes, context) {
  const isBreak = (node) => node.type === 'br' || node.type === 'newline';
  const afterBlock = (index) => nodes[index - 1]?.type === 'codeBlock';
  const shown = nodes.filter((node, index) => !(isBreak(node) && afterBlock(index)));
  return shown.map((node) => renderNode(node, context)).join('');
}

function renderNode(node, context) {
  const inner = () => (Array.isArray(node.content) ? render(node.content, context) : escapeHtml(node.content));
  switch (node.type) {
    case 'text': return withEmoji(escapeHtml(node.content));
    case 'br':
    case 'newline': return '<br>';
    case 'twemoji': return emoji(node.name);
    case 'strong': return `<strong>${inner()}</strong>`;
    case 'em': return `<em>${inner()}</em>`;
    case 'underline': return `<u>${inner()}</u>`;
    case 'strikethrough': return `<s>${inner()}</s>`;
    case 'spoiler': return `<discord-spoiler>${inner()}</discord-spoiler>`;
    case 'inlineCode': return `<code>${escapeHtml(node.content)}</code>`;
    case 'codeBlock': return `<pre>${escapeHtml(node.content)}</pre>`;
    case 'blockQuote': return `<discord-quote>${inner().replace(/<br>$/, '')}</discord-quote>`;
    case 'subtext': return `<discord-subscript>${inner()}</discord-subscript>`;
    case 'heading': return `<discord-header level="${node.level}">${inner()}</discord-header>`;
    case 'list': return renderList(node.items, context);
    case 'link':
    case 'url':
    case 'autolink': return `<a href="${escapeHtml(node.target)}">${inner()}</a>`;
    case 'slashCommand': return mention(`/${node.fullName}`);
    case 'user': return mention(`@${context.people[node.id] ?? 'unknown-user'}`);
    case 'role': return mention('@role');
    case 'channel': return mention('#channel');
    case 'everyone': return mention('@everyone');
    case 'here': return mention('@here');
    case 'emoji': return `:${escapeHtml(node.name)}:`;
    case 'timestamp': return `<discord-time>${escapeHtml(moment(node, context.at))}</discord-time>`;
    default: throw new Error(`no way to draw Markdown of the type ${node.type}`);
  }
}

function renderList(items, context) {
  const rows = items.map(
    ({ depth, mark, content }) =>
      `<div class="item" style="margin-left:${depth * 24}px"><span>${mark}</span><div>${render(content, context)}</div></div>`,
  );
  return `<div class="list">${rows.join('')}</div>`;
}

function mention(text) {
  return `<span class="mention">${escapeHtml(text)}</span>`;
}

// An emoji as a font draws it; the class keeps it upright and as large as Discord's.
export function emoji(characters) {
  return `<span class="emoji">${escapeHtml(characters)}</span>`;
}

function withEmoji(html) {
  return html.replace(/\p{RGI_Emoji}/gv, emoji);
}

const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function moment({ timestamp, format = 'f' }, at) {
  const time = new Date(Number(timestamp) * 1000);
  if (format === 'R') return relative((time - at) / 1000);
  return new Intl.DateTimeFormat('en-GB', { ...STYLES[format], timeZone: 'UTC' }).format(time);
}

const UNITS = [
  ['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1],
];

function relative(seconds) {
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat('en').format(Math.round(seconds / length), unit);
}
