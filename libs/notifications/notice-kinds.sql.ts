import { visibleSearch } from '@app/identity/visible.sql.js';
import { limitOf, longestWindow, POLICY_LAYERS, shortestWindow } from '@app/limits/layers.sql.js';
import { WINDOW_SOON_DAYS } from '@app/limits/limits.types.js';
import type { NoticeKind } from '@app/mails/mails.types.js';
import type { NoticeKindSpec } from './notifications.types.js';

/** `search_reader` of one search and one person: joined, the view would be every person beside every search. */
const mayRead = (user: string): string => visibleSearch('s', { all: 'false', user });
/** The person on duty for the lead, if that person may see the search. */
const TO_LEAD = `
  join duty_now d on d.firm_id = s.firm_id and d.user_id = s.lead_user_id and ${mayRead('d.duty_user_id')}`;
/** What the warnings before a window closes say better. */
const SAID_BY_WINDOW = (flag: string): string => `
  (${flag}.rule = 'window_closing' and exists (
    select 1 from window_end n where n.firm_id = ${flag}.firm_id and n.candidacy_id = ${flag}.candidacy_id
      and n.closes_on - (now() at time zone n.time_zone)::date <= ${WINDOW_SOON_DAYS}))`;
const NOT_SNOOZED = 'f.acknowledged_at is null and (f.snoozed_until is null or f.snoozed_until <= now())';
const OPEN_FLAG = `open_flag o
  join stall_flag f on f.firm_id = o.firm_id and f.id = o.id
  join search s on s.firm_id = o.firm_id and s.id = o.search_id`;

interface Planned {
  readonly of: string;
  readonly occurrence?: string;
  readonly to?: string;
}
const notPlanned = (kind: NoticeKind, { of, occurrence, to }: Planned): string => `
  not exists (select 1 from reminder r where r.firm_id = p_firm and r.kind = '${kind}' and r.subject_id = ${of}
    ${occurrence ? `and r.occurrence_key = ${occurrence}` : ''} ${to ? `and r.recipient_id = ${to}` : ''})`;
const atMoment = (prefix: string, id: string, moment: string): string =>
  `'${prefix}/' || ${id} || '/' || extract(epoch from ${moment})::bigint`;

const days = (count: number | null): string => (count === 1 ? 'a day' : `${count ?? 0} days`);

const flagRaised: NoticeKindSpec = {
  kind: 'flag_raised',
  mode: 'immediate',
  to: 'user',
  subjectType: 'flag',
  source: `${OPEN_FLAG}
    join flag_owner w on w.firm_id = o.firm_id and w.flag_id = o.id`,
  row: 'o',
  when: `${NOT_SNOOZED} and ${mayRead('w.user_id')} and not ${SAID_BY_WINDOW('o')}`,
  recipientId: 'w.user_id',
  subjectId: 'o.id',
  occurrence: `'flag/' || o.id`,
  dueAt: `greatest(o.raised_at, f.snoozed_until, case when f.assigned_to is not null then (
    select max(a.at) from flag_action a
    where a.firm_id = f.firm_id and a.flag_id = f.id and a.action = 'assigned') end)`,
  maybe: {
    depth: 0,
    subjectId: 'f.id',
    source: 'stall_flag f join flag_owner w on w.firm_id = f.firm_id and w.flag_id = f.id',
    when: `f.firm_id = p_firm and f.state = 'open' and ${NOT_SNOOZED}
      and (f.rule <> 'window_closing' or f.raised_at > now() - case when p_depth >= 1 then interval '1 day' else interval '5 minutes' end)
      and f.told_to is distinct from w.user_id and not ${SAID_BY_WINDOW('f')}`,
  },
  sentence: ({ sentence }) => sentence ?? 'A flag was raised',
};

/** Nobody acknowledged it in time: the partners of the search hear of it, once a sweep has escalated it. */
const flagEscalated: NoticeKindSpec = {
  kind: 'flag_escalated',
  mode: 'immediate',
  to: 'user',
  subjectType: 'flag',
  source: `${OPEN_FLAG}
    cross join lateral (
      select p.user_id from search_partner p where p.firm_id = s.firm_id and p.search_id = s.id offset 0) p
    join duty_now d on d.firm_id = s.firm_id and d.user_id = p.user_id`,
  row: 'o',
  when: `f.escalated_at is not null and ${NOT_SNOOZED} and ${mayRead('d.duty_user_id')}`,
  recipientId: 'd.duty_user_id',
  subjectId: 'o.id',
  occurrence: `'escalation/' || o.id`,
  dueAt: 'f.escalated_at',
  maybe: {
    depth: 0,
    subjectId: 'f.id',
    source: 'stall_flag f',
    when: `f.firm_id = p_firm and f.state = 'open' and f.escalated_at is not null and ${NOT_SNOOZED}
      and ${notPlanned('flag_escalated', { of: 'f.id' })}`,
  },
  sentence: ({ sentence }) => `Nobody has acknowledged this: ${sentence ?? 'a flag was raised'}`,
};

