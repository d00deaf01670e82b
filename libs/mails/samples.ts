import { DomainError } from '@app/platform/errors/domain-error.js';
import { localDateOf } from '@app/platform/time/zone.js';
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
  readonly compose: (frame: MailFrame, now: Date) => Promise<ComposedMail>;
}

const DAY_MS = 86_400_000;
const at = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);
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

const itemsOf = {
  flag_raised: () =>
    item('flag_raised', "Nobody moved since Thu 5 Nov; two finalists' windows close on Mon 16 and Wed 18", {
      severity: 'stalled',
      nextStep: 'Call the client and agree on a date for the final interviews',
    }),
  flag_escalated: () =>
    item('flag_escalated', 'No client feedback for 5 working days; nobody acknowledged the flag for 2', {
      severity: 'stalled',
      about: 'Ines Sample',
      group: MLOPS,
      nextStep: 'Ask the decision maker for a yes or no today',
    }),
  window_closing: (now) =>
    item('window_closing', 'Day 25 of 28 without an offer', {
      severity: 'watch',
      about: 'Jonas Sample',
      nextStep: 'Extend the offer or tell the client what waiting costs',
      at: at(now, 3),
    }),
  client_feedback_due: () =>
    item('client_feedback_due', 'The client has had three people before them for 4 working days', {
      group: MLOPS,
      nextStep: 'Call the decision maker',
    }),
  task_due: (now) => item('task_due', 'Agree on the references with the candidate', { group: INFRA, at: now }),
  interview_tomorrow: (now) =>
    item('interview_tomorrow', 'Second interview with the board', {
      about: 'Mara Sample',
      at: at(now, 1),
      event: {
        uid: 'interview-sample@searchlight.example',
        sequence: 1,
        startsAt: at(now, 1),
        endsAt: new Date(at(now, 1).getTime() + 60 * 60_000),
        place: 'Video call',
        title: 'Interview, second round',
      },
    }),
  offer_expiring: (now) =>
    item('offer_expiring', 'The offer is undecided for 4 working days', {
      severity: 'stalled',
      about: 'Noor Sample',
      group: INFRA,
      nextStep: 'Ask what is missing for a decision',
      at: at(now, 2),
    }),
  check_in_due: (now) =>
    item('check_in_due', 'Check-in after 90 days', { about: 'Otto Sample', group: INFRA, at: at(now, 1) }),
  article14_due: (now) =>
    item('article14_due', 'Has not been told yet where we have their data from', {
      about: 'Pia Sample',
      nextStep: 'Send the notice before anything goes to the client',
      at: at(now, 5),
    }),
} satisfies Record<NoticeKind, (now: Date) => NoticeItem>;

const KIND_TITLES: Readonly<Record<NoticeKind, string>> = {
  flag_raised: 'Flag raised',
  flag_escalated: 'Flag escalated',
  window_closing: 'Window about to close',
  client_feedback_due: 'Client feedback due',
  task_due: 'Task due',
  interview_tomorrow: 'Interview coming up, with a calendar file',
  offer_expiring: 'Offer about to expire',
  check_in_due: 'Check-in due',
  article14_due: 'Article 14 notice due',
};

const KINDS = Object.keys(itemsOf) as NoticeKind[];
const everyKind = (now: Date): NoticeItem[] => KINDS.map((kind) => itemsOf[kind](now));
const manyFlags = (now: Date): NoticeItem[] =>
  Array.from({ length: 40 }, (_, i) => ({
    ...(i % 3 === 0 ? itemsOf.flag_raised() : { ...itemsOf.window_closing(now), kind: 'flag_raised' as const }),
    group: [CAIO, MLOPS, INFRA][i % 3] ?? CAIO,
    about: i % 3 === 0 ? null : `Simulated Person ${i + 1}`,
  }));

const health = (now: Date): HealthContent => ({
  counts: { stalled: 2, atRisk: 1, onTrack: 5, onHold: 1 },
  searches: [
    [CAIO, 'stalled', 'Ada Sample', 34, 'Nobody moved since Thu 5 Nov', 'Call the client'],
    [MLOPS, 'stalled', 'Ben Sample', 21, 'Two people presented by day 28, three are due', 'Present a third person'],
    [INFRA, 'at_risk', 'Ada Sample', 12, 'One window closes on Wed 25 Nov', 'Extend the offer'],
  ].map(([name, state, leadName, day, reason, nextStep], i) => {
    const [title, clientName] = String(name).split(', ');
    return {
      id: idOf(i + 1),
      title: title ?? '',
      clientName: clientName ?? '',
      leadName: String(leadName),
      day: Number(day),
      health: String(state),
      reasons: [String(reason)],
      nextStep: String(nextStep),
    };
  }),
  windowsThisWeek: ['Jonas Sample', 'Mara Sample'].map((candidateName, i) => ({
    candidacyId: idOf(i + 20),
    searchId: idOf(1),
    searchTitle: 'Chief AI Officer',
    candidateName,
    day: 25 - i,
    closesAt: at(now, 3 + i),
  })),
  timeToOffer: { sentence: 'Half of the searches reach an offer within 41 days; the market needs 52' },
});

const SAMPLES: readonly Sample[] = [
  ...KINDS.map((kind) => ({
    template: kind.replaceAll('_', '-'),
    title: KIND_TITLES[kind],
    sentTo: kind === 'flag_escalated' ? 'The lead partner' : 'Whoever looks after it',
    compose: (frame: MailFrame, now: Date) => noticesMail(frame, [itemsOf[kind](now)]),
  })),
  {
    template: 'many-flags',
    title: '40 flags at once',
    sentTo: 'Whoever looks after them',
    compose: (frame, now) => noticesMail(frame, manyFlags(now)),
  },
  {
    template: 'mixed-notices',
    title: 'One of every kind in one mail',
    sentTo: 'Whoever looks after them',
    compose: (frame, now) => noticesMail(frame, everyKind(now)),
  },
  {
    template: 'daily-digest',
    title: 'Daily digest',
    sentTo: 'Everybody who wants one, at the time they chose',
    compose: (frame, now) => digestMail(frame, { date: localDateOf(now, frame.timeZone), items: everyKind(now) }),
  },
  {
    template: 'pipeline-health',
    title: 'Pipeline health on Mondays',
    sentTo: 'Partners',
    compose: (frame, now) => healthMail({ ...frame, unsubscribeUrl: null }, health(now), now),
  },
  {
    template: 'client-feedback',
    title: 'Feedback asked of a client',
    sentTo: "The client's decision maker, where the policy of the search allows it",
    compose: (frame, now) =>
      clientFeedbackMail(
        { ...frame, unsubscribeUrl: null },
        {
          searchTitle: 'Chief AI Officer',
          people: 3,
          presentedOn: at(now, -4),
          leadName: 'Ada Sample',
          leadEmail: 'ada@firm.example',
        },
      ),
  },
];

/** Every template, one and many, in invented words. */
export function listSamples(): SampleMail[] {
  return SAMPLES.map(({ template, title, sentTo }) => ({ template, title, sentTo }));
}

export async function sampleMail(template: string, frame: SampleFrame, now: Date): Promise<ComposedMail> {
  const sample = SAMPLES.find((candidate) => candidate.template === template);
  if (!sample) throw new DomainError('not_found', 'There is no mail of that name.');
  return sample.compose(
    {
      ...frame,
      recipientName: 'Sam Sample',
      firmName: 'Example Search Partners',
      simulated: true,
      unsubscribeUrl: `${frame.publicUrl}/unsubscribe/sample`,
    },
    now,
  );
}
