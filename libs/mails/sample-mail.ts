import {
  clientSilentSentence,
  noProgressSentence,
  slateLateSentence,
  windowClosingSentence,
} from '@app/clocks/sentences.rules.js';
import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { dateOf, type LocalDay, plusDays, weekdayOf } from '@app/platform/time/local-date.js';
import { atLocalHour, localDayOf } from '@app/platform/time/zone.js';
import { clientFeedbackMail } from './client-feedback-mail.js';
import { healthMail } from './monday-mail.js';
import type { ComposedMail, HealthContent, MailFrame, NoticeItem, NoticeKind } from './mails.types.js';
import { digestMail, noticesMail } from './notices-mail.js';

/** What a preview needs besides invented people: where links lead and whose clock the days are. */
export type SampleFrame = Pick<MailFrame, 'publicUrl' | 'timeZone'>;

export interface SampleMail {
  readonly template: string;
  readonly title: string;
  readonly sentTo: string;
}

interface Sample extends SampleMail {
  readonly compose: (frame: MailFrame, days: Days) => Promise<ComposedMail>;
}

/** The samples' Monday, so that nobody has an interview on a Sunday. */
interface Days {
  readonly monday: LocalDay;
  readonly zone: string;
  readonly now: Date;
  /** a full hour so many days after it */
  readonly at: (days: number, hour?: number) => Date;
}

function daysFrom(now: Date, timeZone: string): Days {
  const today = localDayOf(now, timeZone);
  const monday = plusDays(today, (8 - weekdayOf(today)) % 7);
  return { monday, zone: timeZone, now, at: (days, hour = 10) => atLocalHour(plusDays(monday, days), hour, timeZone) };
}

const CAIO = 'Chief AI Officer, Alder Bank';
const MLOPS = 'VP MLOps, Birch Logistics';
const INFRA = 'Head of AI Infrastructure, Cedar Health';
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const SEARCH = `/searches/${idOf(1)}`;

const item = (kind: NoticeKind, sentence: string, more: Partial<NoticeItem> = {}): NoticeItem => ({
  kind,
  severity: null,
  group: CAIO,
  about: null,
  sentence,
  nextStep: null,
  path: SEARCH,
  at: null,
  event: null,
  ...more,
});

const { windowCloseDay: WINDOW, clientSilentStalledDays: SILENT, noProgressDays: NO_PROGRESS } = DEFAULT_POLICY;
const elevenDaysAgo = ({ at }: Pick<Days, 'at'>) => ({ since: at(-11), key: '', from: 'fact' }) as const;
/** `closing`: days after Monday on which windows close. */
const noMovement = (days: Days, closing: readonly number[]): string => {
  const words = { start: elevenDaysAgo(days), workingDays: NO_PROGRESS + 2, limit: NO_PROGRESS };
  const closesOn = closing.map((day) => plusDays(days.monday, day));
  return noProgressSentence({ ...words, closing: { closeAt: [], closesOn, allFinalists: true } }, days);
};

const SAMPLE_ENTRY = {
  uid: 'interview-sample@searchlight.example',
  place: 'Video call',
  title: 'Interview, second round',
};