/** The client owes an answer, and the search's limits say that its decision makers are asked for it. */
const clientFeedbackDue: NoticeKindSpec = {
  kind: 'client_feedback_due',
  mode: 'immediate',
  to: 'contact',
  subjectType: 'flag',
  source: `${OPEN_FLAG}
    join contact k on k.firm_id = s.firm_id and k.client_id = s.client_id and k.role = 'decision_maker' and k.email is not null
    ${POLICY_LAYERS}`,
  row: 'o',
  when: `o.rule = 'client_silent' and ${NOT_SNOOZED} and ${limitOf('mailClientForFeedback')} = 'true'`,
  recipientId: 'k.id',
  subjectId: 'o.id',
  occurrence: `'feedback/' || o.id`,
  dueAt: 'o.raised_at',
  maybe: {
    depth: 0,
    subjectId: 'f.id',
    source: 'stall_flag f',
    when: `f.firm_id = p_firm and f.state = 'open' and f.rule = 'client_silent' and ${NOT_SNOOZED}
      and exists (select 1 from stall_policy p where p.firm_id = p_firm and p.settings ->> 'mailClientForFeedback' = 'true')
      and ${notPlanned('client_feedback_due', { of: 'f.id' })}`,
  },
  sentence: ({ sentence }) => sentence ?? 'Client feedback is due',
};

/** Some days before a market window closes without an offer, at 08:00 (`window_warning`). */
const windowClosing: NoticeKindSpec = {
  kind: 'window_closing',
  mode: 'immediate',
  to: 'user',
  subjectType: 'candidacy',
  source: `window_warning w join search s on s.firm_id = w.firm_id and s.id = w.search_id ${TO_LEAD}`,
  row: 'w',
  when: 'true',
  recipientId: 'd.duty_user_id',
  subjectId: 'w.candidacy_id',
  occurrence: 'w.occurrence_key',
  dueAt: 'w.due_at',
  maybe: {
    depth: 1,
    subjectId: 'w.candidacy_id',
    source: `window_warning w
      join search s on s.firm_id = p_firm and s.id = w.search_id
      join duty_now d on d.firm_id = p_firm and d.user_id = s.lead_user_id`,
    when: `w.firm_id = p_firm
      and w.window_opened_at < now() - make_interval(days => ${shortestWindow('p_firm')} - ${WINDOW_SOON_DAYS + 1})
      and w.window_opened_at > now() - make_interval(days => ${longestWindow('p_firm')} + 1)
      and ${notPlanned('window_closing', { of: 'w.candidacy_id', occurrence: 'w.occurrence_key', to: 'd.duty_user_id' })}`,
  },
  sentence: ({ number }) => `The market window closes in ${days(number)} with no offer yet`,
  nextStep: 'Extend the offer, or tell the client what waiting costs.',
};

const taskDue: NoticeKindSpec = {
  kind: 'task_due',
  mode: 'digest',
  to: 'user',
  subjectType: 'task',
  source: 'task t join duty_now d on d.firm_id = t.firm_id and d.user_id = t.assignee_id',
  row: 't',
  when: `t.done_at is null and (t.search_id is null or exists (
    select 1 from search s where s.firm_id = t.firm_id and s.id = t.search_id and ${mayRead('d.duty_user_id')}))`,
  recipientId: 'd.duty_user_id',
  subjectId: 't.id',
  occurrence: atMoment('task', 't.id', 't.due_at'),
  dueAt: 't.due_at',
  maybe: {
    depth: 0,
    subjectId: 't.id',
    source: 'task t join duty_now d on d.firm_id = p_firm and d.user_id = t.assignee_id',
    when: `t.firm_id = p_firm and t.done_at is null and t.due_at <= now()
      and ${notPlanned('task_due', { of: 't.id', occurrence: atMoment('task', 't.id', 't.due_at'), to: 'd.duty_user_id' })}`,
  },
  sentence: ({ title }) => title ?? 'A task is due',
};

