// A message as Discord receives it, as HTML made of Discord components.

import { emoji, escapeHtml, toHtml } from './markdown.mjs';

const BOT = 'verbatim';
const ONLY_VISIBLE_TO_YOU = 64;
const ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const LINK = 5;
const BUTTON_TYPES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive', [LINK]: 'secondary' };
const DEFAULT_EMBED_COLOUR = { dark: '#3f4147', light: '#d9dadd' };

// One entry of the input, `{ asked, message, at, lang, people }`, as the HTML of a list of messages.
export function toMessages({ asked, message, at = '2026-01-15T14:02:00Z', lang = '', people = {} }, theme) {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) throw new Error(`"at": ${JSON.stringify(at)} is no date; write it like 2026-01-15T14:02:00Z`);
  const context = { at: time, theme, people };
  const question = asked?.kind === 'message' ? said(asked, context) : '';
  const answer = message ? answered(asked, message, context) : '';
  return `<discord-messages lang="${escapeHtml(lang)}" ${theme === 'light' ? 'light-theme' : ''}>
    ${question}${answer}</discord-messages>`;
}

// That the bot is typing, as Discord shows it below the messages.
export function typing() {
  return `<div class="typing"><i></i><i></i><i></i><span><b>${BOT}</b> is typing…</span></div>`;
}

function said({ author, text }, context) {
  return `<discord-message ${person(author)} timestamp="${clock(context.at)}">${mentioningBot(toHtml(text, context))}</discord-message>`;
}

function answered(asked, message, context) {
  const attributes = [person(BOT), 'bot', `timestamp="${clock(context.at)}"`];
  if ((message.flags ?? 0) & ONLY_VISIBLE_TO_YOU) attributes.push('ephemeral');
  return `<discord-message ${attributes.join(' ')}>
    ${asked ? above(asked, context) : ''}${toHtml(message.content ?? '', context)}
    ${(message.embeds ?? []).map((embed) => renderEmbed(embed, context)).join('')}
    ${(message.attachments ?? []).map(renderAttachment).join('')}
    ${renderRows(message.components ?? [])}</discord-message>`;
}

// The line above an answer: which command was used, or which message it replies to.
function above({ author, text, kind }, context) {
  if (kind === 'slash') {
    const command = escapeHtml(text.split(/\s/)[0]);
    return `<discord-command slot="reply" ${person(author)} command="${command}"></discord-command>`;
  }
  const firstLine = toHtml(text.split('\n')[0], context);
  return `<discord-reply slot="reply" ${person(author)} mentions>${mentioningBot(firstLine)}</discord-reply>`;
}

function mentioningBot(html) {
  return html.replace(`@${BOT}`, `<span class="mention">@${BOT}</span>`);
}

function clock(time) {
  return time.toISOString().slice(11, 16);
}

function person(name) {
  return `author="${escapeHtml(name)}" avatar="${name === BOT ? quotationMark() : initial(name)}"`;
}

function quotationMark() {
  const mark = 'M11 27c0-7 3-12 9-14l1 3c-3 1-5 3-5 6h5v8H11zm14 0c0-7 3-12 9-14l1 3c-3 1-5 3-5 6h5v8H25z';
  return picture(`<circle cx="23" cy="23" r="23" fill="#2d7d5a"/><path d="${mark}" fill="#fff"/>`);
}

function initial(name) {
  const [letter] = name;
  const hue = ([...name].reduce((sum, character) => sum + character.codePointAt(0), 0) * 47) % 360;
  return picture(`<circle cx="23" cy="23" r="23" fill="hsl(${hue} 45% 45%)"/>
    <text x="23" y="31" font-family="Noto Sans,sans-serif" font-size="22" fill="#fff" text-anchor="middle">${escapeHtml(letter)}</text>`);
}

function picture(content) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 46">${content}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function renderEmbed(embed, context) {
  const markdown = (text) => toHtml(text, context);
  const colour = embed.color == null ? DEFAULT_EMBED_COLOUR[context.theme] : `#${embed.color.toString(16).padStart(6, '0')}`;
  const title = embed.title && (embed.url ? `<a href="${escapeHtml(embed.url)}">${markdown(embed.title)}</a>` : markdown(embed.title));
  const author = embed.author ? `author-name="${escapeHtml(embed.author.name)}"` : '';
  const described = [
    title && `<div class="title">${title}</div>`,
    embed.description && `<div class="description">${markdown(embed.description)}</div>`,
  ].filter(Boolean);
  return `<discord-embed slot="embeds" color="${colour}" ${author}>
    ${described.length ? `<discord-embed-description slot="description">${described.join('')}</discord-embed-description>` : ''}
    ${embed.fields?.length ? `<div slot="fields" class="fields">${embed.fields.map((field) => renderField(field, markdown)).join('')}</div>` : ''}
    ${embed.footer ? `<discord-embed-footer slot="footer"><span class="plain">${escapeHtml(embed.footer.text)}</span></discord-embed-footer>` : ''}
  </discord-embed>`;
}

function renderField({ name, value, inline }, markdown) {
  return `<div class="field${inline ? ' inline' : ''}"><div class="name">${markdown(name)}</div>${markdown(value)}</div>`;
}

function renderAttachment({ filename, size = 0 }) {
  return `<div slot="attachments" class="attachment">📄<div><a>${escapeHtml(filename)}</a><small>${(size / 1024).toFixed(1)} KB</small></div></div>`;
}

function renderRows(rows) {
  if (!rows.length) return '';
  return `<div slot="components" class="rows">${rows.map(renderRow).join('')}</div>`;
}

function renderRow({ type, components }) {
  if (type !== ROW) throw new Error(`no way to draw a component of the type ${type} outside a row`);
  return `<discord-action-row>${components.map(renderComponent).join('')}</discord-action-row>`;
}

function renderComponent(component) {
  switch (component.type) {
    case BUTTON: return renderButton(component);
    case SELECT: return renderSelect(component);
    default: throw new Error(`no way to draw a component of the type ${component.type}`);
  }
}

function renderButton({ style, label, emoji: face, disabled, url }) {
  const content = [face && emoji(face.name), label && `<span>${escapeHtml(label)}</span>`].filter(Boolean).join('');
  const link = style === LINK ? `url="${escapeHtml(url)}"` : '';
  return `<discord-button type="${BUTTON_TYPES[style]}" ${link} ${disabled ? 'disabled' : ''}>
    <span class="face">${content}</span></discord-button>`;
}

// A closed menu shows the option that is chosen beforehand, or else its placeholder.
function renderSelect({ placeholder = 'Make a selection', options = [], disabled }) {
  const chosen = options.find((option) => option.default);
  const text = chosen ? `${chosen.emoji?.name ?? ''} ${chosen.label}`.trim() : placeholder;
  const arrow = '<svg viewBox="0 0 24 24" width="20" height="20"><path fill="currentColor" d="M5.3 9.3a1 1 0 0 1 1.4 0l5.3 5.3 5.3-5.3a1 1 0 1 1 1.4 1.4l-6 6a1 1 0 0 1-1.4 0l-6-6a1 1 0 0 1 0-1.4Z"/></svg>';
  return `<div class="select${chosen ? ' chosen' : ''}${disabled ? ' disabled' : ''}"><span>${escapeHtml(text)}</span>${arrow}</div>`;
}
