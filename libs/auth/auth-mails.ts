import { Injectable } from '@nestjs/common';
import { Background } from '@app/platform/background/background.js';
import { Config } from '@app/platform/config/config.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import type { Mail } from '@app/platform/mail/mailer.types.js';

/** Mails that somebody waits for. The answer does not: how long it takes would tell whether an address is known. */
@Injectable()
export class AuthMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly background: Background,
  ) {}

  /** `compose` is given the address that links start with, and may find that there is nothing to send. */
  later(what: string, compose: (publicUrl: string) => Promise<Mail | null>): void {
    this.background.run(what, async () => {
      const mail = await compose(this.config.PUBLIC_URL);
      if (mail) await this.mailer.sendNow(mail);
    });
  }
}

export interface Reader {
  name: string;
  email: string;
  /** Said where it is known, so that the reader sees which firm this is about. */
  firmName: string | null;
}

/** A subject names nobody: it is what stands on a locked screen. */
export function resetMail(reader: Reader, publicUrl: string, token: string): Mail {
  return plainMail(reader, {
    subject: 'Your new password for Searchlight',
    introduction: `Somebody, probably you, asked for a new password for Searchlight${at(reader.firmName)}. Choose it here:`,
    link: linkTo('/reset-password', publicUrl, token),
    button: 'Choose a new password',
    afterwards: [
      'The link works once and for an hour, and only until another one is asked for.',
      'If you did not ask for it, ignore this mail: your password stays as it is.',
    ],
  });
}

export function passwordChangedMail(reader: Reader, publicUrl: string): Mail {
  return plainMail(reader, {
    subject: 'Your password for Searchlight was changed',
    introduction: `Your password for Searchlight${at(reader.firmName)} was changed, and your other sessions have ended.`,
    link: new URL('/forgot-password', publicUrl).href,
    button: 'That was not me: choose a new password',
    afterwards: ['If it was you, there is nothing to do.'],
  });
}

export interface PlainMail {
  subject: string;
  introduction: string;
  link: string;
  button: string;
  afterwards: readonly string[];
}

/** A greeting, a sentence, a link, and what to do if it was not you. */
export function plainMail(to: Pick<Reader, 'name' | 'email'>, mail: PlainMail): Mail {
  const { subject, introduction, link, button, afterwards } = mail;
  const greeting = `Hello ${to.name},`;
  const paragraphs = afterwards.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
  return {
    to: { name: to.name, address: to.email },
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

const at = (firmName: string | null): string => (firmName ? ` at ${firmName}` : '');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
