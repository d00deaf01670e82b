import type { Mail } from '@app/platform/mail/mailer.types.js';

const INTRODUCTION = 'Somebody, probably you, asked for a new password for Searchlight. Choose it here:';
const AFTERWARDS =
  'The link works once and for an hour. If you did not ask for it, ignore this mail: your password stays as it is.';

export function resetMail(user: { name: string; email: string }, publicUrl: string, token: string): Mail {
  const link = new URL(`/reset-password?token=${encodeURIComponent(token)}`, publicUrl).href;
  return {
    to: { name: user.name, address: user.email },
    subject: 'Your new password for Searchlight',
    text: `${INTRODUCTION}\n\n${link}\n\n${AFTERWARDS}\n`,
    html: `<p>${INTRODUCTION}</p><p><a href="${link}">Choose a new password</a></p><p>${AFTERWARDS}</p>`,
  };
}
