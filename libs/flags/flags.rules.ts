import type { Health } from '@app/vocabulary/vocabulary.types.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { FlagDecision, StallRuleName, WayOut } from '@app/clocks/clocks.types.js';
import { stallRule } from '@app/clocks/stall-rules.rules.js';
import { dateOf, dayOf, formatLongDay, isDay, type LocalDate, plusDays } from '@app/platform/time/local-date.js';
import { explainDays, workingDaysSince, type Hold, type OfficeCalendar } from '@app/platform/time/working-calendar.js';
import { localDateOf, localDayOf, startOfLocalDay } from '@app/platform/time/zone.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import type {
  AsOfFilter,
  Assignee,
  Episode,
  EpisodeFigures,
  FlagActions,
  FlagAsOf,
  FlagErrorCode,
  FlagState,
  Handler,
  LockedFlag,
  OpenFlag,
  PastFlag,
  RuleWords,
  SearchAsOf,
  SearchNames,
  WhyCalendar,
} from './flags.types.js';

/** Whoever snoozes longer than this wants another limit, not a later look. */
export const LONGEST_SNOOZE_DAYS = 60;

export interface FlagRefusal {
  readonly code: FlagErrorCode;
  readonly sentence: string;
}

/** `nothing`: it is as asked for already. */
export type FlagDecided<Change> = { readonly refused: FlagRefusal } | { readonly nothing: true } | Change;

/** Only the team of the search, the assignee, partners and admins can act on this flag. */
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
export function notOpenRefusal({ state }: Pick<LockedFlag, 'state'>): FlagRefusal | null {
  if (state === 'open') return null;
  const sentence =
    state === 'suspended'
      ? 'The search is on hold, so this flag is paused until it resumes.'
      : 'This flag has been cleared in the meantime, so there is nothing left to do.';
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
  const sentence = 'This flag has already been acknowledged. Take that back first to give another reason.';
  return { refused: { code: 'flag_acknowledged', sentence } };
}

/** Snoozed until a local date of the office, the flag comes back as that day begins there. */
export function decideSnoozing(
  { snoozedUntil, zone }: LockedFlag,
  until: LocalDate,
  now: Date,
): FlagDecided<{ until: Date }> {
  const [today, wanted] = [localDayOf(now, zone), dayOf(until)];
  const refused = (sentence: string) => ({ refused: { code: 'snooze_date_refused', sentence } as const });
  if (wanted <= today) return refused('Choose a later day: this one has already begun at the office.');
  const last = plusDays(today, LONGEST_SNOOZE_DAYS);
  if (wanted > last) {
    const latest = formatLongDay(dateOf(last));
    return refused(`A flag can be snoozed for ${LONGEST_SNOOZE_DAYS} days at most, until ${latest}.`);
  }
  const at = startOfLocalDay(wanted, zone);
  return snoozedUntil?.getTime() === at.getTime() ? { nothing: true } : { until: at };
}

/** A flag goes to somebody who may see its search; `null` gives it back to the lead. */
export function decideAssigning(
  { assignedTo }: LockedFlag,
  userId: string | null,
  assignee: Assignee | null,
): FlagDecided<{ userId: string | null }> {
  const refused = (sentence: string) => ({ refused: { code: 'unknown_assignee', sentence } as const });
  if (userId !== null && !assignee) return refused('There is no user of this firm with this id.');
  if (userId !== null && assignee?.hasLeft)
    return refused('They have left the firm; assign it to somebody who works here.');
  if (userId !== null && assignee?.maySeeSearch === false) {
    return refused('This search is confidential and they are not on its team; add them first.');
  }
  return assignedTo === userId ? { nothing: true } : { userId };
}

/** What its rule says of a flag: in one sentence, the limits it compares with, the names of its evidence. */
export function wordsOf({ rule, severity }: Pick<OpenFlag, 'rule' | 'severity'>): RuleWords {
  const { definition, ends, limits, evidence, stalledAt, forecast } = stallRule(rule);
  return {
    definition,
    ends,
    limits: limits === 'stage_budget' ? [] : [...limits],
    limitNote: severity === 'stalled' ? (stalledAt ?? null) : null,
    forecast: forecast ?? null,
    evidenceNames: Object.entries(evidence).flatMap(([key, label]) => (label === null ? [] : [{ key, label }])),
  };
}

/** What is offered for a flag, best first. */
export const waysOf = (rule: StallRuleName): readonly WayOut[] => stallRule(rule).ways;

/** Whether it compares with the budget of the stage the candidate is in. */
export const comparesWithBudget = (rule: StallRuleName): boolean => stallRule(rule).limits === 'stage_budget';

/**
 * The days of a flag as one would count them on a wall calendar. The flag's own basis says which days counted up to its
 * deadline; what came after is counted by the calendar as it is now.
 */
