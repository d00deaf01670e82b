import { calendarFiles } from '@app/platform/files/calendar-file.js';
import type { Attachment, MailFrame, NoticeItem } from './mails.types.js';

/** Every appointment of a mail, once, in as many files as there are things to do with them. */
export function calendarFile(
  { publicUrl, now }: Pick<MailFrame, 'publicUrl' | 'now'>,
  items: readonly NoticeItem[],
): readonly Attachment[] {
  const entries = items.flatMap(({ event, path }) => (event ? [{ ...event, url: publicUrl + path }] : []));
  const name = new Set(entries.map(({ uid }) => uid)).size === 1 ? 'interview' : 'interviews';
  return calendarFiles(entries, { name, now, publicUrl }).map((file) => ({
    filename: file.name,
    contentType: `text/calendar; charset=utf-8; method=${file.method}`,
    content: Buffer.from(file.text, 'utf8'),
  }));
}
