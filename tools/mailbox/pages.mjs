// @ts-check
// The mailbox's two pages.

/** @typedef {import('./mailbox.mjs').Caught} Caught */

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 1000px; padding: 24px; }
  h1 { font-size: 20px; margin: 0 0 4px; }
  p { margin: 0 0 16px; opacity: .75; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); padding: 8px 12px 8px 0; text-align: left; vertical-align: top; }
  td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
  iframe { background: #fff; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; height: 640px; width: 100%; }
  pre { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; overflow: auto; padding: 12px; white-space: pre-wrap; }
  h2 { font-size: 16px; margin: 24px 0 8px; }
  dl { display: grid; gap: 2px 16px; grid-template-columns: max-content 1fr; margin: 12px 0; }
  dt { opacity: .75; } dd { margin: 0; }`;

/** @param {Caught[]} messages newest first */
export function listPage(messages) {
  const rows = messages.map(
    (message) => `
      <tr>
        <td class="time"><time datetime="${message.at.toISOString()}">${timeOf(message)}</time></td>
        <td>${escaped(message.to.join(', '))}</td>
        <td><a href="/messages/${message.id}">${escaped(message.subject) || '(no subject)'}</a></td>
      </tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Caught</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const count = messages.length === 1 ? '1 mail' : `${messages.length} mails`;
  return page(
    'Mailbox',
    `<h1>Mailbox</h1>
     <p>${count} caught. Nothing leaves this machine. The page looks again every 5 seconds.</p>
     ${messages.length > 0 ? table : ''}`,
    '<meta http-equiv="refresh" content="5">',
  );
}

/** @param {Caught} message */
export function messagePage(message) {
  return page(
    message.subject,
    `<p><a href="/">All mails</a></p>
     <h1>${escaped(message.subject) || '(no subject)'}</h1>
     <dl>
       <dt>From</dt><dd>${escaped(message.from)}</dd>
       <dt>To</dt><dd>${escaped(message.to.join(', '))}</dd>
       <dt>Caught</dt><dd>${timeOf(message)}</dd>
     </dl>
     ${message.html ? `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}/html" title="The mail as HTML"></iframe>` : ''}
     <h2>Text part</h2>
     <pre>${escaped(message.text)}</pre>
     <p><a href="/messages/${message.id}/source">Source</a></p>`,
  );
}

/** @param {string} title @param {string} body @param {string} [head] */
const page = (title, body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style>${head}</head><body><main>${body}</main></body></html>`;

/** @param {Caught} message */
const timeOf = ({ at }) => at.toISOString().replace('T', ' ').slice(0, 19);

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} value */
const escaped = (value) => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
