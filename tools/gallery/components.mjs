// What runs in the page: the Discord components, with the colours and measures inside them that a
// page's style sheet cannot reach.

import '@skyra/discord-components-core';
import { unsafeCSS } from 'lit';

const INSIDE = {
  'discord-message': `
    .discord-message-markup { line-height: 1.375rem; }
    .discord-message-content { min-width: 0; line-height: 1.375rem; padding-top: 0; }
    .discord-author-avatar { margin-top: 2px; }
    .discord-message-timestamp, .discord-message-ephemeral { color: var(--muted) !important; }
    .discord-message-ephemeral .discord-message-ephemeral-link { color: var(--link); }
    slot[name=reply]::slotted(*) { max-width: calc(100% - 56px); box-sizing: border-box; }`,
  'discord-author-info': `.discord-author-username { color: var(--header) !important; font-weight: 600 !important; }`,
  'discord-header': `:host(:first-child) > * { margin-top: 8px; }`,
  'discord-embed': `
    .discord-embed-wrapper { background: var(--embed) !important; border: 1px solid var(--embed-edge) !important; border-left: 0 !important; }
    .discord-embed-wrapper .discord-embed-grid { padding: 6px 16px 14px 12px; grid-template-columns: minmax(0, 1fr); }
    .discord-embed-author { color: var(--header) !important; }`,
  'discord-embed-footer': `:host { color: var(--muted) !important; }`,
  'discord-quote': `
    .discord-quote-divider { background: var(--divider) !important; flex: none; }
    blockquote { min-width: 0; overflow-wrap: anywhere; }`,
  'discord-subscript': `small { color: var(--muted) !important; }`,
  'discord-command': `
    :host .discord-slash-command-name { color: var(--link) !important; background: none; font-weight: 600; padding: 0; }
    .discord-command-icon-name { display: none; }
    :host .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username { color: var(--header) !important; }`,
  'discord-reply': `
    :host .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username { color: var(--header) !important; }
    .discord-replied-message-content { overflow: hidden; text-overflow: ellipsis; min-width: 0; }`,
  'discord-button': `
    :host > *:first-child { margin: 0; padding: 0 12px; min-width: 0; border-radius: 8px; gap: 6px; font-family: inherit; }
    :host > .secondary { background: var(--button); color: var(--header); }`,
};

for (const [tag, css] of Object.entries(INSIDE)) {
  customElements.get(tag).elementStyles.push(unsafeCSS(css));
}
