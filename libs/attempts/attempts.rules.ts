import type { Pace } from './attempts.types.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * One account from one network: whoever goes on guessing is slowed more and more. The account's owner, who asks from
 * somewhere else, is not.
 */
export const FROM_ONE_NETWORK: Pace = {
  free: 5,
  firstWait: 2,
  longestWait: 15 * MINUTE,
  forgottenAfter: HOUR,
};

/** All accounts from one network; a whole office may share one, so failures alone count. */
export const OF_A_NETWORK: Pace = {
  free: 60,
  firstWait: 5,
  longestWait: 5 * MINUTE,
  forgottenAfter: 5 * MINUTE,
};

/** One account from everywhere, by devices that nobody has signed in from: they stand in line, one a second. */
export const BY_STRANGERS: Pace = { free: 30, firstWait: 1, longestWait: 1, forgottenAfter: HOUR };
export const PATIENCE_SECONDS = 10;

/** A device that has signed in before is counted by itself. */
export const BY_A_KNOWN_DEVICE: Pace = {
  free: 10,
  firstWait: 2,
  longestWait: MINUTE,
  forgottenAfter: HOUR,
};

/** Mails that somebody asks for, to one address from one network, and to one address altogether. */
export const MAILS_FROM_ONE_NETWORK: Pace = {
  free: 3,
  firstWait: MINUTE,
  longestWait: HOUR,
  forgottenAfter: 2 * HOUR,
};
export const MAILS_TO_ONE_ADDRESS: Pace = {
  free: 10,
  firstWait: 5 * MINUTE,
  longestWait: HOUR,
  forgottenAfter: 2 * HOUR,
};
export const MAILS_OF_A_NETWORK: Pace = {
  free: 20,
  firstWait: MINUTE,
  longestWait: 15 * MINUTE,
  forgottenAfter: HOUR,
};

/** Invitations that a firm has sent: a whole house at once, and nobody's mailbox is filled in its name. */
export const INVITATIONS_OF_A_FIRM: Pace = {
  free: 200,
  firstWait: 30,
  longestWait: 30,
  forgottenAfter: HOUR,
};

/** Seconds to the next try after the first, second, ... one; the last is for all that follow. */
export function waits({ free, firstWait, longestWait }: Pace): number[] {
  const list = Array.from({ length: Math.max(0, free - 1) }, () => 0);
  for (let wait = firstWait; wait < longestWait; wait *= 2) list.push(wait);
  return [...list, longestWait];
}

/** Who shares an address shares its tries. Of IPv6 everybody has a network of their own, so that is what counts. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** When the next try may be, said to a person. */
export function waitSentence(seconds: number): string {
  if (seconds <= 90) return `Too many attempts. Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`;
  return `Too many attempts. Try again in ${Math.ceil(seconds / MINUTE)} minutes.`;
}
