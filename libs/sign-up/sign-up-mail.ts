import type { Mail } from '@app/platform/mail/mailer.types.js';
import { linkTo, plainMail } from '@app/platform/mail/plain-mail.js';
import type { SignUp } from './sign-up.types.js';

const NOT_YOU = 'If you did not ask for this, ignore this email; nothing is created unless the link is used.';
const ONCE = 'The link works once and expires after a day.';

/** For an address that nobody signs in with yet. */
export function confirmationMail(signUp: SignUp, publicUrl: string, token: string): Mail {
  return plainMail(signUp, {
    subject: 'Confirm your email address for Searchlight',
    firmName: signUp.firmName,
    introduction: `Somebody, probably you, wants to set up ${signUp.firmName} in Searchlight with this address. Confirm it, and choose a password:`,
    link: linkTo('/confirm-sign-up', publicUrl, token),
    button: 'Confirm and set up the firm',
    afterwards: [ONCE, NOT_YOU],
  });
}

/** For an address that signs in already: the firm joins that login. */
export function anotherFirmMail(signUp: SignUp, publicUrl: string, token: string): Mail {
  return plainMail(signUp, {
    subject: 'Another firm for your Searchlight login',
    firmName: signUp.firmName,
    introduction: `Somebody, probably you, wants to set up ${signUp.firmName} in Searchlight. You already sign in with this address, so the new firm is added to your login; your password stays the same:`,
    link: linkTo('/confirm-sign-up', publicUrl, token),
    button: 'Add the firm to my login',
    afterwards: [ONCE, NOT_YOU],
  });
}
