import type { TodayItem } from '../../../lib/answers';
import { dateOf } from '../../../lib/dates';
import type { FlagChange } from '../api/flag-verbs';

/** What can be done with a row of today. */
export type TodayAct = 'log' | 'acknowledge' | 'snooze' | 'wake' | 'assign';

/** What people say most often of a flag that may wait. */
export const REASONS = [
  'The client is away',
  'Waiting for the candidate',
  'Agreed with the client',
  'I am on it today',
] as const;

export interface Choice {
  label: string;
  change: FlagChangeOf;
}

/** A change without the flag it is for. */
export type FlagChangeOf = Omit<FlagChange, 'flagId'>;

export const changesOf = (flags: readonly TodayItem[], change: FlagChangeOf): FlagChange[] =>
  flags
    .filter((flag) => change.verb !== 'acknowledge' || !flag.acknowledged)
    .map(({ flagId }) => ({ ...change, flagId }));

/** The way back, for flags as they were. */
export function undoOf(flags: readonly TodayItem[], { verb }: FlagChangeOf): FlagChange[] {
  switch (verb) {
    case 'acknowledge':
      return flags.filter(({ acknowledged }) => !acknowledged).map(({ flagId }) => ({ flagId, verb: 'take_back' }));
    case 'snooze':
      return flags.map(({ flagId }) => ({ flagId, verb: 'wake' }));
    case 'assign':
      return flags.map(({ flagId, assignedTo }) => ({ flagId, verb: 'assign', userId: assignedTo?.id ?? null }));
    case 'take_back':
    case 'wake':
      return [];
  }
}

/** What somebody says with it, where they say anything. */
export const said = (reason: string): { reason?: string } => (reason.trim() ? { reason: reason.trim() } : {});

export const LONGEST_SNOOZE_DAYS = 60;

/** A local date from the number of another. */
export const dayAfter = (today: number, days: number): string => dateOf(today + days);

/** The usual days to look again, from the number of the local date; day 0 was a Thursday. */
export function snoozeDays(today: number): { label: string; until: string }[] {
  const toMonday = (11 - (today % 7)) % 7 || 7;
  return [
    { label: 'Tomorrow', until: dayAfter(today, 1) },
    ...(toMonday === 1 || toMonday === 7 ? [] : [{ label: 'Monday', until: dayAfter(today, toMonday) }]),
    { label: 'In a week', until: dayAfter(today, 7) },
    { label: 'In a month', until: dayAfter(today, 30) },
  ];
}
