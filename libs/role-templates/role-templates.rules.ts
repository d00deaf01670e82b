import { type LocalDate, yearOf } from '@app/platform/time/local-date.js';
import type { EditRoleTemplate, RoleTemplateFields, StoredRoleTemplate } from './role-templates.types.js';

/** Longer keys say nothing more. */
const LONGEST_KEY = 60;

/** A key that no template has, from the words of a title: `head_of_robotics`, then `head_of_robotics_2`. */
export function keyFor(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');
  const key = words.slice(0, LONGEST_KEY).replaceAll(/^_+|_+$/g, '') || 'role';
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

/** Why a template beside these cannot have this title, or null. */
export function titleRefusal(
  others: readonly Pick<StoredRoleTemplate, 'title' | 'archived'>[],
  title: string,
): string | null {
  const same = others.find((other) => other.title.toLowerCase() === title.toLowerCase());
  if (!same) return null;
  return same.archived
    ? 'An archived role template has this title. Bring it back, or choose another title.'
    : 'There is a role template of this title already. Choose another.';
}

/** Of what was sent, what is kept. */
export function asKept<Given extends RoleTemplateFields | Omit<EditRoleTemplate, 'version'>>(given: Given): Given {
  const criteria = given.criteria?.map(({ text, kind, mustHave }) => ({ text, kind, mustHave }));
  return criteria ? { ...given, criteria } : given;
}

/** A reference without its last part: `CAIO-2026`. */
export const referencePrefix = (code: string, openedOn: LocalDate): string => `${code}-${yearOf(openedOn)}`;

/** Without vowels, which make words, and without what looks like something else. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const SIGNS_OF_A_REFERENCE = 4;

/**
 * `CAIO-2026-7KQ4`: by lot, because a running number tells how many searches there are that one does not see. `draw`
 * answers a whole number below the one it is given.
 */
export function reference(prefix: string, draw: (below: number) => number): string {
  const signs = Array.from({ length: SIGNS_OF_A_REFERENCE }, () => SIGNS[draw(SIGNS.length)]);
  return `${prefix}-${signs.join('')}`;
}
