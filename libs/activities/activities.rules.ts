import type { Actor } from '@app/identity/identity.types.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { ActivityKind } from './activities.types.js';

/** How far ahead of ours the clock of somebody's machine may be. */
const TOLERATED_LEAD_MS = 5 * 60_000;

const TWO_WAY: ReadonlySet<ActivityKind> = new Set([
  'call',
  'meeting',
  'interview',
  'interview_set',
  'client_feedback',
]);

/** A conversation in which both sides spoke, or agreed on when they will, moves a search; a mail or a note may have met with silence. */
export const isProgress = (kind: ActivityKind): boolean => TWO_WAY.has(kind);

/** When it happened: now unless said otherwise, and never later than now; null is refused. */
export function momentOf(said: Date | undefined, now: Date): Date | null {
  if (!said || said <= now) return said ?? now;
  return said.getTime() - now.getTime() <= TOLERATED_LEAD_MS ? now : null;
}

/** Whoever logged it, a partner or an admin. That an interview was set is said by the interview itself. */
export const mayChange = (actor: Actor, activity: { kind: ActivityKind; byUserId: string | null }): boolean =>
  activity.kind !== 'interview_set' &&
  (mayManageFirm(actor) || (actor.userId !== null && activity.byUserId === actor.userId));
