import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { dateOf, dayOf, formatDay } from '@app/platform/time/local-date.js';
import { localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import type { FlagActions, FlagErrorCode, FlagState, Handler, LockedFlag } from './stalls.types.js';

/** Whoever snoozes longer than this wants another limit, not a later look. */
export const LONGEST_SNOOZE_DAYS = 60;

export interface FlagRefusal {
  readonly code: FlagErrorCode;
  readonly sentence: string;
}

/** `nothing`: it is as asked for already. */
export type FlagDecided<Change> = { readonly refused: FlagRefusal } | { readonly nothing: true } | Change;

/** Flags are taken in hand by the team of the search, by whoever they were given to, and by partners. */
export const mayHandle = (actor: Pick<Actor, 'role'>, { onTeam, isOwner }: Handler): boolean =>
  onTeam || isOwner || mayManageFirm(actor);

/** What this person may do next with a flag that is shown to them. */
export function allowedFlagActions(
  actor: Pick<Actor, 'role'>,
  handler: Handler,
  { state, acknowledged, snoozed }: FlagState,
): FlagActions {
  const may = mayHandle(actor, handler) && state === 'open';
  return {
    acknowledge: may && !acknowledged,
    takeBack: may && acknowledged,
    snooze: may,
    wake: may && snoozed,
    assign: may,
  };
}

/** Only what stands can be taken in hand: what has moved on needs nobody, and on hold nothing counts. */
export function standingRefusal({ state }: Pick<LockedFlag, 'state'>): FlagRefusal | null {
  if (state === 'open') return null;
  const sentence =
    state === 'suspended'
      ? 'The search is on hold and this flag rests until it resumes: there is nothing to take in hand.'
      : 'This flag has been cleared in the meantime: there is nothing left to take in hand.';
  return { code: 'flag_not_standing', sentence };
}

/** An acknowledgement is somebody's word with a reason; repeated it changes nothing, another one needs the first taken back. */
export function decideAcknowledging(
  { acknowledgedBy, acknowledgeReason }: LockedFlag,
  userId: string | null,
  reason: string,
): FlagDecided<{ reason: string }> {
  if (acknowledgeReason === null) return { reason };
  if (acknowledgedBy === userId && acknowledgeReason === reason) return { nothing: true };
  const sentence = 'This flag has been acknowledged already. Take that back first to give another reason.';
  return { refused: { code: 'flag_acknowledged', sentence } };
}

/** Snoozed until a local date of the office, the flag comes back as that day begins there. */
export function decideSnoozing(
  { snoozedUntil, zone }: LockedFlag,
  until: string,
  now: Date,
): FlagDecided<{ until: Date }> {
  const [today, wanted] = [localDayOf(now, zone), dayOf(until)];
  const refused = (sentence: string) => ({ refused: { code: 'snooze_date_refused', sentence } as const });
  if (wanted <= today) return refused('Snooze until a day to come: this one has begun already at the office.');
  const last = today + LONGEST_SNOOZE_DAYS;
  if (wanted > last) {
    const latest = `${formatDay(last)} ${dateOf(last).slice(0, 4)}`;
    return refused(`Snooze for ${LONGEST_SNOOZE_DAYS} days at most: until ${latest}.`);
  }
  const at = startOfLocalDay(wanted, zone);
  return snoozedUntil?.getTime() === at.getTime() ? { nothing: true } : { until: at };
}

export interface Assignee {
  readonly maySeeSearch: boolean;
}

/** A flag goes to somebody who may see its search; `null` gives it back to the lead. */
export function decideAssigning(
  { assignedTo }: LockedFlag,
  userId: string | null,
  assignee: Assignee | null,
): FlagDecided<{ userId: string | null }> {
  const refused = (sentence: string) => ({ refused: { code: 'unknown_assignee', sentence } as const });
  if (userId !== null && !assignee) return refused('There is no user of this firm with this id.');
  if (userId !== null && assignee?.maySeeSearch === false) {
    return refused('This search is confidential and they are not on its team: add them to it first.');
  }
  return assignedTo === userId ? { nothing: true } : { userId };
}
