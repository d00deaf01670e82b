import type {
  Candidacy,
  CandidateRow,
  Contact,
  Criterion,
  Ended,
  Health,
  Offer,
  RoleTemplate,
  RuleName,
  Search,
  SearchStatus,
  Stage,
  User,
  WayOut,
} from './answers';

export const HEALTH: Record<Health, string> = {
  on_track: 'On track',
  at_risk: 'At risk',
  stalled: 'Stalled',
  on_hold: 'On hold',
};
export const STATUS: Record<SearchStatus, string> = {
  draft: 'Draft',
  open: 'Open',
  on_hold: 'On hold',
  offer: 'Offer out',
  placed: 'Placed',
  closed: 'Closed',
};
export const CLOSE_REASON: Record<NonNullable<Search['closeReason']>, string> = {
  placed: 'Placed',
  internal_hire: 'Filled internally',
  cancelled: 'Cancelled by the client',
  terminated: 'Mandate terminated',
  unfilled: 'Closed unfilled',
};
export const ENGAGEMENT: Record<Search['engagement'], string> = {
  retained: 'Retained',
  container: 'Container',
  contingent: 'Contingent',
};
export const FAMILY: Record<RoleTemplate['family'], string> = {
  leadership: 'Leadership',
  infrastructure: 'Infrastructure',
  research: 'Research',
  governance: 'Governance',
  product: 'Product',
};
export const CRITERION: Record<Criterion['kind'], string> = {
  technical: 'Technical',
  organisational: 'Organisational',
  commercial: 'Commercial',
  governance: 'Governance',
};
export const LAYER: Record<NonNullable<CandidateRow['layer']>, string> = {
  inference_infrastructure: 'Inference and infrastructure',
  evaluation_reliability: 'Evaluation and reliability',
  product_execution: 'AI product',
  governance: 'Governance',
  research: 'Research',
};
export const SIGNAL: Record<CandidateRow['signals'][number], string> = {
  hyperscaler_alumni: 'Hyperscaler alumni',
  phd: 'Doctorate',
  frontier_lab: 'Frontier lab',
  big4_ai: 'Big-four AI practice',
};
/** Whether somebody is in a running search. */
export const IN_SEARCH = { true: 'In a running search', false: 'In no running search' } as const;
export const ROLE: Record<User['role'], string> = {
  admin: 'Administrator',
  partner: 'Partner',
  consultant: 'Consultant',
  researcher: 'Researcher',
};
export const STAGE_KIND: Record<Stage['kind'], string> = {
  sourcing: 'Sourcing',
  engaged: 'Engaged',
  assessed: 'Assessed',
  presented: 'Presented',
  client_interview: 'Client interview',
  finalist: 'Finalist',
  offer: 'Offer',
  placed: 'Placed',
};
/** What people log by hand. */
export const LOGGED: Record<Exclude<Candidacy['activities'][number]['kind'], 'interview_set'>, string> = {
  call: 'Call',
  email: 'Email',
  meeting: 'Meeting',
  interview: 'Interview',
  client_feedback: 'Client feedback',
  note: 'Note',
};
export const ACTIVITY: Record<Candidacy['activities'][number]['kind'], string> = {
  ...LOGGED,
  interview_set: 'Interview set',
};
export const CONTACT_ROLE: Record<Contact['role'], string> = {
  decision_maker: 'Decision maker',
  hr: 'People team',
  board: 'Board',
  other: 'Contact',
};
export const OUTCOME: Record<Ended['outcome'], string> = {
  placed: 'Placed',
  withdrawn: 'Withdrew',
  rejected: 'Turned down',
};
export const OUTCOME_BY: Record<NonNullable<Ended['outcomeBy']>, string> = {
  firm: 'The firm',
  client: 'The client',
  candidate: 'The candidate',
};
export const DECISION: Record<NonNullable<Offer['decision']>, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Expired',
  rescinded: 'Rescinded',
};
const OUTCOME_REASON: Record<string, string> = {
  took_another_offer: 'Took another offer',
  no_longer_available: 'No longer available',
  compensation: 'Compensation',
  not_a_fit: 'Not a fit',
  client_declined: 'Client declined',
  process_too_slow: 'Process too slow',
  other: 'Other',
};
export const RULE: Record<RuleName, string> = {
  no_progress: 'No progress',
  stage_overdue: 'Overdue in stage',
  window_closing: 'Window closing',
  window_closed: 'Window closed',
  slate_late: 'Slate late',
  client_silent: 'Client silent',
  offer_pending: 'Offer pending',
  thin_pipeline: 'Thin pipeline',
  decision_maker_silent: 'Decision maker silent',
  pace: 'Behind pace',
};
export const CLEARED: Record<string, string> = {
  progress: 'Something moved',
  closed: 'It ended',
  replaced: 'Replaced by a later rule',
  policy: 'Limits or calendar changed',
};
export const clearedWhy = (reason: string): string => CLEARED[reason] ?? spelled(reason);

/** A coded value in words, also one that this version of the screen has never heard of. */
const spelled = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
export const ruleName = (rule: string): string => (rule in RULE ? RULE[rule as RuleName] : spelled(rule));
export const outcomeReason = (reason: string): string => OUTCOME_REASON[reason] ?? spelled(reason);
export const OUTCOME_REASONS = Object.entries(OUTCOME_REASON).map(([value, label]) => ({ value, label }));

/** Offices carry the key they were imported with: "new_york" is New York. */
export const officeName = (key: string): string =>
  key
    .split(/[_\s-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

export const options = (words: Record<string, string>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
export function countryName(code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code;
}

export function money(amount: number, currency: string | null): string {
  if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return amount.toLocaleString('en-GB');
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => part.charAt(0))
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase();

/** What a way to end a flag is called; whether it is about one person decides over some. */
export function wayWords({ act, kind }: WayOut, ofPerson: boolean): string {
  switch (act) {
    case 'log':
      return kind === 'client_feedback' ? 'Log their feedback' : `Log a ${LOGGED[kind ?? 'call'].toLowerCase()}`;
    case 'move':
      return ofPerson ? 'Move the card' : 'Open the board';
    case 'offer':
      return 'Extend an offer';
    case 'decide':
      return 'Record the decision';
    case 'end':
      return 'Record the outcome';
    case 'target':
      return 'Change the target date';
    case 'limits':
      return 'Adjust the limits';
  }
}

const A_CALL: WayOut = { act: 'log', kind: 'call', withDecisionMaker: false };

/** What is best logged where these flags stand: what ends one of them, else a call. */
export const toLog = (flags: readonly { ways: readonly WayOut[] }[]): WayOut =>
  flags.flatMap(({ ways }) => ways).find(({ act }) => act === 'log') ?? A_CALL;
