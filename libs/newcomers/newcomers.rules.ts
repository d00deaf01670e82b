import { emailOf, webAddressOf } from '@app/platform/values/addresses.js';
import { countryOf } from '@app/platform/values/country.js';
import { phoneOf } from '@app/platform/values/phone.js';
import { lengthOf, LOST, LOST_LETTER, seen } from '@app/platform/values/seen-text.js';
import { Wrong } from '@app/platform/values/wrong.js';
import {
  LISTED_FIELDS,
  type JudgedPerson,
  type ListedField,
  type ListedPerson,
  type ListedProblem,
} from './newcomers.types.js';
import type { KnownAmong } from '@app/candidates/candidates.types.js';

type Judge = (text: string) => string | Wrong;

const text =
  (longest: number): Judge =>
  (typed) => {
    const value = seen(typed);
    if (value.includes(LOST_LETTER)) return new Wrong(LOST);
    return lengthOf(value) > longest ? new Wrong(`must have ${longest} characters at most`) : value;
  };

/** The judges of the form's fields, and how a sentence about one begins. */
const FIELDS: Record<ListedField, { called: string; judge: Judge }> = {
  name: { called: 'The name', judge: text(300) },
  title: { called: 'The title', judge: text(300) },
  employer: { called: 'The employer', judge: text(300) },
  email: { called: 'The email', judge: emailOf },
  phone: { called: 'The phone', judge: phoneOf },
  profileUrl: { called: 'The profile link', judge: webAddressOf },
  city: { called: 'The city', judge: text(200) },
  country: {
    called: 'The country',
    judge: (typed) => countryOf(typed) ?? new Wrong('must be a country of today, or its code of two letters'),
  },
};

export interface Read {
  readonly values: Readonly<Record<ListedField, string | null>>;
  readonly problems: ListedProblem[];
}

/** What a form would keep of it, and what it would refuse. */
export function readPerson(person: ListedPerson): Read {
  const problems: ListedProblem[] = [];
  const entries = LISTED_FIELDS.map((field) => {
    const typed = seen(person[field] ?? '');
    if (typed === '') return [field, null] as const;
    const read = FIELDS[field].judge(typed);
    if (!(read instanceof Wrong)) return [field, read] as const;
    problems.push({ field, sentence: `${FIELDS[field].called} ${read.sentence}.` });
    return [field, null] as const;
  });
  const values = Object.fromEntries(entries) as Record<ListedField, string | null>;
  const isNamed = seen(person.name ?? '') !== '';
  if (!isNamed) problems.unshift({ field: 'name', sentence: 'Enter a name.' });
  return { values, problems };
}

/** What would become of somebody who is known. */
export function judgeKnown(isHere: boolean, isInSearch: boolean): JudgedPerson {
  const state = isHere ? (isInSearch ? 'in_search' : 'known') : 'refused';
  const problems: ListedProblem[] = isHere ? [] : [{ field: 'name', sentence: 'There is no candidate with this id.' }];
  return { state, problems, duplicates: [], sameAs: null };
}

/** What would become of them, by what is known of them. */
export function judgePerson(
  { problems }: Read,
  { sameAs, duplicates }: KnownAmong,
  inSearch: ReadonlySet<string>,
  erased: string | null,
): JudgedPerson {
  const marked = duplicates.map((one) => ({ ...one, inSearch: inSearch.has(one.id) }));
  const judged = (state: JudgedPerson['state'], more: ListedProblem[] = []): JudgedPerson => ({
    state,
    problems: [...problems, ...more],
    duplicates: marked,
    sameAs,
  });
  if (problems.length > 0) return judged('refused');
  if (erased !== null) return judged('refused', [{ field: 'name', sentence: erased }]);
  if (sameAs !== null) return judged('twice');
  if (marked.some((one) => one.inSearch)) return judged('in_search');
  return judged(marked.length > 0 ? 'known' : 'new');
}
