import type { PasswordOwner } from './auth.types.js';

/**
 * What a password must be, wherever one is chosen. No second factor stands behind it yet, so it is longer than the
 * eight characters that the ASVS asks for at least; what it is made of is everybody's own affair.
 */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

const PRODUCT = 'Searchlight';
/** What people put before or behind a common word so that it passes for a good one. */
const TRIMMINGS = 4;

/** The sentence that refuses it; null when it will do. */
export function passwordRefusal(password: string, owner: PasswordOwner, common: ReadonlySet<string>): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
    return `The password must be ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters long. A sentence is best.`;
  }
  // blanks and characters that nobody sees
  if (/^[\s\p{C}]*$/u.test(password)) return 'The password must not be blank.';
  const text = password.toLowerCase();
  if (isMonotonous(text)) return 'This password is a simple sequence that is easy to guess. Choose another one.';
  const own = ownWords(owner);
  if (variants(text).some((variant) => own.has(variant))) {
    return 'The password must not be your name, your email address, your firm or this product. Choose another one.';
  }
  if (variants(text).some((variant) => common.has(variant))) {
    return 'This is one of the most common passwords, which are tried first. Choose another one.';
  }
  return null;
}

/** The password itself, without what was put around it, and what it repeats. */
function variants(text: string): string[] {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const bare = core && text.length - core.length <= TRIMMINGS ? [core] : [];
  return [text, ...bare].flatMap((one) => [one, repeated(one) ?? one, one.replaceAll(/\s/gu, '')]);
}

function repeated(text: string): string | null {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? null;
}

/** One or two characters over and over, or characters that follow each other. */
function isMonotonous(text: string): boolean {
  const characters = [...text];
  if (new Set(characters).size <= 2) return true;
  const steps = characters.slice(1).map((one, at) => (one.codePointAt(0) ?? 0) - (characters[at]?.codePointAt(0) ?? 0));
  // 7890 and zabc go on where they began
  return [1, -1].some((step) => steps.filter((taken) => taken !== step).length <= Math.floor(steps.length / 10));
}

function ownWords({ email, name, firmNames }: PasswordOwner): ReadonlySet<string> {
  const address = email.toLowerCase();
  const words = [PRODUCT, name, ...firmNames].map((word) => word.toLowerCase());
  const all = [address, ...address.split('@'), ...words, ...words.map((word) => word.replaceAll(/\s/gu, ''))];
  return new Set(all.filter((word) => word.length > 0));
}
