import type { MailKind, MailState } from '../features/mail-log/api/mail-log';
import { MAIL_KIND, MAIL_STATE } from '../features/mail-log/components/words';
import type { Asked, Health, RuleName } from '../lib/answers';
import { HEALTH, IN_SEARCH, LAYER, RULE, SIGNAL, STATUS } from '../lib/words';

type Raw = Record<string, unknown>;
/** Without what no database can hold, and so nobody could have meant. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value.replaceAll(/[\0\p{Surrogate}]/gu, '') || undefined
    : typeof value === 'number'
      ? String(value)
      : undefined;
const oneOf = <T extends string>(words: Record<T, unknown>, value: unknown): T | undefined =>
  typeof value === 'string' && Object.hasOwn(words, value) ? (value as T) : undefined;

export const TABS = {
  board: 'Board',
  candidates: 'Candidates',
  brief: 'Brief',
  flags: 'Flags',
  figures: 'Figures',
  tasks: 'Tasks',
  activity: 'Timeline',
} as const;
export type Tab = keyof typeof TABS;

/** Only a place inside this application: `next` comes from outside. */
export function safeNext(next: unknown): string | undefined {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined;
}

export const signInParams = (raw: Raw): { next?: string } => ({ next: safeNext(raw['next']) });
export const tokenParams = (raw: Raw): { token?: string } => ({ token: text(raw['token']) });
export const setUpParams = (raw: Raw): { setup?: string } => ({ setup: text(raw['setup']) });

/** The order and the columns of a list, and which of its rows. */
const listParams = <Sort extends string>(raw: Raw, sorts: readonly Sort[]) => ({
  q: text(raw['q']),
  sort: sorts.find((sort) => sort === raw['sort'] || `-${sort}` === raw['sort']) && (raw['sort'] as Sort | `-${Sort}`),
  columns: text(raw['columns']),
});

const country = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : undefined;
export const id = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined;

export type CandidateListParams = Asked<'/api/candidates'> & { columns?: string; add?: true; paste?: true };
export const candidateListParams = (raw: Raw): CandidateListParams => ({
  ...listParams(raw, ['name', 'employer', 'city', 'added']),
  city: text(raw['city']),
  country: country(raw['country']),
  layer: oneOf(LAYER, raw['layer']),
  signal: oneOf(SIGNAL, raw['signal']),
  active: oneOf(IN_SEARCH, String(raw['active'])),
  add: raw['add'] ? true : undefined,
  paste: raw['paste'] ? true : undefined,
});

export type ClientListParams = Asked<'/api/clients'> & { columns?: string; add?: true };
export const clientListParams = (raw: Raw): ClientListParams => ({
  ...listParams(raw, ['name', 'industry', 'country']),
  country: country(raw['country']),
  industry: text(raw['industry']),
  add: raw['add'] ? true : undefined,
});
export const mailLogParams = (raw: Raw): { q?: string; state?: MailState; kind?: MailKind } => ({
  q: text(raw['q']),
  state: oneOf(MAIL_STATE, raw['state']),
  kind: oneOf(MAIL_KIND, raw['kind']),
});
export const remindersParams = (raw: Raw): { task?: string } => ({ task: id(raw['task']) });
export const mailParams = (raw: Raw): { mail?: string } => ({ mail: id(raw['mail']) });
export type SearchListParams = Asked<'/api/searches'> & { columns?: string };
export const searchListParams = (raw: Raw): SearchListParams => ({
  ...listParams(raw, ['opened', 'title', 'client', 'lead', 'health', 'active', 'target']),
  status: oneOf(STATUS, raw['status']),
  health: oneOf(HEALTH, raw['health']),
  leadId: id(raw['leadId']),
  clientId: id(raw['clientId']),
  officeId: id(raw['officeId']),
  roleKey: text(raw['roleKey']),
});
/** `why`: the flag that is being explained; `people` and `flagged`: which cards are shown. */
export const searchParams = (
  raw: Raw,
): { tab?: Tab; candidacy?: string; why?: string; people?: string; flagged?: true } => ({
  tab: oneOf(TABS, raw['tab']),
  candidacy: id(raw['candidacy']),
  why: id(raw['why']),
  people: text(raw['people']),
  flagged: raw['flagged'] ? true : undefined,
});
export const todayParams = (raw: Raw): { why?: string; snoozed?: true } => ({
  why: id(raw['why']),
  snoozed: raw['snoozed'] ? true : undefined,
});
export type HealthParams = Pick<SearchListParams, 'leadId' | 'clientId' | 'officeId' | 'roleKey'>;
export const healthParams = (raw: Raw): HealthParams => {
  const { leadId, clientId, officeId, roleKey } = searchListParams(raw);
  return { leadId, clientId, officeId, roleKey };
};
export const PRACTICE: Record<NonNullable<Asked<'/api/figures'>['practice']>, string> = {
  leadership: 'Leadership',
  infrastructure: 'Infrastructure',
  research: 'Research',
  governance: 'Governance',
  product: 'Product',
};
const date = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
/** `compare`: beside the selection whose words begin with `other`. */
export type InsightsParams = Asked<'/api/figures/side-by-side'> & HealthParams & { compare?: true };
export const insightsParams = (raw: Raw): InsightsParams => {
  const other = searchListParams({
    leadId: raw['otherLeadId'],
    clientId: raw['otherClientId'],
    officeId: raw['otherOfficeId'],
    roleKey: raw['otherRoleKey'],
  });
  return {
    ...healthParams(raw),
    practice: oneOf(PRACTICE, raw['practice']),
    openedFrom: date(raw['openedFrom']),
    openedTo: date(raw['openedTo']),
    compare: raw['compare'] ? true : undefined,
    otherLeadId: other.leadId,
    otherClientId: other.clientId,
    otherOfficeId: other.officeId,
    otherRoleKey: other.roleKey,
    otherPractice: oneOf(PRACTICE, raw['otherPractice']),
    otherOpenedFrom: date(raw['otherOpenedFrom']),
    otherOpenedTo: date(raw['otherOpenedTo']),
  };
};
export const asOfParams = (raw: Raw): { at?: string; health?: Health; rule?: RuleName; leadId?: string } => {
  const at = text(raw['at']);
  return {
    at: at && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : undefined,
    health: oneOf(HEALTH, raw['health']),
    rule: oneOf(RULE, raw['rule']),
    leadId: id(raw['leadId']),
  };
};
export const officeParams = (raw: Raw): { office?: string; year?: number } => {
  const year = Number(raw['year']);
  return { office: text(raw['office']), year: year >= 2000 && year <= 2099 ? year : undefined };
};
export const clientParams = (raw: Raw): { contact?: string } => ({ contact: id(raw['contact']) });
/** `role`: the one that is looked at; `add`: one is being added. */
export const roleTemplatesParams = (raw: Raw): { role?: string; add?: true } => ({
  role: id(raw['role']),
  add: raw['add'] ? true : undefined,
});
export const policyParams = (raw: Raw): { role?: string } => ({ role: text(raw['role']) });
