import { isDay } from '@app/platform/time/local-date.js';
import { zoneOf } from '@app/platform/time/zone.js';
import {
  domainOf,
  emailAsKept,
  emailOf,
  loginEmailOf,
  webAddressOf,
  withoutPath,
} from '@app/platform/values/addresses.js';
import { countryOf } from '@app/platform/values/country.js';
import { currencyOf } from '@app/platform/values/currency.js';
import { regionOf } from '@app/platform/values/region.js';
import { phoneOf } from '@app/platform/values/phone.js';
import { lengthOf } from '@app/platform/values/seen-text.js';
import { Wrong } from '@app/platform/values/wrong.js';

/** Rows of the firm that cells point at and that are few enough to be known by heart. */
export interface Known {
  readonly file: string;
  readonly ids: ReadonlyMap<string, string>;
  /** key -> row it was refused in */
  readonly refused: ReadonlyMap<string, number>;
}

export interface KnownRows {
  readonly offices: Known;
  readonly users: Known;
  readonly stages: Known;
}

/** How a cell that is not empty is read: into Postgres' text form of its value, or into what is wrong with it. */
export interface ValueKind {
  readonly sql:
    'text' | 'text[]' | 'int' | 'int[]' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'uuid' | 'uuid[]';
  read(text: string, known: KnownRows): string | Wrong;
}

const SHOWN = 40;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const MINUTES_EAST = 14 * 60;
const MINUTES_WEST = 12 * 60;

const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line}"`;
};

/** Text of at most so many characters. */
export const text = (longest: number): ValueKind => ({
  sql: 'text',
  read: (value) => {
    const length = value.length > longest ? lengthOf(value) : 0;
    if (length > longest) return new Wrong(`has ${length} characters; ${longest} are allowed`);
    if (value.includes('\0')) return new Wrong('contains a NUL character');
    return value;
  },
});

export const oneOf = (...allowed: string[]): ValueKind => ({
  sql: 'text',
  read: (value) => readOneOf(value, allowed),
});

export const someOf = (...allowed: string[]): ValueKind => ({
  sql: 'text[]',
  read: (value) => readList(value, (part) => readOneOf(part, allowed)),
});

export const yesNo: ValueKind = {
  sql: 'boolean',
  read: (value) => {
    const answer = readOneOf(value, ['yes', 'no']);
    return answer instanceof Wrong ? answer : String(answer === 'yes');
  },
};

export const workingDays: ValueKind = {
  sql: 'int[]',
  read: (value) =>
    readList(value, (part) => {
      const day = readOneOf(part, WEEKDAYS);
      return day instanceof Wrong ? day : String(WEEKDAYS.indexOf(day) + 1);
    }),
};

/** The judge of the same field of a form. */
const judged = (judge: (value: string) => string | Wrong): ValueKind => ({
  sql: 'text',
  read: (value) => {
    const read = value.includes('\0') ? judge('') : judge(value);
    return read instanceof Wrong ? new Wrong(`${shown(value)} ${read.sentence.replace(/^must be/, 'is not')}`) : read;
  },
});

export const email = judged(emailOf);
export const loginEmail = judged(loginEmailOf);
export const phone = judged(phoneOf);
export const webAddress = judged(webAddressOf);
export const domain = judged((value) => domainOf(withoutPath(value)));

export const country: ValueKind = {
  sql: 'text',
  read: (value) => {
    return countryOf(value) ?? new Wrong(`${shown(value)} is not a two-letter country code of ISO 3166-1, such as DE`);
  },
};

export const subdivision: ValueKind = {
  sql: 'text',
  read: (value) => {
    const code = regionOf(value.trim().slice(0, 2).toUpperCase(), value);
    return code ?? new Wrong(`${shown(value)} is not a region code of ISO 3166-2, such as DE-BE`);
  },
};

export const timeZone: ValueKind = {
  sql: 'text',
  read: (value) => zoneOf(value) ?? new Wrong(`${shown(value)} is not an IANA time zone, such as Europe/Berlin`),
};

export const currency = judged(currencyOf);

/** Lower-case letters, digits and underscores, as in `chief_ai_officer`. */
export const code: ValueKind = {
  sql: 'text',
  read: (value) => {
    const key = value.toLowerCase();
    const isOne = /^[a-z0-9][a-z0-9_-]{0,59}$/.test(key);
    return isOne
      ? key
      : new Wrong(`${shown(value)} is not a valid key: use letters, digits, "_" and "-", 60 characters at most`);
  },
};