const itemsOf = {
  flag_raised: (days) =>
    item('flag_raised', noMovement(days, [0, 2]), {
      severity: 'stalled',
      nextStep: 'Call the client and agree on a date for the final interviews',
    }),
  flag_escalated: (days) =>
    item(
      'flag_escalated',
      `Nobody has acknowledged this: ${clientSilentSentence(elevenDaysAgo(days), SILENT, SILENT, days)}`,
      {
        severity: 'stalled',
        about: 'Ines Sample',
        group: MLOPS,
        nextStep: 'Ask the decision maker for a yes or no today',
      },
    ),
  window_closing: ({ at }) =>
    item('window_closing', 'The market window closes in 3 days with no offer yet', {
      severity: 'watch',
      about: 'Jonas Sample',
      nextStep: 'Extend the offer or tell the client what waiting costs',
      at: at(3, 18),
    }),
  client_feedback_due: (days) =>
    item('client_feedback_due', clientSilentSentence(elevenDaysAgo(days), SILENT, SILENT, days), {
      group: MLOPS,
      nextStep: 'Call the decision maker',
    }),
  task_due: ({ at }) => item('task_due', 'Agree on the references with the candidate', { group: INFRA, at: at(0, 18) }),
  interview_tomorrow: ({ at }) =>
    item('interview_tomorrow', 'Second interview with the board', {
      about: 'Mara Sample',
      at: at(1),
      event: {
        ...SAMPLE_ENTRY,
        sequence: 1,
        startsAt: at(1),
        endsAt: at(1, 11),
        cancelled: false,
      },
    }),
  interview_changed: ({ at }) =>
    item('interview_changed', 'An interview in your calendar was changed', {
      about: 'Mara Sample',
      nextStep: 'Open the attached file: it replaces the entry you have.',
      at: at(2),
      event: { ...SAMPLE_ENTRY, sequence: 2, startsAt: at(2), endsAt: at(2, 11), cancelled: false },
    }),
  interview_cancelled: ({ at }) =>
    item('interview_cancelled', 'An interview in your calendar will not take place', {
      about: 'Mara Sample',
      nextStep: 'Open the attached file, or delete the entry you have.',
      at: at(2),
      event: { ...SAMPLE_ENTRY, sequence: 3, startsAt: at(2), endsAt: at(2, 11), cancelled: true },
    }),
  offer_expiring: ({ at }) =>
    item('offer_expiring', 'The offer expires without a decision', {
      severity: 'stalled',
      about: 'Noor Sample',
      group: INFRA,
      nextStep: 'Ask what is holding up the decision',
      at: at(2, 18),
    }),
  check_in_due: ({ at }) =>
    item('check_in_due', 'Check-in after 90 days', { about: 'Otto Sample', group: INFRA, at: at(1) }),
  article14_due: ({ at }) =>
    item('article14_due', 'Has not yet been told where their data comes from', {
      about: 'Pia Sample',
      nextStep: 'Send the notice before anything goes to the client',
      at: at(4),
    }),
  mentioned: () =>
    item('mentioned', 'Ada Sample mentioned you', {
      about: 'Quin Sample',
      nextStep: 'Read what was said, on the timeline',
    }),
} satisfies Record<NoticeKind, (days: Days) => NoticeItem>;

const KIND_TITLES: Readonly<Record<NoticeKind, string>> = {
  flag_raised: 'Flag raised',
  flag_escalated: 'Flag escalated',
  window_closing: 'Window about to close',
  client_feedback_due: 'Client feedback due',
  task_due: 'Task due',
  interview_tomorrow: 'Interview coming up, with a calendar file',
  interview_changed: 'Interview changed, for whoever has it in a calendar',
  interview_cancelled: 'Interview cancelled, for whoever has it in a calendar',
  offer_expiring: 'Offer about to expire',
  check_in_due: 'Check-in due',
  article14_due: 'Article 14 notice due',
  mentioned: 'Mentioned by a colleague',
};

const KINDS = Object.keys(itemsOf) as NoticeKind[];
const everyKind = (days: Days): NoticeItem[] => KINDS.map((kind) => itemsOf[kind](days));
const manyFlags = (days: Days): NoticeItem[] =>
  Array.from({ length: 40 }, (_, i) => ({
    ...(i % 3 === 0 ? itemsOf.flag_raised(days) : { ...itemsOf.window_closing(days), kind: 'flag_raised' as const }),
    group: [CAIO, MLOPS, INFRA][i % 3] ?? CAIO,
    about: i % 3 === 0 ? null : `Simulated Person ${i + 1}`,
  }));

