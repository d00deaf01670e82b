import type { LocalDate } from '@app/platform/time/local-date.js';

/** Every limit a rule compares with. Working days unless the name says otherwise. */
export interface Policy {
  readonly noProgressDays: number;
  readonly noProgressSourcingDays: number;
  /** calendar day of the market window from which it is watched */
  readonly windowWatchDay: number;
  /** calendar day on which the market window closes */
  readonly windowCloseDay: number;
  /** people to present by `slateDay` */
  readonly slateSize: number;
  /** calendar day after the opening, days on hold taken out */
  readonly slateDay: number;
  readonly clientSilentWatchDays: number;
  readonly clientSilentStalledDays: number;
  readonly offerPendingDays: number;
  /** calendar day after the opening from which the pipeline must not be thin, days on hold taken out */
  readonly thinPipelineDay: number;
  /** people at `assessed` or later */
  readonly thinPipelineSize: number;
  readonly decisionMakerDays: number;
  /** working days without acknowledgement until a flag goes to the lead partner */
  readonly escalateAfterDays: number;
  /** working days by stage id, where typed in; the others keep what the firm's process gives them */
  readonly stageBudgets: Readonly<Record<string, number>>;
  /** whether the client's contact may be asked for feedback by mail */
  readonly mailClientForFeedback: boolean;
  /** grows with every edit of any layer it is put together from */
  readonly version: number;
}

/** What holds for a firm that has said nothing. */
export const DEFAULT_POLICY: Policy = {
  noProgressDays: 5,
  noProgressSourcingDays: 10,
  windowWatchDay: 21,
  windowCloseDay: 28,
  slateSize: 3,
  slateDay: 28,
  clientSilentWatchDays: 3,
  clientSilentStalledDays: 5,
  offerPendingDays: 5,
  thinPipelineDay: 21,
  thinPipelineSize: 3,
  decisionMakerDays: 10,
  escalateAfterDays: 2,
  stageBudgets: {},
  mailClientForFeedback: false,
  version: 1,
};

/** Whole days before a market window closes, on which somebody is warned. */
export const WINDOW_WARNING_DAYS = [7, 3, 1] as const;
/** What closes within so many days closes soon. */
export const WINDOW_SOON_DAYS = WINDOW_WARNING_DAYS[0];

/** From the widest to the narrowest; a narrower one overrides setting by setting. */
export const POLICY_SCOPES = ['firm', 'role', 'search'] as const;
export type PolicyScope = (typeof POLICY_SCOPES)[number];

/** What a layer says; what it leaves out comes from the next wider one. */
export type PolicySettings = Partial<Omit<Policy, 'version'>>;

export interface PolicyLayer {
  readonly scope: PolicyScope;
  /** '' for the firm, the role's key, or the id of the search */
  readonly scopeKey: string;
  readonly settings: PolicySettings;
  readonly version: number;
}

/** What a search is to its policies. */
export interface PolicySubject {
  readonly searchId: string;
  readonly roleKey: string;
}

/** One object per distinct policy, so that what is derived from it can be kept per object. */
export type PolicyOf = (subject: PolicySubject) => Policy;

export type WindowState = 'open' | 'closing' | 'closed' | 'stopped';

/** A candidate's market window as it stands in one search, by the limits of that search. */
export interface MarketWindow {
  openedAt: Date;
  /** Of a stopped window: the day on which it stopped. */
  day: number;
  /** How long it is, in days. */
  days: number;
  /** The first moment at which it is over. */
  closesAt: Date;
  /** The date on which it is over at the office of the search: the same for whoever reads it. */
  closesOn: LocalDate;
  state: WindowState;
}
