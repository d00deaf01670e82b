import PostalMime from 'postal-mime';

/** What a mail server says of a mail it had accepted before. */
export interface BounceNotice {
  /** of the mail that came back */
  readonly messageId: string;
  /** `failed` for good, or still trying (`delayed`) */
  readonly action: 'failed' | 'delayed';
  /** the address is wrong or closed, so nothing else will arrive there either */
  readonly hard: boolean;
  readonly reason: string;
}

const MOST_BYTES = 5 * 1024 * 1024;
const LONGEST_REASON = 500;

/** Reads a delivery status notification (RFC 3464). Null: this is none, or it does not say which mail it is about. */
export async function readBounceNotice(source: Buffer): Promise<BounceNotice | null> {
  if (source.length > MOST_BYTES) return null;
  const mail = await PostalMime.parse(source, { forceRfc822Attachments: true }).catch(() => null);
  const part = (...types: string[]): string | null => {
    const content = mail?.attachments.find(({ mimeType }) => types.includes(mimeType))?.content;
    return content instanceof ArrayBuffer ? Buffer.from(content).toString() : null;
  };
  const status = part('message/delivery-status', 'message/global-delivery-status');
  const original = part('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  const messageId = original && /^message-id:\s*(<[^<>\s]+>)/im.exec(unfolded(headersOf(original)))?.[1];
  if (!status || !messageId) return null;
  const fields = unfolded(status);
  const action = /^action:\s*(\w+)/im.exec(fields)?.[1]?.toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return null;
  const code = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1] ?? '';
  const diagnostic = /^diagnostic-code:\s*(.+)$/im.exec(fields)?.[1]?.trim();
  return {
    messageId,
    action,
    // RFC 3463: 5.1.x wrong address, 5.2.1 mailbox closed
    hard: action === 'failed' && /^5\.(1\.\d+|2\.1)$/.test(code),
    reason: [code, diagnostic].filter(Boolean).join(' ').slice(0, LONGEST_REASON) || 'no reason given',
  };
}

const headersOf = (mail: string): string => mail.split(/\r?\n\r?\n/, 1)[0] ?? '';

/** RFC 5322, 2.2.3: a line that begins with a blank goes on from the one before. */
const unfolded = (text: string): string => text.replace(/\r?\n[ \t]+/g, ' ');
