import type { Health, SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { sortsOf } from '@app/platform/lists/sorted.js';
import type { Criterion } from '@app/role-templates/role-templates.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

export const ENGAGEMENTS = ['retained', 'container', 'contingent'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** Why a search ends without a placement. A placement closes its search by the offer that was accepted. */
export const CLOSE_REASONS = ['internal_hire', 'cancelled', 'terminated', 'unfilled'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export type SearchAction = 'edit' | 'addCandidates' | 'hold' | 'resume' | 'close' | 'reopen';
/** What depends on the person alone: changing the lead, the team and who may see it; leaving its team. */
export type AccessAction = 'changeAccess' | 'leave';

export interface SearchRow {
  id: string;
  ref: string | null;
  title: string;
  roleKey: string;
  client: { id: string; name: string };
  lead: { id: string; name: string };
  status: SearchStatus;
  confidential: boolean;
  openedAt: Date;
  /** `YYYY-MM-DD` */
  targetDate: LocalDate | null;
  /** Local midnights since the running episode opened; stands still once the search is closed. */
  day: number;
  /** null: closed, so there is nothing to watch */
  health: Health | null;
  /** the sentence of the most pressing flag */
  reason: string | null;
  nextStep: string | null;
  /** live candidacies */
  activeCount: number;
  version: number;
}

export interface Search extends SearchRow {
  office: { id: string; key: string; timeZone: string };
  engagement: Engagement;
  region: string | null;
  team: { id: string; name: string }[];
  criteria: Criterion[];
  holds: { startedAt: Date; endedAt: Date | null; reason: string | null }[];
  closedAt: Date | null;
  closeReason: CloseReason | 'placed' | null;
  allowed: Record<SearchAction | AccessAction, boolean>;
}

export interface TeamMember {
  id: string;
  name: string;
  /** nobody but themselves takes them off the team */
  stays: boolean;
}

/** A search as stored, locked for the transaction that asked for it. */
export interface LockedSearch {
  id: string;
  ref: string | null;
  title: string;
  clientId: string;
  officeId: string;
  engagement: Engagement;
  region: string | null;
  leadUserId: string;
  confidential: boolean;
  status: SearchStatus;
  targetDate: LocalDate | null;
  openedAt: Date;
  closedAt: Date | null;
  episodeId: string;
  episodeOpenedAt: Date;
  lastProgressAt: Date;
  progressKey: string;
  version: number;
}

/** What the list can be sorted by; `-health` has the worst first. */
export const SEARCH_SORTS = sortsOf(['opened', 'title', 'client', 'lead', 'health', 'active', 'target']);
export type SearchSort = (typeof SEARCH_SORTS)[number];

export interface SearchFilter {
  /** words of the title, the reference or the client's name */
  q?: string;
  status?: SearchStatus;
  health?: Health;
  leadId?: string;
  clientId?: string;
  officeId?: string;
  roleKey?: string;
}

export interface OpenSearch {
  roleKey: string;
  /** absent: the template's */
  title?: string;
  clientId: string;
  officeId: string;
  leadUserId: string;
  teamUserIds?: string[];
  engagement?: Engagement;
  confidential?: boolean;
  targetDate?: LocalDate | null;
  region?: string | null;
}

/** What the client asked for from then on. */
export interface BriefVersion {
  version: number;
  at: Date;
  /** null: by nobody who is known any more */
  by: { id: string; name: string } | null;
}

export interface Brief extends BriefVersion {
  /** in order of weight */
  criteria: Criterion[];
}

/** The role template a search is opened from. */
export interface SearchTemplate {
  code: string;
  title: string;
  criteria: Criterion[];
}

/** What is absent stays as it is. */
export interface EditSearch {
  version: number;
  title?: string;
  clientId?: string;
  officeId?: string;
  engagement?: Engagement;
  region?: string | null;
  /** the whole brief, in order of weight */
  criteria?: readonly Criterion[];
  targetDate?: LocalDate | null;
  leadUserId?: string;
  confidential?: boolean;
  teamUserIds?: string[];
}

/** Who is to lead one of several searches. */
export interface LeadChange {
  searchId: string;
  /** of the search, as it was read */
  version: number;
  leadUserId: string;
}

export interface LedSearch {
  id: string;
  title: string;
  version: number;
  leadUserId: string;
  /** who led it before */
  beforeUserId: string;
}

/** Something moved in a search: when, and the id of the fact that says so. */
export interface Progress {
  firmId: string;
  searchId: string;
  at: Date;
  key: string;
}

export type SearchErrorCode =
  | 'search_not_found'
  | 'search_status_refused'
  | 'stale_version'
  | 'member_stays'
  | 'already_lead'
  | 'lead_stays'
  | 'not_on_team'
  | 'target_date_refused'
  | 'role_refused'
  | 'brief_not_found'
  | 'unknown_client'
  | 'unknown_office'
  | 'unknown_team_member';