const health = (days: Days): HealthContent => ({
  at: days.now,
  counts: { stalled: 2, atRisk: 1, onTrack: 5, onHold: 1 },
  searches: [
    [CAIO, 'stalled', 'Ada Sample', 34, noMovement(days, []), 'Call the client'],
    [
      MLOPS,
      'stalled',
      'Ben Sample',
      DEFAULT_POLICY.slateDay + 1,
      slateLateSentence(DEFAULT_POLICY.slateSize - 1, DEFAULT_POLICY.slateSize, {
        day: DEFAULT_POLICY.slateDay + 1,
        daysOnHold: 0,
      }),
      'Present a third person',
    ],
    [
      INFRA,
      'at_risk',
      'Ada Sample',
      12,
      `Jonas Sample: ${windowClosingSentence(plusDays(days.monday, 2), WINDOW - 2, WINDOW, days)}`,
      'Extend the offer',
    ],
  ].map(([name, state, leadName, day, reason, nextStep], i) => {
    const [title, clientName] = String(name).split(', ');
    return {
      id: idOf(i + 1),
      title: title ?? '',
      clientName: clientName ?? '',
      ref: null,
      leadName: String(leadName),
      day: Number(day),
      health: String(state),
      reasons: [String(reason)],
      nextStep: String(nextStep),
    };
  }),
  windowsThisWeek: [
    { candidateName: 'Jonas Sample', search: 3, searchTitle: 'Head of AI Infrastructure' },
    { candidateName: 'Mara Sample', search: 1, searchTitle: 'Chief AI Officer' },
  ].map(({ search, ...window }, i) => ({
    ...window,
    candidacyId: idOf(i + 20),
    searchId: idOf(search),
    window: { day: WINDOW - 2 - i, days: WINDOW, closesOn: dateOf(plusDays(days.monday, 2 + i)) },
  })),
  timeToOffer: { sentence: 'Half of the searches reach an offer within 41 days; the market takes 52' },
  changes: {
    since: days.at(-7, 0),
    countsThen: { stalled: 1, atRisk: 2, onTrack: 5, onHold: 1 },
    becameStalled: { count: 1, items: [{ title: 'VP MLOps', clientName: 'Birch Logistics', ref: null }] },
    recovered: { count: 0, items: [] },
    putOnHold: { count: 0, items: [] },
    opened: { count: 1, items: [{ title: 'Head of AI Infrastructure', clientName: 'Cedar Health', ref: null }] },
    placed: { count: 1, items: [{ title: 'VP Research', clientName: 'Dogwood Robotics', ref: null }] },
    closed: { count: 0, items: [] },
  },
});

const SAMPLES: readonly Sample[] = [
  ...KINDS.map((kind) => ({
    template: kind.replaceAll('_', '-'),
    title: KIND_TITLES[kind],
    sentTo: kind === 'flag_escalated' ? 'The lead partner' : 'Whoever looks after it',
    compose: (frame: MailFrame, days: Days) => noticesMail(frame, [itemsOf[kind](days)]),
  })),
  {
    template: 'flag-handed-on',
    title: 'Flag handed on by a colleague',
    sentTo: 'Whom it was handed on to',
    compose: (frame, days) =>
      noticesMail(frame, [
        {
          ...itemsOf.flag_raised(days),
          handedOn: { by: 'Ada Sample', at: days.at(0, 9), reason: 'I am away until Monday' },
        },
      ]),
  },
  {
    template: 'many-flags',
    title: '40 flags at once',
    sentTo: 'Whoever looks after them',
    compose: (frame, days) => noticesMail(frame, manyFlags(days)),
  },
  {
    template: 'mixed-notices',
    title: 'One of every kind in one email',
    sentTo: 'Whoever looks after them',
    compose: (frame, days) => noticesMail(frame, everyKind(days)),
  },
  {
    template: 'daily-digest',
    title: 'Daily digest',
    sentTo: 'Everybody who wants one, at the time they chose',
    compose: (frame, days) => digestMail(frame, { date: dateOf(days.monday), items: everyKind(days) }),
  },
  {
    template: 'pipeline-health',
    title: 'Pipeline health on Mondays',
    sentTo: 'Partners',
    compose: (frame, days) => healthMail({ ...frame, unsubscribeUrl: null }, health(days), days.at(0, 7)),
  },
  {
    template: 'client-feedback',
    title: 'Feedback asked of a client',
    sentTo: "The client's decision maker, where the policy of the search allows it",
    compose: (frame, days) =>
      clientFeedbackMail(frame, {
        searchTitle: 'Chief AI Officer',
        people: 3,
        presentedOn: days.at(-4),
        windowDays: DEFAULT_POLICY.windowCloseDay,
        leadName: 'Ada Sample',
        leadEmail: 'ada@firm.example',
      }),
  },
];

/** Every template, one and many, in invented words. */
export function listSamples(): SampleMail[] {
  return SAMPLES.map(({ template, title, sentTo }) => ({ template, title, sentTo }));
}

export async function sampleMail(template: string, frame: SampleFrame, now: Date): Promise<ComposedMail> {
  const sample = SAMPLES.find((candidate) => candidate.template === template);
  if (!sample) throw new DomainError('not_found', 'There is no email with that name.');
  return sample.compose(
    {
      ...frame,
      now,
      recipientName: 'Sam Sample',
      firmName: 'Example Search Partners',
      simulated: true,
      unsubscribeUrl: `${frame.publicUrl}/unsubscribe/sample`,
    },
    daysFrom(now, frame.timeZone),
  );
}
