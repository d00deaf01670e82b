import { Injectable } from '@nestjs/common';
import { Background } from '@app/platform/background/background.js';
import { Config } from '@app/platform/config/config.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import type { Mail } from '@app/platform/mail/mailer.types.js';
import { linkTo, plainMail } from '@app/platform/mail/plain-mail.js';

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

export interface Recipient {
  name: string;
  email: string;
  /** Said where it is known, so that the reader sees which firm this is about. */
  firmName: string | null;
}

/** A subject names nobody: it is what stands on a locked screen. */
export function resetMail(recipient: Recipient, publicUrl: string, token: string): Mail {
  return plainMail(recipient, {
    subject: 'Reset your Searchlight password',
    firmName: recipient.firmName,
    introduction: `Somebody, probably you, asked to reset your Searchlight password${at(recipient.firmName)}. Choose a new one here:`,
    link: linkTo('/reset-password', publicUrl, token),
    button: 'Choose a new password',
    afterwards: [
      'The link works once, expires after an hour, and stops working if you ask for another one.',
      'If you did not ask for this, ignore this email; your password stays the same.',
    ],
  });
}

export function passwordChangedMail(recipient: Recipient, publicUrl: string): Mail {
  return plainMail(recipient, {
    subject: 'Your Searchlight password was changed',
    firmName: recipient.firmName,
    introduction: `Your Searchlight password${at(recipient.firmName)} was changed, and you have been signed out everywhere else.`,
    link: new URL('/forgot-password', publicUrl).href,
    button: 'Not you? Choose a new password',
    afterwards: ['If this was you, no action is needed.'],
  });
}

const at = (firmName: string | null): string => (firmName ? ` at ${firmName}` : '');
