import { countryCode } from '../../lib/countries';
import type { Judged, ListedPerson, Newcomer } from './newcomers';
import type { Listed, ListedField } from './read-list';

export interface Row extends Listed {
  key: number;
  /** who it is, where that was asked: `leave`, `new` or the id of who is known */
  choice: string | null;
}

/** In the order of a form. */
export const FIELDS: Record<ListedField, string> = {
  name: 'Name',
  title: 'Title',
  employer: 'Employer',
  email: 'Email',
  phone: 'Phone',
  profileUrl: 'Profile link',
  city: 'City',
  country: 'Country',
};

const SAME: Record<string, string> = { email: 'email', phone: 'phone', profileUrl: 'profile link' };
const listed = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);

/** What the server is asked about a row. */
export function personOf(row: Row): ListedPerson {
  const fields = Object.keys(FIELDS) as ListedField[];
  const person = Object.fromEntries(fields.map((field) => [field, row[field].trim() || null])) as ListedPerson;
  const country = row.country.trim();
  return { ...person, country: country === '' ? null : (countryCode(country) ?? country) };
}

const ANOTHER = { value: 'new', label: 'Someone else: add anyway' };

/** Who it may be, the likeliest first; none where nobody needs to be asked. */
export function choicesOf(
  { state, duplicates, sameAs }: Judged,
  intoSearch: boolean,
): { value: string; label: string }[] {
  switch (state) {
    case 'known':
      return [
        ...duplicates.map(({ id, name }) => ({
          value: intoSearch ? id : 'leave',
          label: intoSearch ? `Add ${name}, who is known` : `${name}: leave out`,
        })),
        ANOTHER,
      ].filter(({ value }, at, all) => all.findIndex((one) => one.value === value) === at);
    case 'in_search':
      return [{ value: 'leave', label: 'The same person: leave out' }, ANOTHER];
    case 'twice':
      return [{ value: 'leave', label: `Same as row ${(sameAs ?? 0) + 1}: leave out` }, ANOTHER];
    default:
      return [];
  }
}

/** Why somebody is asked about. */
export function reasonOf({ state, duplicates }: Judged): string | null {
  if (state !== 'known' && state !== 'in_search') return null;
  const [first] = duplicates.filter(({ inSearch }) => inSearch === (state === 'in_search'));
  if (!first) return null;
  const same = listed(first.same.map((one) => SAME[one] ?? one));
  return state === 'in_search'
    ? `${first.name} is in this search already, with the same ${same}.`
    : `${first.name} is here already, with the same ${same}.`;
}

/** A choice was made about who was typed before, so it does not outlive that. */
export const changed = (row: Row, changes: Partial<Row>): Row => ({ ...row, choice: null, ...changes });

/** What is sent of a row; null: it is left out. */
export function planOf(row: Row, judged: Judged | undefined, intoSearch: boolean): Newcomer | null {
  if (!judged || judged.state === 'refused') return null;
  const person = { ...personOf(row), name: row.name.trim() } as Newcomer;
  const choices = choicesOf(judged, intoSearch);
  if (choices.length === 0) return person;
  const choice = choices.find(({ value }) => value === row.choice)?.value ?? choices[0]?.value;
  if (choice === 'leave' || choice === undefined) return null;
  return choice === 'new' ? { ...person, force: true } : { ...person, candidateId: choice };
}
