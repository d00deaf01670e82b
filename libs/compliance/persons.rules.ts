/** What somebody is called and reached by. */
export interface Named {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly profileUrl: string | null;
  readonly ref: string | null;
}

export interface PersonWords {
  readonly words: string[];
  readonly ownWords: string[];
  readonly cells: string[];
}

const SHORTEST_PHONE = 7;

/**
 * The words by which texts name somebody. A name of one word may mean anything, and a name that somebody else bears
 * too may mean them: both are taken out of what is about the person, and left alone elsewhere.
 */
export function wordsOf(named: Named, namesake: boolean): PersonWords {
  const { name, email, phone, profileUrl, ref } = named;
  const calls = names(name);
  const reaches = [email, phoneOf(phone), profileUrl, profileUrl?.replace(/^https?:\/\/(www\.)?/, '')];
  const means = [...reaches, ...(namesake || !name.trim().includes(' ') ? [] : calls)];
  return {
    words: distinct([...reaches, ...calls]),
    ownWords: distinct(means),
    cells: [...new Set([name, email, phone, profileUrl, ref].flatMap((cell) => (cell?.trim() ? [lower(cell)] : [])))],
  };
}

/** As it is written, without accents, and with the family name first. */
function names(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return [name, plain].flatMap((written) => {
    const parts = written.trim().split(/\s+/);
    return parts.length < 2 ? parts : [parts.join(' '), `${parts.at(-1)}, ${parts.slice(0, -1).join(' ')}`];
  });
}

const phoneOf = (phone: string | null): string | null =>
  phone && phone.replace(/\D/g, '').length >= SHORTEST_PHONE ? phone : null;

const lower = (text: string): string => text.trim().toLowerCase();

/** The longest first, as a shorter one may be part of it; also as JSON writes them. */
function distinct(words: readonly (string | null | undefined)[]): string[] {
  const written = words.flatMap((word) =>
    word?.trim() ? [word.trim(), JSON.stringify(word.trim()).slice(1, -1)] : [],
  );
  return [...new Set(written)].sort((a, b) => b.length - a.length);
}
