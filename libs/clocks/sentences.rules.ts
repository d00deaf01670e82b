import {
  earliestDay,
  formatDay,
  formatDays,
  latestDay,
  type LocalDay,
  plusDays,
  tense,
} from '@app/platform/time/local-date.js';
import { formatLocalDay, localDayOf } from '@app/platform/time/zone.js';
import type { StageKind } from '@app/stages/stages.types.js';
import type { Start } from './clocks.types.js';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;
/** Beyond this many dates a sentence names the first and the last. */
const DATES_NAMED = 3;

/** Where and when a sentence is said: its dates are the office's, and name a year that is not the present one. */
export interface Saying {
  readonly zone: string;
  readonly now: Date;
}

const todayOf = ({ now, zone }: Saying): LocalDay => localDayOf(now, zone);

/** Windows of late-stage candidates that are about to close, as the no-progress sentence needs them. */
export interface ClosingWindows {
  readonly closeAt: readonly Date[];
  /** local days of the office */
  readonly closesOn: readonly LocalDay[];
  readonly allFinalists: boolean;
}

export interface NoProgressWords {
  readonly start: Start;
  readonly workingDays: number;
  readonly limit: number;
  readonly closing: ClosingWindows;
}

export function noProgressSentence(
  { start, workingDays: days, limit, closing }: NoProgressWords,
  saying: Saying,
): string {
  const opening = `No movement since ${sinceWords(start, saying)}`;
  if (closing.closesOn.length > 0) return `${opening}; ${closingClause(closing, todayOf(saying))}`;
  return `${opening} (${workingDays(days)}, limit ${limit})`;
}

function sinceWords({ since, from }: Start, { zone, now }: Saying): string {
  const day = formatLocalDay(since, zone, now);
  if (from === 'fact') return day;
  return from === 'opening' ? `the search opened on ${day}` : `the search was reopened on ${day}`;
}

export function stageOverdueSentence(
  label: string,
  start: Start,
  used: number,
  budget: number,
  saying: Saying,
): string {
  return `In ${label} since ${sinceWords(start, saying)} (${workingDays(used)}, budget ${budget})`;
}

/** Days are local days of the office; a window is over as the day begins on which it closes. */
export function windowClosingSentence(closesOn: LocalDay, day: number, closeDay: number, saying: Saying): string {
  return `Window closes ${formatDay(closesOn, todayOf(saying))} (day ${day} of ${closeDay}), no offer yet`;
}

export function windowClosedSentence(closesOn: LocalDay, day: number, closeDay: number, saying: Saying): string {
  const on = formatDay(closesOn, todayOf(saying));
  const ago = day - closeDay;
  if (ago <= 0) return `Window closed ${on} without an offer (day ${day} of ${closeDay})`;
  return `Window closed ${ago} ${ago === 1 ? 'day' : 'days'} ago (${on}) without an offer`;
}

export function clientSilentSentence(start: Start, used: number, limit: number, saying: Saying): string {
  return `No answer from the client since ${sinceWords(start, saying)} (${workingDays(used)}, limit ${limit})`;
}

export function offerPendingSentence(start: Start, used: number, limit: number, saying: Saying): string {
  const days = `${workingDays(used)}, limit ${limit}`;
  if (start.from === 'fact') return `Offer out since ${sinceWords(start, saying)} and undecided (${days})`;
  return `Offer out and undecided since ${sinceWords(start, saying)} (${days})`;
}

export function offerExpiredSentence(expiredAt: Date, { zone, now }: Saying): string {
  return `Offer expired on ${formatLocalDay(expiredAt, zone, now)} without a decision`;
}

export interface SearchDayWords {
  readonly day: number;
  readonly daysOnHold: number;
}

export function slateLateSentence(presented: number, wanted: number, on: SearchDayWords): string {
  return `${capital(candidates(presented))} presented by ${searchDayWords(on)} (slate of ${number(wanted)})`;
}

export function thinPipelineSentence(active: number, wanted: number, on: SearchDayWords): string {
  return `${capital(candidates(active))} at assessed or later on ${searchDayWords(on)} (${number(wanted)} needed)`;
}

/** One day of the search everywhere; where days are taken out of it, the sentence says so. */
function searchDayWords({ day, daysOnHold }: SearchDayWords): string {
  if (daysOnHold === 0) return `day ${day} of the search`;
  return `day ${day} of the search, ${daysOnHold} of them on hold`;
}

export function decisionMakerSentence(start: Start, used: number, limit: number, saying: Saying): string {
  return `No conversation with the decision maker since ${sinceWords(start, saying)} (${workingDays(used)}, limit ${limit})`;
}

/**
 * The earliest date there can be, and called that: what is likely is later. Days are local days of the office; of windows
 * the last one in time is given, and the date on which it closes is said, as everywhere.
 */
export function paceSentence(
  forecast: LocalDay | null,
  limit: LocalDay,
  kind: 'target' | 'finalist_windows',
  saying: Saying,
): string {
  const today = todayOf(saying);
  const offer =
    forecast === null ? 'No first offer in sight' : `First offer ${formatDay(forecast, today)} at the earliest`;
  if (kind === 'target') return `${offer}, after the target date of ${formatDay(limit, today)}`;
  const closesOn = plusDays(limit, 1);
  const closes = tense(closesOn, today, 'closes', 'closed');
  return `${offer}, too late: the last finalist's window ${closes} on ${formatDay(closesOn, today)}`;
}

