import { dayOf, formatDay, type LocalDate, type LocalDay, tense } from '@app/platform/time/local-date.js';
import { formatLocalMoment, formatLocalTime, localDayOf, offsetAt } from '@app/platform/time/zone.js';
import { type MailFrame, NOTICE_KINDS, type NoticeItem, type NoticeKind } from './mails.types.js';
import type { Tone } from './mail-page.js';

/** The most urgent first: what somebody waited for in vain, what stopped, what ends by itself, what is merely due. */
export const URGENCY: readonly NoticeKind[] = [
  'flag_escalated',
  'flag_raised',
  'window_closing',
  'offer_expiring',
  'interview_cancelled',
  'interview_changed',
  'interview_tomorrow',
  'mentioned',
  'article14_due',
  'client_feedback_due',
  'task_due',
  'check_in_due',
];
const RANK = new Map(URGENCY.map((kind, rank) => [kind, rank]));

interface Words {
  readonly one: string;
  readonly many: string;
  /** subjects of a mail about this kind only; the second after the number */
  readonly subject: readonly [string, string];
  readonly section: string;
}

const WORDS: Readonly<Record<NoticeKind, Words>> = {
  flag_raised: {
    one: 'flag',
    many: 'flags',
    subject: ['One of your searches needs you', 'flags on your searches need you'],
    section: 'Flags',
  },
  flag_escalated: {
    one: 'escalation',
    many: 'escalations',
    subject: ['A flag was escalated to you', 'flags were escalated to you'],
    section: 'Escalated to you',
  },
  window_closing: {
    one: 'window closing',
    many: 'windows closing',
    subject: ['A market window is about to close', 'market windows are about to close'],
    section: 'Windows about to close',
  },
  client_feedback_due: {
    one: 'client feedback due',
    many: 'client feedback requests due',
    subject: ['Client feedback is due', 'client feedback requests are due'],
    section: 'Client feedback due',
  },
  task_due: { one: 'task', many: 'tasks', subject: ['A task is due', 'tasks are due'], section: 'Tasks due' },
  interview_tomorrow: {
    one: 'interview',
    many: 'interviews',
    subject: ['An interview is coming up', 'interviews are coming up'],
    section: 'Interviews',
  },
  interview_changed: {
    one: 'changed interview',
    many: 'changed interviews',
    subject: ['An interview was changed', 'interviews were changed'],
    section: 'Interviews that were changed',
  },
  interview_cancelled: {
    one: 'cancelled interview',
    many: 'cancelled interviews',
    subject: ['An interview was cancelled', 'interviews were cancelled'],
    section: 'Interviews that will not take place',
  },
  offer_expiring: {
    one: 'offer expiring',
    many: 'offers expiring',
    subject: ['An offer is about to expire', 'offers are about to expire'],
    section: 'Offers about to expire',
  },
  check_in_due: {
    one: 'check-in',
    many: 'check-ins',
    subject: ['A check-in is due', 'check-ins are due'],
    section: 'Check-ins due',
  },
  article14_due: {
    one: 'Article 14 notice',
    many: 'Article 14 notices',
    subject: ['An Article 14 notice is due', 'Article 14 notices are due'],
    section: 'Article 14 notices due',
  },
  mentioned: {
    one: 'mention',
    many: 'mentions',
    subject: ['A colleague mentioned you', 'mentions of you by colleagues'],
    section: 'Mentions of you',
  },
};

const HANDED_ON = ['A flag was handed on to you', 'flags were handed on to you'] as const;

export function noticesSubject(items: readonly NoticeItem[]): string {
  const [first] = items;
  if (!first) return 'Nothing is due';
  const subject = items.every(({ handedOn }) => handedOn) ? HANDED_ON : WORDS[first.kind].subject;
  if (items.length === 1) return subject[0];
  if (items.every(({ kind }) => kind === first.kind)) return `${items.length} ${subject[1]}`;
  return `Reminders: ${tally(items)}`;
}

export function digestSubject(date: LocalDate, items: readonly NoticeItem[], today: LocalDay): string {
  return `${formatDay(dayOf(date), today)}: ${items.length === 0 ? 'nothing is due' : tally(items)}`;
}

