import type { Mail } from './mailer.types.js';

export interface PlainMail {
  subject: string;
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
  const greeting = `Hello ${name},`;
  const paragraphs = afterwards.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
  return {
    to: { name, address: to.email },
    subject,
    text: `${[greeting, introduction, `${button}:\n${link}`, ...afterwards, 'Searchlight'].join('\n\n')}\n`,
    html:
      `<div style="font:16px/1.5 system-ui,sans-serif;color:#1c2434;max-width:34em">` +
      `<p>${escaped(greeting)}</p><p>${escaped(introduction)}</p>` +
      `<p><a href="${escaped(link)}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#2a3f74;color:#fff;text-decoration:none">${escaped(button)}</a></p>` +
      `${paragraphs}<p>Searchlight</p></div>`,
  };
}

export const linkTo = (path: string, publicUrl: string, token: string): string =>
  new URL(`${path}?token=${encodeURIComponent(token)}`, publicUrl).href;

/** Names are of one line, whatever was typed: none becomes a paragraph of ours. */
export const onOneLine = (name: string): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
