import type { Mail } from '@app/platform/mail/mailer.types.js';

export interface InvitationLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly firmName: string;
  /** null: the firm itself, by whoever runs it */
  readonly inviterName: string | null;
  readonly token: string;
}

const ABOUT =
  'Searchlight is where the firm keeps its searches and candidates, and where it is told which search needs somebody.';
const AFTERWARDS =
  'The link works once and for seven days. If you do not know what this is about, ignore this mail: nothing happens.';

export function invitationMail({ to, firmName, inviterName, token }: InvitationLetter, publicUrl: string): Mail {
  const link = new URL(`/invitation?token=${encodeURIComponent(token)}`, publicUrl).href;
  const hello = `Hello ${plain(to.name)},`;
  const invites = inviterName
    ? `${plain(inviterName)} invites you to work with ${plain(firmName)} in Searchlight.`
    : `${plain(firmName)} invites you to work with it in Searchlight.`;
  const paragraphs = [hello, `${invites} ${ABOUT}`];
  return {
    to: { name: plain(to.name), address: to.address },
    subject: 'Your invitation to Searchlight',
    text: `${paragraphs.join('\n\n')}\n\nJoin here:\n${link}\n\n${AFTERWARDS}\n`,
    html: `${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}<p><a href="${link}">Join ${escaped(plain(firmName))}</a></p><p>${AFTERWARDS}</p>`,
  };
}

/** Names are of one line, whatever was typed. */
const plain = (name: string): string => name.replace(/\p{Cc}+/gu, ' ').trim();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