export function whyCalendar(
  { basis, since, deadline }: Pick<OpenFlag, 'basis' | 'since' | 'deadline'>,
  { calendar, holds }: { calendar: OfficeCalendar; holds: readonly Hold[] },
  now: Date,
): WhyCalendar {
  const zone = typeof basis['zone'] === 'string' ? basis['zone'] : calendar.zone;
  const from = basis['localDate'];
  const start = typeof from === 'string' && isDay(from) ? from : localDateOf(since, zone);
  const [due, today] = [localDateOf(deadline, zone), localDateOf(now, zone)];
  const counted = Array.isArray(basis['countedDays']) ? basis['countedDays'].map(String) : null;
  const everyDay = counted === null;
  let number = 0;
  const days = explainDays(start, due > today ? due : today, calendar, holds).map(({ date, kind, holiday }) => {
    const removed = everyDay ? kind === 'held' && 'holdDaysRemoved' in basis : false;
    const counts = everyDay ? !removed : date <= due ? counted.includes(date) : kind === 'counts';
    const shown = counts ? 'counts' : kind;
    return {
      date,
      kind: everyDay && !removed ? ('counts' as const) : shown,
      name: holiday?.name ?? null,
      keptBy: holiday?.calendar ?? null,
      number: counts && date > start ? ++number : null,
    };
  });
  return { zone, start, deadline: due, today, days };
}

/** The middle one; of two the mean. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}

/** How many working days of the office, days on hold taken out, an episode waited for each of its ends. */
export function waits<T extends Episode>(
  episode: T,
  { calendar, holds }: { calendar: OfficeCalendar; holds: readonly Hold[] },
): T & Pick<PastFlag, 'acknowledgedAfter' | 'clearedAfter'> {
  const after = (at: Date | null) => at && workingDaysSince(episode.raisedAt, at, calendar, holds);
  return { ...episode, acknowledgedAfter: after(episode.acknowledgedAt), clearedAfter: after(episode.clearedAt) };
}

/** Per rule, in the order the rules were first raised. */
export function episodeFigures(
  episodes: readonly Pick<PastFlag, 'rule' | 'acknowledgedAfter' | 'clearedAfter'>[],
): EpisodeFigures[] {
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  return [...new Set(episodes.map(({ rule }) => rule))].map((rule) => {
    const own = episodes.filter((episode) => episode.rule === rule);
    const acknowledged = known(own.map(({ acknowledgedAfter }) => acknowledgedAfter));
    const cleared = known(own.map(({ clearedAfter }) => clearedAfter));
    return {
      rule,
      raised: own.length,
      acknowledged: acknowledged.length,
      medianToAcknowledge: median(acknowledged),
      cleared: cleared.length,
      medianToClear: median(cleared),
    };
  });
}

const HEALTH_ORDER: readonly Health[] = ['stalled', 'at_risk', 'on_hold', 'on_track'];

/** Those that are wanted and may be seen, the worst and oldest first; `key` sorts as the list does. */
export function asOfList(
  assessed: readonly AssessedSearch[],
  headers: readonly SearchNames[],
  { health, rule, leadId }: AsOfFilter,
): { rows: SearchAsOf[]; counts: Record<Health, number>; key: (row: SearchAsOf) => string } {
  const names = new Map(headers.map((header) => [header.id, header]));
  const all = assessed.flatMap(({ facts, assessment }): SearchAsOf[] => {
    const header = names.get(facts.searchId);
    if (!header || (leadId && header.lead.id !== leadId)) return [];
    if (rule && !assessment.flags.some((flag) => flag.rule === rule)) return [];
    const { day, flags } = assessment;
    return [{ ...header, health: assessment.health, day, flags: flags.map(flagAsOf) }];
  });
  const of = (one: Health) => all.filter((row) => row.health === one).length;
  const key = ({ health: state, day, id }: SearchAsOf) =>
    `${HEALTH_ORDER.indexOf(state)} ${String(99_999 - day).padStart(5, '0')} ${id}`;
  return {
    rows: all.filter((row) => !health || row.health === health).sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    counts: { stalled: of('stalled'), at_risk: of('at_risk'), on_hold: of('on_hold'), on_track: of('on_track') },
    key,
  };
}

/** Whom a flag is about; null when it is about the search. */
export function candidacyOf({ subjectType, subjectId, evidence }: FlagDecision): string | null {
  if (subjectType === 'candidacy') return subjectId;
  const { candidacyId } = evidence;
  return subjectType === 'offer' && typeof candidacyId === 'string' ? candidacyId : null;
}

const flagAsOf = (flag: FlagDecision): FlagAsOf => ({
  rule: flag.rule,
  severity: flag.severity,
  candidacyId: candidacyOf(flag),
  candidateName: null,
  sentence: flag.sentence,
  nextStep: flag.nextStep,
  since: flag.since,
  deadline: flag.deadline,
});

export const withNames = (row: SearchAsOf, names: ReadonlyMap<string, string>): SearchAsOf => ({
  ...row,
  flags: row.flags.map((flag) => ({ ...flag, candidateName: names.get(flag.candidacyId ?? '') ?? null })),
});