/** "2 flags, 1 task and 3 more" */
function tally(items: readonly NoticeItem[]): string {
  const parts = byUrgency(items).map(({ kind, items: of }) => ({
    count: of.length,
    text: `${of.length} ${of.length === 1 ? WORDS[kind].one : WORDS[kind].many}`,
  }));
  const named = parts.slice(0, parts.length > 4 ? 3 : 4);
  const rest = parts.slice(named.length).reduce((sum, { count }) => sum + count, 0);
  return named.map(({ text }) => text).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

export interface KindSection {
  readonly kind: NoticeKind;
  readonly heading: string;
  readonly items: readonly NoticeItem[];
}

/** One section per kind that occurs, the most urgent kind first, inside it the worst first. */
export function byUrgency(items: readonly NoticeItem[]): KindSection[] {
  return URGENCY.map((kind) => {
    const of = worstFirst(items.filter((item) => item.kind === kind));
    return { kind, heading: `${WORDS[kind].section} (${of.length})`, items: of };
  }).filter((section) => section.items.length > 0);
}

export interface NoticeGroup {
  readonly group: string | null;
  readonly items: readonly NoticeItem[];
}

/** Grouped by search; the group with the worst item first, and in it the worst item. */
export function bySearch(ordered: readonly NoticeItem[]): NoticeGroup[] {
  const groups = new Map<string | null, NoticeItem[]>();
  for (const item of ordered) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([group, items]) => ({ group, items }));
}

export function worstFirst(items: readonly NoticeItem[]): NoticeItem[] {
  return [...items].sort(
    (a, b) =>
      Number(b.severity === 'stalled') - Number(a.severity === 'stalled') ||
      rankOf(a.kind) - rankOf(b.kind) ||
      (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity) ||
      0,
  );
}

const rankOf = (kind: NoticeKind): number => RANK.get(kind) ?? NOTICE_KINDS.length;

export const toneOf = ({ kind, severity }: NoticeItem): Tone =>
  severity ?? (kind === 'window_closing' || kind === 'offer_expiring' || kind === 'article14_due' ? 'watch' : 'plain');

/** Where and when a mail is read. */
type When = Pick<MailFrame, 'timeZone' | 'now'>;

/** What stands above the sentence: what it is and when, so that colour is never the only sign. */
export function labelOf(item: NoticeItem, when: When): string {
  const { timeZone, now } = when;
  const { kind, severity, at, event } = item;
  const today = localDayOf(now, timeZone);
  const day = item.on ? dayOf(item.on) : at && localDayOf(at, timeZone);
  const on = day === null ? '' : ` ${formatDay(day, today)}`;
  switch (kind) {
    case 'flag_raised': {
      const state = severity === 'stalled' ? 'Stalled' : 'Watch';
      return item.handedOn ? `Handed on to you, ${state.toLowerCase()}` : state;
    }
    case 'flag_escalated':
      return `Escalated to you${severity === null ? '' : `, ${severity}`}`;
    case 'window_closing':
      return at ? `Window ${tense(at, now, 'closes', 'closed')}${on}` : 'Window about to close';
    case 'client_feedback_due':
      return `Client feedback due${on}`;
    case 'task_due':
      return `Task due${on}`;
    case 'interview_changed':
      return event ? `Interview now ${spanOf(event.startsAt, event.endsAt, when)}` : 'Interview changed';
    case 'interview_cancelled':
      return event ? `Cancelled: interview ${spanOf(event.startsAt, event.endsAt, when)}` : 'Interview cancelled';
    case 'interview_tomorrow': {
      if (event) return `Interview ${spanOf(event.startsAt, event.endsAt, when)}`;
      return `Interview${at ? ` ${formatLocalMoment(at, timeZone, now)}` : ''}`;
    }
    case 'offer_expiring':
      return at
        ? `Offer ${tense(at, now, 'expires', 'expired')} ${formatLocalMoment(at, timeZone, now)}`
        : 'Offer about to expire';
    case 'check_in_due':
      return `Check-in due${on}`;
    case 'article14_due':
      return `Article 14 notice due${on}`;
    case 'mentioned':
      return 'You were mentioned';
  }
}

/** "Tue 24 Nov 10:00 to 11:00"; where the clocks change in between, with its length, which the two times do not say. */
function spanOf(from: Date, to: Date, { timeZone, now }: When): string {
  const sameDay = localDayOf(from, timeZone) === localDayOf(to, timeZone);
  const end = sameDay ? formatLocalTime(to, timeZone) : formatLocalMoment(to, timeZone, now);
  const span = `${formatLocalMoment(from, timeZone, now)} to ${end}`;
  if (offsetAt(from, timeZone) === offsetAt(to, timeZone)) return span;
  return `${span} (${(to.getTime() - from.getTime()) / 60_000} minutes)`;
}

// Line breaks would tear the text part apart, direction marks of one name would turn the words after it around.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** One line of somebody's words, not longer than a mail can bear. */
export function plain(text: string, limit = 300): string {
  const line = text.replaceAll(UNPRINTABLE, ' ').replaceAll(/ {2,}/g, ' ').trim();
  const letters = line.length > limit ? [...line] : null;
  return letters && letters.length > limit
    ? `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

/** With its full stop, once. */
export function sentence(text: string, limit = 300): string {
  const line = plain(text, limit);
  return line === '' || /[.!?…]["')\]]?$/.test(line) ? line : `${line}.`;
}