/** The last working day before, at 09:00 (`interview_eve`): to the lead, and to whoever set it. */
const interviewTomorrow: NoticeKindSpec = {
  kind: 'interview_tomorrow',
  mode: 'immediate',
  to: 'user',
  subjectType: 'interview',
  source: `interview_eve i
    join search s on s.firm_id = i.firm_id and s.id = i.search_id
    cross join lateral (select s.lead_user_id as user_id union select i.set_by where i.set_by is not null) w
    join duty_now d on d.firm_id = i.firm_id and d.user_id = w.user_id and ${mayRead('d.duty_user_id')}`,
  row: 'i',
  when: 'true',
  recipientId: 'd.duty_user_id',
  subjectId: 'i.interview_id',
  occurrence: 'i.occurrence_key',
  dueAt: 'i.due_at',
  maybe: {
    depth: 1,
    subjectId: 'i.interview_id',
    source: 'interview_eve i',
    when: `i.firm_id = p_firm and i.starts_at > now() - interval '1 day' and i.starts_at < now() + interval '6 days'
      and i.due_at <= now() and ${notPlanned('interview_tomorrow', { of: 'i.interview_id', occurrence: 'i.occurrence_key' })}`,
  },
  sentence: () => 'Interview coming up',
};

const DIARY = `interview i
    cross join lateral (
      select h.user_id, h.first_version, h.version from calendar_holder h
      where h.firm_id = i.firm_id and h.interview_id = i.id offset 0) h
    join firm_user u on u.firm_id = i.firm_id and u.id = h.user_id and u.deactivated_at is null`;
const WILL_NOT_BE = '(i.cancelled_at is not null or i.called_off_at is not null)';
/** A reminder of the day before tells a new time to whom it is for: then it is not said twice. */
const SAID_BY_EVE = `exists (
  select 1 from interview_eve e
  join search s on s.firm_id = e.firm_id and s.id = e.search_id
  join duty_now d on d.firm_id = e.firm_id and d.duty_user_id = h.user_id and d.user_id in (s.lead_user_id, e.set_by)
  where e.firm_id = i.firm_id and e.interview_id = i.id and e.due_at <= now() and not exists (
    select 1 from reminder r
    where r.firm_id = i.firm_id and r.kind = 'interview_tomorrow' and r.subject_id = i.id and r.recipient_id = h.user_id
      and r.occurrence_key = e.occurrence_key and (r.mode = 'off' or r.calendar_version < i.version)))`;

interface DiaryNotice {
  readonly kind: 'interview_changed' | 'interview_cancelled';
  readonly when: string;
  readonly sentence: string;
  readonly nextStep?: string;
}

/** Whoever has an interview in a calendar, whether or not they work on its search any more: once for each version. */
const toDiaries = ({ kind, when, ...words }: DiaryNotice): NoticeKindSpec => {
  const occurrence = `'interview/' || i.id || '/v' || i.version`;
  return {
    kind,
    mode: 'immediate',
    to: 'user',
    subjectType: 'interview',
    source: DIARY,
    row: 'i',
    when: `i.ends_at > now() and h.first_version < i.version and ${when}`,
    recipientId: 'h.user_id',
    subjectId: 'i.id',
    occurrence,
    dueAt: 'i.changed_at',
    maybe: {
      depth: 0,
      subjectId: 'i.id',
      source: DIARY,
      when: `i.firm_id = p_firm and i.version > 1 and i.ends_at > now() and h.version < i.version and ${when}
        and ${notPlanned(kind, { of: 'i.id', occurrence, to: 'h.user_id' })}`,
    },
    sentence: () => words.sentence,
    ...(words.nextStep ? { nextStep: words.nextStep } : {}),
  };
};

const interviewChanged = toDiaries({
  kind: 'interview_changed',
  when: `not ${WILL_NOT_BE} and not ${SAID_BY_EVE}`,
  sentence: 'An interview in your calendar was changed',
  nextStep: 'Open the attached file: it replaces the entry you have.',
});

const interviewCancelled = toDiaries({
  kind: 'interview_cancelled',
  when: WILL_NOT_BE,
  sentence: 'An interview in your calendar will not take place',
  nextStep: 'Open the attached file, or delete the entry you have.',
});

const offerExpiring: NoticeKindSpec = {
  kind: 'offer_expiring',
  mode: 'immediate',
  to: 'user',
  subjectType: 'offer',
  source: `offer f join search s on s.firm_id = f.firm_id and s.id = f.search_id ${TO_LEAD}`,
  row: 'f',
  when: 'f.decided_at is null and f.expires_at > now()',
  recipientId: 'd.duty_user_id',
  subjectId: 'f.id',
  occurrence: atMoment('offer', 'f.id', 'f.expires_at'),
  dueAt: `f.expires_at - interval '2 days'`,
  maybe: {
    depth: 0,
    subjectId: 'f.id',
    source: 'offer f',
    when: `f.firm_id = p_firm and f.decided_at is null and f.expires_at > now() and f.expires_at <= now() + interval '2 days'
      and ${notPlanned('offer_expiring', { of: 'f.id', occurrence: atMoment('offer', 'f.id', 'f.expires_at') })}`,
  },
  sentence: () => 'The offer expires without a decision',
  nextStep: 'Ask what is holding up the decision.',
};

