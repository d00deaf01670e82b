import type { Mail } from '@app/platform/mail/mailer.types.js';
import { linkTo, onOneLine, plainMail } from '@app/platform/mail/plain-mail.js';
import { INVITATION_DAYS } from './invitations.types.js';

export interface InvitationLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly firmName: string;
  /** null: the firm itself, by whoever runs it */
  readonly inviterName: string | null;
  readonly token: string;
}

const ABOUT =
  'Searchlight is where the firm keeps its searches and candidates, and where it sees which search needs attention.';
const AFTERWARDS = [
  `The link works once and expires after ${INVITATION_DAYS} days.`,
  'If you were not expecting this, ignore this email; nothing will happen.',
];

export function invitationMail(
  { to: { name, address: email }, firmName, inviterName, token }: InvitationLetter,
  publicUrl: string,
): Mail {
  const firm = onOneLine(firmName);
  const invites = inviterName
    ? `${onOneLine(inviterName)} invites you to work with ${firm} in Searchlight.`
    : `${firm} invites you to work with it in Searchlight.`;
  return plainMail(
    { name, email },
    {
      subject: 'Your invitation to Searchlight',
      firmName: firm,
      introduction: `${invites} ${ABOUT}`,
      link: linkTo('/invitation', publicUrl, token),
      button: `Join ${firm}`,
      afterwards: AFTERWARDS,
    },
  );
}
