import { firmLetters, MARK_COLOUR } from './firm-mark.js';
import type { Mail } from './mailer.types.js';

const PRODUCT = 'Searchlight';

export interface PlainMail {
  subject: string;
  /** whose mail it is; null where that is several firms, or none yet */
  firmName: string | null;
  introduction: string;
  link: string;
  button: string;
  afterwards: readonly string[];
}

/** A greeting, a sentence, a link, and what to do if it was not you. */
export function plainMail(to: { name: string; email: string }, mail: PlainMail): Mail {
  const { subject, link, button, afterwards } = mail;
  const introduction = onOneLine(mail.introduction);
  const name = onOneLine(to.name);
  const firm = onOneLine(mail.firmName ?? '');
  const greeting = `Hello ${name},`;
  const brand = firm ? `${PRODUCT} · ${firm}` : PRODUCT;
  return {
    to: { name, address: to.email },
    subject,
    text: `${[greeting, introduction, `${button}:\n${link}`, ...afterwards, brand].join('\n\n')}\n`,
    html: htmlOf({ brand, letters: firmLetters(firm || PRODUCT), greeting, introduction, link, button, afterwards }),
  };
}

const STYLE =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
  '@media (prefers-color-scheme:dark){.page{background-color:#16181d!important}' +
  '.card{background-color:#20242b!important;border-color:#3a414c!important;color:#f1f3f5!important}.quiet{color:#aab2bd!important}}';
const PARAGRAPH = 'style="margin:14px 0 0"';

/** Colours stand inline for programs that drop style elements, as in the other mails. */
function htmlOf(words: Omit<PlainMail, 'subject' | 'firmName'> & { brand: string; letters: string; greeting: string }) {
  const { brand, letters, greeting, introduction, link, button, afterwards } = words;
  const quiet = afterwards.map(
    (sentence) => `<p class="quiet" style="margin:14px 0 0;color:#57606a">${escaped(sentence)}</p>`,
  );
  return (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<style>${STYLE}</style><title>${escaped(brand)}</title></head>` +
    '<body class="page" style="margin:0;padding:24px 8px;background-color:#f3f4f6">' +
    '<div class="card" style="max-width:34em;margin:0 auto;padding:24px;border:1px solid #dde1e6;border-radius:8px;' +
    'background-color:#ffffff;color:#1c2434;font:16px/1.5 Helvetica,Arial,sans-serif;overflow-wrap:anywhere">' +
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>' +
    `<td aria-hidden="true" width="32" height="32" align="center" valign="middle" style="border-radius:7px;background-color:${MARK_COLOUR};` +
    `color:#ffffff;font:600 13px/32px Helvetica,Arial,sans-serif">${escaped(letters)}</td>` +
    `<td class="quiet" style="padding-left:10px;color:#57606a;font:14px/20px Helvetica,Arial,sans-serif" dir="auto">${escaped(brand)}</td>` +
    `</tr></table><p ${PARAGRAPH}>${escaped(greeting)}</p><p ${PARAGRAPH}>${escaped(introduction)}</p>` +
    `<p style="margin:20px 0"><a href="${escaped(link)}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#26437f;color:#ffffff;text-decoration:none">${escaped(button)}</a></p>` +
    `${quiet.join('')}</div></body></html>`
  );
}

export const linkTo = (path: string, publicUrl: string, token: string): string =>
  new URL(`${path}?token=${encodeURIComponent(token)}`, publicUrl).href;

/** Names are of one line, whatever was typed: none becomes a paragraph of ours. */
export const onOneLine = (name: string): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
