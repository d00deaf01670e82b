import type { CandidateRow, Layer, Signal } from '@app/candidates/candidates.types.js';
import type { ClientRow } from '@app/clients/clients.types.js';
import type { Erasure, ErasureReason } from '@app/compliance/compliance.types.js';
import type { DeliveryState, MailLogItem } from '@app/mail-log/mail-log.types.js';
import type { ReminderKind } from '@app/notifications/notifications.types.js';
import { formatLocalTime, localDateOf } from '@app/platform/time/zone.js';
import type { MyReminder, DeliveryForm } from '@app/reminders/reminders.types.js';
import type { SearchRow } from '@app/searches/searches.types.js';
import type { TodayGroup, TodayItem } from '@app/today/today.types.js';
import type { Health, SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import type { Cell, CellKind, Head } from './sheets.types.js';

export interface SheetColumn<Row> extends Head {
  of: (row: Row, zone: string) => Cell;
}

/** What a column of a list becomes in a sheet, where a cell holds one thing: one column or several. */
interface Part<Row> {
  /** by which it is chosen; without one it is always there */
  id?: string;
  /** there only when it is asked for */
  extra?: true;
  columns: readonly SheetColumn<Row>[];
}

const column = <Row>(kind: CellKind, head: string, of: SheetColumn<Row>['of']): SheetColumn<Row> => ({
  kind,
  head,
  of,
});

export const LAYER: Record<Layer, string> = {
  inference_infrastructure: 'Inference and infrastructure',
  evaluation_reliability: 'Evaluation and reliability',
  product_execution: 'AI product',
  governance: 'Governance',
  research: 'Research',
};
export const SIGNAL: Record<Signal, string> = {
  hyperscaler_alumni: 'Hyperscaler alumni',
  phd: 'Doctorate',
  frontier_lab: 'Frontier lab',
  big4_ai: 'Big-four AI practice',
};
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
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const countryName = (code: string | null): string | null => code && (countries.of(code) ?? code);

const EMPLOYER = column<CandidateRow>('text', 'Employer', ({ employer }) => employer);

export const CANDIDATES: readonly Part<CandidateRow>[] = [
  {
    columns: [column('text', 'Name', ({ name }) => name), column('text', 'Title', ({ title }) => title), EMPLOYER],
  },
  {
    id: 'place',
    columns: [
      column('text', 'City', ({ city }) => city),
      column('text', 'Country', ({ country }) => countryName(country)),
    ],
  },
  { id: 'employer', extra: true, columns: [EMPLOYER] },
  { id: 'layer', columns: [column('text', 'Layer', ({ layer }) => layer && LAYER[layer])] },
  {
    id: 'background',
    columns: [column('text', 'Background', ({ signals }) => signals.map((signal) => SIGNAL[signal]).join(', '))],
  },
  { id: 'source', extra: true, columns: [column('text', 'Source', ({ source }) => source)] },
  { id: 'ref', extra: true, columns: [column('text', 'Reference', ({ ref }) => ref)] },
  { id: 'active', columns: [column('number', 'Active in', ({ activeSearches }) => activeSearches)] },
];

const CLIENT = column<SearchRow>('text', 'Client', ({ client }) => client.name);

export const SEARCHES: readonly Part<SearchRow>[] = [
  { id: 'health', columns: [column('text', 'Health', ({ health }) => health && HEALTH[health])] },
  {
    columns: [
      column('text', 'Search', ({ title }) => title),
      CLIENT,
      column('text', 'Reference', ({ ref }) => ref),
      column('text', 'Confidential', ({ confidential }) => (confidential ? 'Yes' : 'No')),
    ],
  },
  {
    id: 'why',
    columns: [column('text', 'Why', ({ reason }) => reason), column('text', 'What next', ({ nextStep }) => nextStep)],
  },
  { id: 'client', extra: true, columns: [CLIENT] },
  { id: 'lead', columns: [column('text', 'Lead', ({ lead }) => lead.name)] },
  { id: 'status', extra: true, columns: [column('text', 'Status', ({ status }) => STATUS[status])] },
  { id: 'active', columns: [column('number', 'Active', ({ activeCount }) => activeCount)] },
  { id: 'day', columns: [column('number', 'Day', ({ day }) => day)] },
  {
    id: 'opened',
    extra: true,
    columns: [column('day', 'Opened', ({ openedAt }, zone) => localDateOf(openedAt, zone))],
  },
  { id: 'target', extra: true, columns: [column('day', 'Target date', ({ targetDate }) => targetDate)] },
];

export const CLIENTS: readonly Part<ClientRow>[] = [
  { columns: [column('text', 'Client', ({ name }) => name)] },
  { id: 'industry', columns: [column('text', 'Industry', ({ industry }) => industry)] },
  { id: 'country', columns: [column('text', 'Country', ({ country }) => countryName(country))] },
  { id: 'domain', columns: [column('text', 'Domain', ({ domain }) => domain)] },
  { id: 'ref', extra: true, columns: [column('text', 'Reference', ({ ref }) => ref)] },
];

export const MAIL_STATE: Record<DeliveryState, string> = {
  pending: 'Waiting',
  claimed: 'On its way',
  sent: 'Sent',
  failed: 'Failed',
  cancelled: 'Cancelled',
  missed: 'Missed',
  uncertain: 'Uncertain',
};
export const MAIL_FORM: Record<DeliveryForm, string> = {
  notices: 'Reminders',
  daily_digest: 'Daily digest',
  pipeline_health: 'Monday pipeline health',
  client_feedback: 'Feedback asked of a client',
};
export const MAIL_KIND: Record<ReminderKind, string> = {
  flag_raised: 'Flag raised',
  flag_escalated: 'Flag escalated',
  window_closing: 'Window closing',
  client_feedback_due: 'Client feedback due',
  task_due: 'Task due',
  interview_tomorrow: 'Interview tomorrow',
  interview_changed: 'Interview changed',
  interview_cancelled: 'Interview cancelled',
  offer_expiring: 'Offer expiring',
  check_in_due: 'Check-in due',
  article14_due: 'Article 14 notice due',
  mentioned: 'Mentioned by a colleague',
  daily_digest: 'Daily digest',
  pipeline_health: 'Monday pipeline health',
};
export const ERASURE_REASON: Record<ErasureReason, string> = {
  their_request: 'At their request',
  retention: 'No longer needed',
  other: 'Other reason',
};
export const TODAY_GROUP: Record<TodayGroup, string> = {
  save: 'Save this week',
  client: 'Client’s turn',
  ours: 'Ours to move',
  lost: 'Lost, close it',
  acknowledged: 'Acknowledged',
};

/** Sorts as it reads, `2026-11-30 09:15`. */
const moment = (at: Date | null, zone: string): string | null =>
  at && `${localDateOf(at, zone)} ${formatLocalTime(at, zone)}`;
const yes = (is: boolean): string => (is ? 'Yes' : 'No');

export const MAIL_LOG: readonly SheetColumn<MailLogItem>[] = [
  column('text', 'Due', ({ dueAt }, zone) => moment(dueAt, zone)),
  column('text', 'To', ({ recipient }) => recipient.name),
  column('text', 'Email', ({ form, resendOf }) => `${MAIL_FORM[form]}${resendOf ? ', sent again' : ''}`),
  column('text', 'About', ({ kinds }) => kinds.map((kind) => MAIL_KIND[kind]).join(', ')),
  column('text', 'State', ({ state }) => MAIL_STATE[state]),
  column('text', 'Finished', ({ finishedAt }, zone) => moment(finishedAt, zone)),
  column('text', 'Answer of the mail server', ({ response }) => response),
  column('text', 'Came back', ({ bouncedAt }, zone) => moment(bouncedAt, zone)),
  column('text', 'Why it came back', ({ bounceReason }) => bounceReason),
  column('number', 'Attempts', ({ attempts }) => attempts.length),
];

export const ERASURES: readonly SheetColumn<Erasure>[] = [
  column('text', 'Erased', ({ at }, zone) => moment(at, zone)),
  column('text', 'Who', ({ person }) => (person.kind === 'candidate' ? 'Candidate' : 'Contact')),
  column('text', 'Number of the record', ({ person }) => person.id),
  column('text', 'Reason', ({ reason }) => ERASURE_REASON[reason]),
  column('day', 'Requested on', ({ requestedOn }) => requestedOn),
  column('text', 'By', ({ by }) => by?.name ?? 'The command line'),
  column('number', 'Records', ({ total }) => total),
  column('text', 'Proof', ({ id }) => id),
];

export const REMINDERS: readonly SheetColumn<MyReminder>[] = [
  column('text', 'Due', ({ dueAt }, zone) => moment(dueAt, zone)),
  column('text', 'Kind', ({ kind }) => MAIL_KIND[kind]),
  column('text', 'About', ({ about }) => about),
  column('text', 'Search', ({ group }) => group),
  column('text', 'Reminder', ({ sentence }) => sentence),
  column('text', 'What next', ({ nextStep }) => nextStep),
  column('text', 'When', ({ at }, zone) => moment(at, zone)),
  column('text', 'Still so', ({ isCurrent }) => yes(isCurrent)),
  column('text', 'Seen', ({ seenAt }, zone) => moment(seenAt, zone)),
  column('text', 'Email', ({ mailSentence }) => mailSentence),
];

export const TODAY: readonly SheetColumn<TodayItem>[] = [
  column('text', 'Group', ({ group }) => TODAY_GROUP[group]),
  column('text', 'Candidate', ({ candidacy }) => candidacy?.candidateName ?? null),
  column('text', 'Search', ({ search }) => search.title),
  column('text', 'Client', ({ search }) => search.clientName),
  column('text', 'Why', ({ sentence }) => sentence),
  column('text', 'What next', ({ nextStep }) => nextStep),
  column('text', 'Since', ({ since }, zone) => moment(since, zone)),
  column('text', 'Limit', ({ deadline }, zone) => moment(deadline, zone)),
  column('day', 'Window closes', ({ window }) => window?.closesOn ?? null),
  column('text', 'Escalated', ({ escalated }) => yes(escalated)),
  column('text', 'Assigned to', ({ assignedTo }) => assignedTo?.name ?? null),
  column('text', 'Put off until', ({ snoozedUntil }, zone) => moment(snoozedUntil, zone)),
];

/** The columns of a sheet, in the order of the list: those asked for, else those the list begins with; none twice. */
export function columnsOf<Row>(parts: readonly Part<Row>[], words: string | undefined): SheetColumn<Row>[] {
  const asked = words ? words.split('.') : undefined;
  const shown = parts.filter(({ id, extra }) => !id || (asked ? asked.includes(id) : !extra));
  return [...new Set(shown.flatMap(({ columns }) => columns))];
}