const checkInDue: NoticeKindSpec = {
  kind: 'check_in_due',
  mode: 'digest',
  to: 'user',
  subjectType: 'check_in',
  source: `check_in k
    join search s on s.firm_id = k.firm_id and s.id = k.search_id
    join office o on o.firm_id = s.firm_id and o.id = s.office_id
    ${TO_LEAD}`,
  row: 'k',
  when: `k.done_at is null and not exists (
    select 1 from candidacy_offer f where f.firm_id = k.firm_id and f.id = k.offer_id and f.taken_back_at is not null)`,
  recipientId: 'd.duty_user_id',
  subjectId: 'k.id',
  occurrence: `'check_in/' || k.id || '/' || k.due_on`,
  dueAt: `(k.due_on + time '08:00') at time zone o.time_zone`,
  maybe: {
    depth: 0,
    subjectId: 'k.id',
    source: 'check_in k',
    when: `k.firm_id = p_firm and k.done_at is null and k.due_on <= current_date + 1
      and ${notPlanned('check_in_due', { of: 'k.id', occurrence: `'check_in/' || k.id || '/' || k.due_on` })}`,
  },
  sentence: ({ number }) => `Check-in ${days(number)} after the start`,
  nextStep: 'Speak with them and record how it is going.',
};

/** Five days before the month is over: one reminder for all people of a search whose month ends that day. */
const article14Due: NoticeKindSpec = {
  kind: 'article14_due',
  mode: 'digest',
  to: 'user',
  subjectType: 'search',
  source: `(select distinct firm_id, search_id, last_day, time_zone from article14_day) a
    join search s on s.firm_id = a.firm_id and s.id = a.search_id
    ${TO_LEAD}`,
  row: 'a',
  when: 'true',
  recipientId: 'd.duty_user_id',
  subjectId: 'a.search_id',
  occurrence: `'article14/' || a.search_id || '/' || a.last_day`,
  dueAt: `(a.last_day - 5 + time '08:00') at time zone a.time_zone`,
  lapsesAfter: '13 days',
  maybe: {
    depth: 2,
    subjectId: 'a.search_id',
    source: `(
      select distinct d.search_id from article14_day d
      where d.firm_id = p_firm and d.created_at > now() - interval '1 month 8 days'
        and d.created_at < now() - interval '1 month' + interval '7 days'
        and ${notPlanned('article14_due', { of: 'd.search_id', occurrence: `'article14/' || d.search_id || '/' || d.last_day` })}) a`,
    when: 'true',
  },
  sentence: ({ number }) =>
    number === 1
      ? 'One person here has not been told where their data comes from'
      : `${number ?? 0} people here have not been told where their data comes from`,
  nextStep: 'Send the Article 14 notice, or record why none is due.',
};

/** Somebody named a colleague in what was logged, once for each; what was erased is told nobody. */
const mentioned: NoticeKindSpec = {
  kind: 'mentioned',
  mode: 'immediate',
  to: 'user',
  subjectType: 'activity',
  source: `mention m join activity a on a.firm_id = m.firm_id and a.id = m.activity_id and a.text is not null`,
  row: 'a',
  when: `m.user_id is distinct from m.by_user_id and (a.search_id is null or exists (
    select 1 from search s where s.firm_id = a.firm_id and s.id = a.search_id and ${mayRead('m.user_id')}))`,
  recipientId: 'm.user_id',
  subjectId: 'a.id',
  occurrence: `'mention/' || a.id`,
  dueAt: 'm.created_at',
  lapsesAfter: '7 days',
  maybe: {
    depth: 0,
    subjectId: 'm.activity_id',
    source: 'mention m',
    when: `m.firm_id = p_firm and m.created_at > now() - interval '8 days'
      and ${notPlanned('mentioned', { of: 'm.activity_id', to: 'm.user_id' })}`,
  },
  sentence: ({ title }) => `${title ?? 'A colleague'} mentioned you`,
  nextStep: 'Read what was said, on the timeline.',
};

/** All of them, in the order in which people choose among them. */
export const NOTICE_KIND_SPECS: readonly NoticeKindSpec[] = [
  flagRaised,
  flagEscalated,
  windowClosing,
  clientFeedbackDue,
  interviewTomorrow,
  interviewChanged,
  interviewCancelled,
  offerExpiring,
  taskDue,
  checkInDue,
  article14Due,
  mentioned,
];

const BY_KIND = new Map(NOTICE_KIND_SPECS.map((spec) => [spec.kind, spec]));

export function noticeKind(kind: NoticeKind): NoticeKindSpec {
  const spec = BY_KIND.get(kind);
  if (!spec) throw new RangeError(`no kind of reminder is called ${kind}`);
  return spec;
}
