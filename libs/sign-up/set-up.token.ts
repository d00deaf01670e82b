import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Opens a new installation to whoever runs it. Nothing is stored: every process derives the same token from the secret
 * and from what tells this database from every other, and it is worth something only while there is no firm.
 */
export const setUpToken = (secret: string, installation: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['first firm of', installation]))
    .digest('base64url');

export const setUpLink = (publicUrl: string, token: string): string =>
  new URL(`/sign-up?setup=${token}`, publicUrl).href;

/** Takes the same time wherever they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
