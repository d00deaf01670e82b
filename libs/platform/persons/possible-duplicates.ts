import type { Transaction } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';

/** What a person is reached by: nobody else has the same. */
export interface Reaches {
  email: string | null;
  phone: string | null;
  profileUrl: string | null;
}

/** Somebody who is here already, and what is the same. */
export interface PossibleDuplicate {
  id: string;
  name: string;
  same: (keyof Reaches)[];
  /** of a contact: whose */
  client?: { id: string; name: string };
}

/** So many are named. */
export const MOST_DUPLICATES = 5;

const WORDS: Record<keyof Reaches, string> = {
  email: 'email address',
  phone: 'phone number',
  profileUrl: 'profile link',
};

type Given = { [K in keyof Reaches]?: string | null };

/** What of a record is new against how it stood before: only that may make it somebody else's. */
export function reachesOf(after: Given, before: Given = {}): Reaches {
  const fresh = (key: keyof Reaches): string | null => (after[key] === before[key] ? null : (after[key] ?? null));
  return { email: fresh('email'), phone: fresh('phone'), profileUrl: fresh('profileUrl') };
}

/**
 * The same person twice is asked about, not kept in silence. Whoever adds the same meanwhile waits until this
 * transaction has ended, and is asked then.
 */
export async function refuseKnown(
  tx: Transaction,
  firmId: string,
  reaches: Reaches,
  find: () => Promise<PossibleDuplicate[]>,
): Promise<void> {
  if (Object.values(reaches).every((value) => value === null)) return;
  await tx.query(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended($1::text || kind || value, 0) as key
       from (values ('email', lower($2::text)), ('phone', phone_key($3)), ('profile', profile_key($4))) v (kind, value)
       where value is not null order by 1) keys`,
    [firmId, reaches.email, reaches.phone, reaches.profileUrl],
  );
  const duplicates = await find();
  if (duplicates.length === 0) return;
  throw new DomainError<'possible_duplicate'>('possible_duplicate', sentenceOf(duplicates), { duplicates });
}

function sentenceOf([first, ...others]: readonly PossibleDuplicate[]): string {
  if (!first) return '';
  const same = first.same.map((key) => WORDS[key]).join(' and ');
  const more =
    others.length === 0
      ? ''
      : others.length === 1
        ? ', and so has one more person'
        : `, and so have ${others.length} more people`;
  return `${first.name} has this ${same} already${more}. Save another record only if it is somebody else.`;
}
