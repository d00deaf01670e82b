import { dayOf, formatDay, type LocalDate } from '@app/platform/time/local-date.js';
import { firmLetters } from '@app/platform/mail/firm-mark.js';
import { formatLocalMoment, localDayOf } from '@app/platform/time/zone.js';
import { calendarFile } from './calendar-file.js';
import { pageHtml } from './html-mail.js';
import { pageText, PRODUCT, type Block, type MailPage, type PageItem } from './mail-page.js';
import type { ComposedMail, MailFrame, NoticeItem } from './mails.types.js';
import {
  bySearch,
  byUrgency,
  digestSubject,
  labelOf,
  noticesSubject,
  plain,
  sentence,
  toneOf,
  worstFirst,
} from './mails.rules.js';

/** A first import can raise hundreds at once: one mail, the worst first, the rest on a page. */
const SHOWN = 25;
/** Gmail cuts a mail off at 102 kB. */
const LARGEST = 95_000;
const ELSEWHERE = 'Not about a single search';

/** What came up, whatever kinds and however many, by search. */
export async function noticesMail(frame: MailFrame, items: readonly NoticeItem[]): Promise<ComposedMail> {
  const subject = noticesSubject(items);
  const ordered = worstFirst(items);
  const why = 'You are receiving this because it is yours to act on; each reminder is sent once.';
  return fitting(frame, ordered, (shown) => ({
    ...pageOf(frame, subject, why, items),
    title: subject,
    blocks: [...groupBlocks(frame, ordered.slice(0, shown)), ...moreBlocks(frame, items.length - shown)],
  }));
}

/** Everything of one morning, by kind. `date` is the recipient's local date, `YYYY-MM-DD`. */
export async function digestMail(
  frame: MailFrame,
  { date, items }: { readonly date: LocalDate; readonly items: readonly NoticeItem[] },
): Promise<ComposedMail> {
  const sections = byUrgency(items);
  const ordered = sections.flatMap((section) => section.items);
  const why = 'This is your daily digest: one email a day, at the time you chose.';
  const today = localDayOf(frame.now, frame.timeZone);
  return fitting(frame, ordered, (shown) => {
    const told = new Set(ordered.slice(0, shown));
    const blocks = sections.flatMap(({ heading, items: of }): Block[] => {
      const here = of.filter((item) => told.has(item));
      return here.length === 0 ? [] : [{ type: 'section', text: heading }, ...groupBlocks(frame, here)];
    });
    return {
      ...pageOf(frame, digestSubject(date, items, today), why, items),
      title: `Your day, ${formatDay(dayOf(date), today)}`,
      blocks: items.length === 0 ? [NOTHING] : [...blocks, ...moreBlocks(frame, items.length - shown)],
    };
  });
}

const NOTHING: Block = { type: 'paragraph', text: 'Nothing is due.' };

function pageOf(
  frame: MailFrame,
  subject: string,
  why: string,
  items: readonly NoticeItem[],
): Omit<MailPage, 'title' | 'blocks'> {
  const [first] = items;
  const action =
    first && items.length === 1
      ? { label: 'Open it in Searchlight', href: frame.publicUrl + first.path }
      : { label: 'Open Today', href: `${frame.publicUrl}/` };
  return {
    subject,
    preheader: 'What it is about, since when, and what to do next.',
    ...brandOf(frame),
    simulated: frame.simulated,
    action,
    footer: footerOf(frame, why),
  };
}

export const brandOf = ({ firmName }: MailFrame): Pick<MailPage, 'brand' | 'mark'> => ({
  brand: `${PRODUCT} · ${plain(firmName)}`,
  mark: firmLetters(firmName),
});

export function footerOf(frame: MailFrame, why: string): MailPage['footer'] {
  return [
    why,
    `Dates and times are in the zone ${plain(frame.timeZone)}.`,
    { label: 'Choose what you receive and when', href: `${frame.publicUrl}/settings/notifications` },
    ...(frame.unsubscribeUrl ? [{ label: 'Stop emails of this kind', href: frame.unsubscribeUrl }] : []),
  ];
}

/** As many items as a mail can hold, with all of their appointments. */
function fitting(frame: MailFrame, items: readonly NoticeItem[], pageWith: (shown: number) => MailPage): ComposedMail {
  let shown = Math.min(items.length, SHOWN);
  for (;;) {
    const page = pageWith(shown);
    const html = pageHtml(page);
    if (Buffer.byteLength(html) <= LARGEST || shown <= 1) {
      const attachments = calendarFile(frame, items);
      return { subject: page.subject, html, text: pageText(page), attachments, replyTo: null };
    }
    shown = Math.floor(shown / 2);
  }
}

function groupBlocks(frame: MailFrame, items: readonly NoticeItem[]): Block[] {
  const groups = bySearch(items);
  const bare = groups.length === 1 && groups[0]?.group === null;
  return groups.flatMap(({ group, items: of }): Block[] => [
    ...(bare ? [] : [{ type: 'group' as const, text: group === null ? ELSEWHERE : plain(group, 160) }]),
    ...of.map((item) => ({ type: 'item' as const, item: itemOf(frame, item) })),
  ]);
}

function itemOf(frame: MailFrame, item: NoticeItem): PageItem {
  const place = item.event?.place;
  return {
    tone: toneOf(item),
    label: labelOf(item, frame),
    about: item.about === null ? null : plain(item.about, 120),
    sentence: sentence(item.sentence),
    notes: [
      ...(item.handedOn ? [handedOnBy(item.handedOn, frame)] : []),
      ...(place ? [`Where: ${plain(place, 200)}`] : []),
      ...(item.nextStep ? [`Next: ${sentence(item.nextStep, 200)}`] : []),
    ],
    href: frame.publicUrl + item.path,
  };
}

function handedOnBy(
  { by, at, reason }: NonNullable<NoticeItem['handedOn']>,
  { timeZone, now }: Pick<MailFrame, 'timeZone' | 'now'>,
): string {
  const who = by === null ? 'the operator' : plain(by, 120);
  const why = reason === null ? '.' : `: “${plain(reason, 500)}”`;
  return `Handed on by ${who}, ${formatLocalMoment(at, timeZone, now)}${why}`;
}

function moreBlocks(frame: MailFrame, more: number): Block[] {
  if (more <= 0) return [];
  return [
    { type: 'link', link: { label: `And ${more} more on your reminders page`, href: `${frame.publicUrl}/reminders` } },
  ];
}
