import type { PossibleDuplicate, Reaches } from './candidates.types.js';

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

export function duplicateSentence(duplicates: readonly PossibleDuplicate[]): string {
  const [first, ...others] = duplicates;
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
