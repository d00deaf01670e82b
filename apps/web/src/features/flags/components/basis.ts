import { exact, plainDate } from '../../../lib/dates';
import { STAGE_KIND } from '../../../lib/words';

export interface Detail {
  label: string;
  value: string;
}

type Values = Readonly<Record<string, unknown>>;
type Write = (value: unknown, zone: string, now: Date) => string | null;

const moment: Write = (value, zone) => (typeof value === 'string' ? exact(value, zone) : null);
const date: Write = (value, _zone, now) => (typeof value === 'string' ? plainDate(value, now) : null);
const plain: Write = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
const days =
  (unit: string): Write =>
  (value) =>
    typeof value === 'number' ? `${value} ${unit} ${value === 1 ? 'day' : 'days'}` : null;
const noneAs =
  (word: string, write: Write): Write =>
  (value, zone, now) =>
    value === 0 || (Array.isArray(value) && value.length === 0) ? word : write(value, zone, now);

const holidays: Write = (value, zone, now) =>
  Array.isArray(value) ? value.map((entry: unknown) => holiday(entry, zone, now)).join(', ') : null;

function holiday(entry: unknown, zone: string, now: Date): string {
  if (typeof entry === 'string') return date(entry, zone, now) ?? entry;
  if (typeof entry !== 'object' || entry === null) return '';
  const { date: on, name } = entry as { date?: unknown; name?: unknown };
  const when = date(on, zone, now) ?? '';
  return typeof name === 'string' ? `${when} (${name})` : when;
}

const counted: Write = (value, _zone, now) =>
  Array.isArray(value) && value.length > 0
    ? value.map((entry: unknown) => plainDate(String(entry), now)).join(', ')
    : null;

/** What a deadline was counted from, in the order one would explain it. */
const LINES: Readonly<Record<string, { label: string; write: Write }>> = {
  progressAt: { label: 'Last progress', write: moment },
  windowOpenedAt: { label: 'Window opened', write: moment },
  openedAt: { label: 'Search opened', write: moment },
  localDate: { label: 'Counted from', write: date },
  workingDays: { label: 'Limit', write: days('working') },
  calendarDays: { label: 'Limit', write: days('calendar') },
  countedDays: { label: 'Days counted', write: counted },
  holidaysSkipped: { label: 'Holidays skipped', write: noneAs('none', holidays) },
  holdDaysRemoved: { label: 'Days on hold excluded', write: noneAs('none', plain) },
  zone: { label: 'Time zone', write: plain },
  calendarVersion: { label: 'Calendar version', write: plain },
  policyVersion: { label: 'Policy version', write: plain },
};

export function basisDetails(basis: Values, now: Date): Detail[] {
  const zone = typeof basis['zone'] === 'string' ? basis['zone'] : 'UTC';
  return Object.entries(LINES).flatMap(([key, { label, write }]) => {
    const value = key in basis ? write(basis[key], zone, now) : null;
    return value === null ? [] : [{ label, value }];
  });
}

const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The numbers a rule decided on, by the names it gives them. */
export function evidenceDetails(
  evidence: Values,
  names: readonly { key: string; label: string }[],
  zone: string,
  now: Date,
): Detail[] {
  return names.flatMap(({ key, label }) => {
    const value = evidenceValue(evidence[key], zone, now);
    return value === null ? [] : [{ label, value }];
  });
}

function evidenceValue(value: unknown, zone: string, now: Date): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (typeof value === 'string') {
    if (ISO_MOMENT.test(value)) return exact(value, zone);
    if (ISO_DATE.test(value)) return plainDate(value, now);
    return value in STAGE_KIND ? STAGE_KIND[value as keyof typeof STAGE_KIND] : value;
  }
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.map((entry: unknown) => evidenceValue(entry, zone, now) ?? '').join('; ');
}
