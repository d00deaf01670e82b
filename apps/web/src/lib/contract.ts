/** The HTTP contract by hand, in the shape of the generated client, until that one is there. */
interface Answers<R> {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': R } } };
}
type Params<Q, P> = {
  parameters: { query?: Q; header?: never; cookie?: never } & ([P] extends [never] ? { path?: never } : { path: P });
};
type Sent<B> = [B] extends [never] ? { requestBody?: never } : { requestBody: { content: { 'application/json': B } } };
type Op<R, B = never, Q = never, P = never> = Answers<R> & Params<Q, P> & Sent<B>;
interface Page<T> {
  items: T[];
  next: string | null;
}
interface Items<T> {
  items: T[];
}
interface PageQuery {
  after?: string;
  limit?: number;
}
interface Id {
  id: string;
}
interface Named {
  id: string;
  name: string;
}
type Role = 'admin' | 'partner' | 'consultant' | 'researcher';
type Health = 'on_track' | 'at_risk' | 'stalled' | 'on_hold';
type Status = 'draft' | 'open' | 'on_hold' | 'offer' | 'placed' | 'closed';
type Severity = 'watch' | 'stalled';
type Layer = 'inference_infrastructure' | 'evaluation_reliability' | 'product_execution' | 'governance' | 'research';
type Signal = 'hyperscaler_alumni' | 'phd' | 'frontier_lab' | 'big4_ai';