const number = (value: number): string => NUMBERS[value] ?? String(value);
const candidates = (value: number): string => `${number(value)} ${value === 1 ? 'candidate' : 'candidates'}`;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "two finalists' windows close on Mon 16 and Wed 18 Nov" */
function closingClause({ closesOn, allFinalists }: ClosingWindows, today: LocalDay): string {
  const who = allFinalists ? 'finalist' : 'late-stage candidate';
  const dates = dateList(closesOn, today);
  if (closesOn.length === 1) return `a ${who}'s window closes on ${dates}`;
  return `${number(closesOn.length)} ${who}s' windows close ${dates.includes(' to ') ? 'from' : 'on'} ${dates}`;
}

/** Each date once, the month said once where all share it: "Mon 16 and Wed 18 Nov". */
function dateList(closesOn: readonly LocalDay[], today: LocalDay): string {
  const days = [...new Set(closesOn)].sort((a, b) => a - b);
  const named = days.length > DATES_NAMED ? [earliestDay(...days), latestDay(...days)] : days;
  const words = formatDays(named, today);
  if (days.length > DATES_NAMED) return words.join(' to ');
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');
}

function workingDays(days: number): string {
  return `${days} working ${days === 1 ? 'day' : 'days'}`;
}

type Steps = Readonly<Record<StageKind, string>>;

/** By the furthest stage anybody has reached. */
export const NO_PROGRESS_STEPS: Steps = {
  sourcing: 'Call the three strongest people in sourcing today and record what they said.',
  engaged: 'Book an assessment with every engaged candidate this week.',
  assessed: 'Present the assessed candidates to the client today.',
  presented: 'Ring the client and agree who they will interview, and when.',
  client_interview: 'Ask the client for feedback on the last interviews and fix the next date.',
  finalist: 'Ask the decision maker to choose a finalist and set a date for the offer.',
  offer: 'Call the candidate about the offer and agree a date for the decision.',
  placed: 'Record the placement or move the search on.',
};

export const EMPTY_SEARCH_STEP = 'Add people to the search and make the first calls this week.';

export const STAGE_OVERDUE_STEPS: Steps = {
  sourcing: 'Call the candidate or take them off the list.',
  engaged: 'Book the assessment or end the candidacy.',
  assessed: 'Present the candidate to the client or tell them no.',
  presented: 'Ring the client for a yes or no to an interview.',
  client_interview: 'Ask the client for interview feedback and fix the next date.',
  finalist: 'Ask the decision maker to decide and to prepare the offer.',
  offer: 'Find out what is holding up the decision and agree a date.',
  placed: 'Confirm the start date.',
};

export const WINDOW_CLOSING_STEPS: Steps = {
  sourcing: 'Call the candidate today and ask how far their other talks have got.',
  engaged: 'Assess the candidate this week and tell the client that they are in the market.',
  assessed: 'Present the candidate to the client today, before the window closes.',
  presented: 'Get an interview date from the client before the window closes.',
  client_interview: 'Ask the client to finish the interviews and decide before the window closes.',
  finalist: 'Ask the decision maker to extend the offer before the window closes.',
  offer: 'Get the offer extended today.',
  placed: 'Record the offer that led to the placement.',
};

export const WINDOW_CLOSED_STEPS: Steps = {
  sourcing: 'Ask the candidate whether they are still available, or take them off the list.',
  engaged: 'Ask the candidate whether they are still available, or end the candidacy.',
  assessed: 'Ask the candidate whether they are still available before presenting them.',
  presented: 'Ask the candidate whether they are still available and tell the client what the wait may cost.',
  client_interview: 'Ask the candidate about other offers today and tell the client what the wait may cost.',
  finalist: 'Ask the candidate about other offers and press the client for theirs, both today.',
  offer: 'Get the offer extended today and ask the candidate about other offers.',
  placed: 'Record the offer that led to the placement.',
};

/** By the stage of the person the client owes an answer on. */
export const CLIENT_SILENT_STEPS: Steps = {
  sourcing: 'Ring the client and ask what they think of the person they met.',
  engaged: 'Ring the client and ask what they think of the person they met.',
  assessed: 'Ring the client and ask what they think of the person they met.',
  presented: 'Ring the client today for a yes or no to an interview.',
  client_interview: 'Ring the client today for feedback on the interview and fix the next date.',
  finalist: 'Ask the decision maker today what they think of the last interview.',
  offer: 'Ask the decision maker today what is holding the offer up.',
  placed: 'Record what the client said.',
};

/** The client has said what they think: it is our turn. */
export const ANSWERED_STEP = 'Agree the next step with the client now that they have answered, or end the candidacy.';

export const OFFER_PENDING_STEP = 'Call the candidate today and agree a date for the decision.';
export const OFFER_EXPIRED_STEP = 'Call the candidate today: record the decision, or agree a new date with the client.';

/** By the furthest stage anybody has reached. */
export const SLATE_LATE_STEPS: Steps = {
  sourcing: 'Call the three strongest people in sourcing today and tell the client when the slate will come.',
  engaged: 'Assess the strongest engaged candidates this week and tell the client when the slate will come.',
  assessed: 'Present the assessed candidates to the client this week.',
  presented: 'Present more people this week, or agree a shorter slate with the client.',
  client_interview: 'Present more people this week, or agree a shorter slate with the client.',
  finalist: 'Agree with the client that the slate is complete, or present more people this week.',
  offer: 'Agree with the client that the slate is complete, or present more people this week.',
  placed: 'Record the placement or move the search on.',
};

export const THIN_PIPELINE_STEP = 'Get more people assessed this week, starting with the strongest engaged ones.';
export const DECISION_MAKER_STEP = 'Call the decision maker this week and log the conversation.';
export const PACE_STEP = 'Agree fewer or earlier steps with the client, or a later target date.';