export const wholeNumber = (from: number, to: number): ValueKind => ({
  sql: 'int',
  read: (value) => {
    const isOne = /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to;
    return isOne ? String(Number(value)) : new Wrong(`${shown(value)} is not a whole number from ${from} to ${to}`);
  },
});

export const amount: ValueKind = {
  sql: 'numeric',
  read: (value) =>
    /^\d{1,12}(\.\d{1,2})?$/.test(value)
      ? value
      : new Wrong(`${shown(value)} is not an amount such as 210000 or 210000.50`),
};

export const date: ValueKind = {
  sql: 'date',
  read: (value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return new Wrong(`${shown(value)} is not a date such as 2026-03-31`);
    return readDate(value);
  },
};

/** A moment as ISO 8601 in UTC. A date alone stays a date: which moment it is depends on an office's zone. */
export const moment: ValueKind = {
  sql: 'timestamptz',
  read: (value) => {
    const parts = MOMENT.exec(value);
    if (!parts) return new Wrong(`${shown(value)} is not a date and time such as 2026-03-31T14:30:00+02:00`);
    const [, day = '', hour, minute, second = '00', fraction = '', offset] = parts;
    const date = readDate(day);
    if (date instanceof Wrong || hour === undefined) return date;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
      return new Wrong(`${shown(value)} is a time that does not exist`);
    if (offset === undefined)
      return new Wrong(`${shown(value)} has no UTC offset; write it as ${day}T${hour}:${minute}:${second}+02:00`);
    const minutes = offsetMinutes(offset);
    if (minutes === null) return new Wrong(`${shown(value)} has a UTC offset that no place uses`);
    const at = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
    return new Date(at - minutes * 60_000).toISOString();
  },
};

/** The key of a row of a small file, kept as its id. */
export const keyOf = (rows: keyof KnownRows, lowerCase = false): ValueKind => ({
  sql: 'uuid',
  read: (value, known) => readKey(lowerCase ? keyAsKept(value, rows) : value, known[rows]),
});

export const keysOf = (rows: keyof KnownRows): ValueKind => ({
  sql: 'uuid[]',
  read: (value, known) => readList(value, (part) => readKey(keyAsKept(part, rows), known[rows])),
});

const keyAsKept = (value: string, rows: keyof KnownRows): string =>
  rows === 'users' ? emailAsKept(value) : value.toLowerCase();

function readOneOf(value: string, allowed: readonly string[]): string | Wrong {
  const key = value.toLowerCase();
  return allowed.includes(key) ? key : new Wrong(`${shown(value)} is not one of ${allowed.join(', ')}`);
}

function readKey(value: string, known: Known): string | Wrong {
  const id = known.ids.get(value);
  if (id !== undefined) return id;
  const row = known.refused.get(value);
  if (row !== undefined) return new Wrong(`${shown(value)} was refused: ${known.file} row ${row}`);
  const thing = { 'offices.csv': 'office', 'users.csv': 'user', 'stages.csv': 'stage' }[known.file] ?? 'row';
  const all =
    known.ids.size > 0 && known.ids.size <= 20 && thing !== 'user'
      ? `; there is ${[...known.ids.keys()].join(', ')}`
      : '';
  return new Wrong(`${shown(value)}: there is no ${thing} with that name${all}`);
}

/** Values between semicolons, each once, as an array of Postgres; none of them needs quoting there. */
function readList(value: string, read: (part: string) => string | Wrong): string | Wrong {
  const values = new Set<string>();
  for (const part of value.split(';')) {
    if (part.trim() === '') continue;
    const one = read(part.trim());
    if (one instanceof Wrong) return one;
    values.add(one);
  }
  return `{${[...values].join(',')}}`;
}

function readDate(day: string): string | Wrong {
  const year = Number(day.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return new Wrong(`"${day}" is not between ${FIRST_YEAR} and ${LAST_YEAR}`);
  const month = Number(day.slice(5, 7));
  const number = Number(day.slice(8));
  if (month < 1 || month > 12 || number < 1) return new Wrong(`"${day}" is a date that does not exist`);
  if (number > 28 && !isDay(day)) return new Wrong(`"${day}" is a date that does not exist`);
  return day;
}

function offsetMinutes(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || '0');
  const total = hours * 60 + minutes;
  const isEast = offset.startsWith('+');
  if (minutes > 59 || total > (isEast ? MINUTES_EAST : MINUTES_WEST)) return null;
  return isEast ? total : -total;
}