interface Me {
  user: { id: string; name: string; email: string; role: Role };
  firm: { id: string; name: string; simulated: boolean };
  office: { id: string; key: string; timeZone: string };
  allowed: { openSearch: boolean; import: boolean; manageFirm: boolean };
}
interface User {
  id: string;
  name: string;
  email: string;
  role: Role;
  officeId: string;
}
interface Office {
  id: string;
  key: string;
  country: string;
  region: string | null;
  timeZone: string;
  workingDays: string[];
  holidays: { date: string; name: string | null }[];
}
interface ClientRow {
  id: string;
  ref: string | null;
  name: string;
  domain: string | null;
  country: string | null;
  industry: string | null;
}
interface ClientRecord extends ClientRow {
  contacts: { id: string; name: string; email: string | null; role: 'decision_maker' | 'hr' | 'board' | 'other' }[];
  searches: { id: string; title: string; status: Status }[];
}
interface NewClient {
  name: string;
  domain?: string;
  country?: string;
  industry?: string;
}
interface CandidateRow {
  id: string;
  ref: string | null;
  name: string;
  title: string | null;
  employer: string | null;
  city: string | null;
  country: string | null;
  layer: Layer | null;
  signals: Signal[];
  source: string | null;
  activeSearches: number;
}
interface Candidate extends Omit<CandidateRow, 'activeSearches'> {
  email: string | null;
  phone: string | null;
  profileUrl: string | null;
  inMarketSince: string | null;
  version: number;
}
interface NewCandidate {
  name: string;
  email?: string;
  phone?: string;
  profileUrl?: string;
  title?: string;
  employer?: string;
  city?: string;
  country?: string;
  layer?: Layer;
  signals?: Signal[];
  source?: string;
  inMarketSince?: string;
}
interface MarketWindow {
  openedAt: string;
  day: number;
  closesAt: string;
  state: 'open' | 'closing' | 'closed' | 'stopped';
}
interface Standing {
  id: string;
  search: { id: string; title: string };
  stageLabel: string;
  outcome: 'placed' | 'withdrawn' | 'rejected' | null;
  window: MarketWindow | null;
}
interface Criterion {
  text: string;
  kind: 'technical' | 'organisational' | 'commercial' | 'governance';
  mustHave: boolean;
}
interface RoleTemplate {
  key: string;
  title: string;
  family: string;
  criteria: Criterion[];
}
interface SearchRow {
  id: string;
  ref: string | null;
  title: string;
  roleKey: string;
  client: Named;
  lead: Named;
  status: Status;
  confidential: boolean;
  openedAt: string;
  targetDate: string | null;
  day: number;
  health: Health | null;
  reason: string | null;
  nextStep: string | null;
  activeCount: number;
  version: number;
}
interface Search extends SearchRow {
  office: { id: string; key: string; timeZone: string };
  engagement: 'retained' | 'container' | 'contingent';
  region: string | null;
  team: Named[];
  criteria: Criterion[];
  holds: { startedAt: string; endedAt: string | null; reason: string | null }[];
  closedAt: string | null;
  closeReason: 'placed' | 'internal_hire' | 'cancelled' | 'terminated' | 'unfilled' | null;
  allowed: { edit: boolean; addCandidates: boolean; hold: boolean; resume: boolean; close: boolean; reopen: boolean };
}
interface OpenSearch {
  roleKey: string;
  title?: string;
  clientId: string;
  officeId: string;
  leadUserId: string;
  teamUserIds?: string[];
  engagement?: 'retained' | 'container' | 'contingent';
  confidential?: boolean;
  targetDate?: string;
  region?: string;
}
interface Stage {
  id: string;
  key: string;
  label: string;
  kind: 'sourcing' | 'engaged' | 'assessed' | 'presented' | 'client_interview' | 'finalist' | 'offer' | 'placed';
  position: number;
  budgetWorkingDays: number | null;
}
interface Person {
  id: string;
  name: string;
  title: string | null;
  employer: string | null;
}
interface CardFlag {
  id: string;
  rule: string;
  severity: Severity;
  sentence: string;
  nextStep: string;
}
interface Card {
  id: string;
  version: number;
  stageId: string;
  stageSince: string;
  daysInStage: number;
  candidate: Person;
  window: MarketWindow | null;
  flags: CardFlag[];
  allowed: { moveTo: string[]; outcomes: ('withdrawn' | 'rejected')[]; offer: boolean };
}
interface Board {
  search: {
    id: string;
    title: string;
    status: Status;
    client: Named;
    lead: Named;
    day: number;
    health: Health | null;
    reason: string | null;
    nextStep: string | null;
    officeTimeZone: string;
    allowed: { addCandidates: boolean };
  };
  stages: Stage[];
  cards: Card[];
  endedCount: number;
}
type OutcomeBy = 'firm' | 'client' | 'candidate';
type Outcome = 'placed' | 'withdrawn' | 'rejected';
interface Ended {
  id: string;
  candidate: Person;
  stageLabel: string;
  outcome: Outcome;
  outcomeBy: OutcomeBy | null;
  outcomeReason: string | null;
  endedAt: string;
  version: number;
}
type ActivityKind = 'call' | 'email' | 'meeting' | 'interview' | 'client_feedback' | 'note';
type OfferDecision = 'accepted' | 'declined' | 'expired' | 'rescinded';
interface Offer {
  id: string;
  extendedAt: string;
  expiresAt: string | null;
  decidedAt: string | null;
  decision: OfferDecision | null;
  currency: string | null;
  base: number | null;
  bonus: number | null;
  equityValue: number | null;
  signOn: number | null;
  version: number;
}
interface Candidacy {
  card: Card;
  search: { id: string; title: string };
  outcome: Outcome | null;
  outcomeBy: OutcomeBy | null;
  outcomeReason: string | null;
  endedAt: string | null;
  moves: {
    id: string;
    fromStageLabel: string | null;
    toStageLabel: string;
    at: string;
    by: Named | null;
    reason: string | null;
    voided: boolean;
    correctable: boolean;
  }[];
  activities: { id: string; kind: ActivityKind; at: string; by: Named | null; text: string | null }[];
  offers: Offer[];
}
interface ExtendOffer {
  version: number;
  extendedAt?: string;
  expiresAt?: string;
  currency?: string;
  base?: number;
  bonus?: number;
  equityValue?: number;
  vestingMonths?: number;
  signOn?: number;
  relocation?: number;
}
interface TodayItem {
  flagId: string;
  rule: string;
  severity: Severity;
  sentence: string;
  nextStep: string;
  since: string;
  deadline: string;
  search: { id: string; title: string; clientName: string };
  candidacy: { id: string; candidateName: string } | null;
  windowClosesAt: string | null;
}
interface Flag {
  id: string;
  rule: string;
  severity: Severity;
  sentence: string;
  nextStep: string;
  since: string;
  deadline: string;
  basis: Record<string, unknown>;
  evidence: Record<string, unknown>;
  candidacy: { id: string; candidateName: string } | null;
}
interface PipelineHealth {
  at: string;
  counts: { onTrack: number; atRisk: number; stalled: number; onHold: number };
  searches: {
    id: string;
    ref: string | null;
    title: string;
    clientName: string;
    leadName: string;
    day: number;
    health: Health;
    reasons: string[];
    nextStep: string | null;
  }[];
  windowsThisWeek: {
    candidacyId: string;
    searchId: string;
    searchTitle: string;
    candidateName: string;
    stageLabel: string;
    day: number;
    closesAt: string;
  }[];
  timeToOffer: {
    searches: number;
    offers: number;
    medianDays: number | null;
    lowDays: number | null;
    highDays: number | null;
    completedMeanDays: number | null;
    marketDays: number;
    sentence: string;
  };
}
interface Found {
  type: 'search' | 'candidate' | 'client';
  id: string;
  label: string;
  detail: string | null;
}
interface ImportRun {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  checkOnly: boolean;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  problem: string | null;
  files: { name: string; rows: number; kept: number; refused: number; state: string }[];
  refusals: { file: string; row: number; column: string | null; sentence: string }[];
  refusedTotal: number;
}

export interface paths {
  '/api/sign-up': {
    post: Op<
      { firmId: string },
      { firmName: string; name: string; email: string; password: string; country: string; timeZone: string }
    >;
  };
  '/api/me': { get: Op<Me> };
  '/api/users': { get: Op<Items<User>> };
  '/api/offices': { get: Op<Items<Office>> };
  '/api/clients': { get: Op<Page<ClientRow>, never, PageQuery & { q?: string }>; post: Op<ClientRow, NewClient> };
  '/api/clients/{id}': { get: Op<ClientRecord, never, never, Id> };
  '/api/candidates': {
    get: Op<Page<CandidateRow>, never, PageQuery & { q?: string }>;
    post: Op<Candidate, NewCandidate>;
  };
  '/api/candidates/{id}': {
    get: Op<Candidate, never, never, Id>;
    patch: Op<Candidate, Partial<NewCandidate> & { version: number }, never, Id>;
  };
  '/api/candidates/{id}/candidacies': { get: Op<Items<Standing>, never, never, Id> };
  '/api/role-templates': { get: Op<Items<RoleTemplate>> };
  '/api/searches': {
    get: Op<Page<SearchRow>, never, PageQuery & { q?: string; status?: Status; health?: Health; leadId?: string }>;
    post: Op<Search, OpenSearch>;
  };
  '/api/searches/{id}': {
    get: Op<Search, never, never, Id>;
    patch: Op<
      Search,
      {
        version: number;
        title?: string;
        targetDate?: string;
        leadUserId?: string;
        confidential?: boolean;
        teamUserIds?: string[];
      },
      never,
      Id
    >;
  };
  '/api/searches/{id}/hold': { post: Op<Search, { version: number; reason?: string }, never, Id> };
  '/api/searches/{id}/resume': { post: Op<Search, { version: number }, never, Id> };
  '/api/searches/{id}/close': {
    post: Op<Search, { version: number; reason: 'internal_hire' | 'cancelled' | 'terminated' | 'unfilled' }, never, Id>;
  };
  '/api/searches/{id}/reopen': { post: Op<Search, { version: number }, never, Id> };
  '/api/stages': { get: Op<Items<Stage>> };
  '/api/searches/{id}/board': { get: Op<Board, never, never, Id> };
  '/api/searches/{id}/ended': { get: Op<Items<Ended>, never, never, Id> };
  '/api/searches/{id}/flags': { get: Op<Items<Flag>, never, never, Id> };
  '/api/searches/{id}/candidacies': {
    post: Op<Card, { candidateId: string; stageId?: string }, never, Id>;
  };
  '/api/candidacies/{id}': { get: Op<Candidacy, never, never, Id> };
  '/api/candidacies/{id}/moves': {
    post: Op<Card, { version: number; toStageId: string; reason?: string }, never, Id>;
  };
  '/api/candidacies/{id}/outcome': {
    post: Op<
      Candidacy,
      { version: number; outcome: 'withdrawn' | 'rejected'; by: OutcomeBy; reason: string },
      never,
      Id
    >;
  };
  '/api/candidacies/{id}/reactivation': { post: Op<Candidacy, { version: number }, never, Id> };
  '/api/candidacies/{id}/corrections': {
    post: Op<Candidacy, { version: number; moveId: string; reason: string }, never, Id>;
  };
  '/api/candidacies/{id}/offers': { post: Op<{ offerId: string }, ExtendOffer, never, Id> };
  '/api/offers/{id}/decision': {
    post: Op<unknown, { version: number; decision: OfferDecision; decidedAt?: string; startDate?: string }, never, Id>;
  };
  '/api/activities': {
    post: Op<
      unknown,
      {
        kind: ActivityKind;
        at?: string;
        searchId?: string;
        candidateId?: string;
        contactId?: string;
        text?: string;
      }
    >;
  };
  '/api/today': { get: Op<Items<TodayItem>> };
  '/api/pipeline-health': { get: Op<PipelineHealth> };
  '/api/find': { get: Op<Items<Found>, never, { q: string }> };
  '/api/imports': { get: Op<Items<ImportRun>> };
  '/api/imports/{id}': { get: Op<ImportRun, never, never, Id> };
}
