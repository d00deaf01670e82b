import fc from 'fast-check';

/** Half hours, midnights that move, and weeks that begin on any day. */
const PLACES = [
  ['DE', 'DE-BE', 'Europe/Berlin'],
  ['US', 'US-NY', 'America/New_York'],
  ['CL', '', 'America/Santiago'],
  ['LB', '', 'Asia/Beirut'],
  ['EG', '', 'Africa/Cairo'],
  ['IN', '', 'Asia/Kolkata'],
  ['NP', '', 'Asia/Kathmandu'],
  ['AU', 'AU-SA', 'Australia/Adelaide'],
  ['AU', 'AU-NSW', 'Australia/Lord_Howe'],
  ['NZ', '', 'Pacific/Chatham'],
  ['CU', '', 'America/Havana'],
  ['PT', '', 'Atlantic/Azores'],
] as const;
const WEEKS = [
  ...[
    '',
    '',
    'sun;mon;tue;wed;thu',
    'sat;sun;mon;tue;wed',
    'tue;wed;thu',
    'mon;tue;wed;thu;fri;sat;sun',
    'fri',
    'mon;thu',
  ],
];
export const KINDS = [
  'sourcing',
  'engaged',
  'assessed',
  'presented',
  'client_interview',
  'finalist',
  'offer',
  'placed',
];
const REASONS = ['placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled'];

/** A day of the firm's history; as a date alone, or with a time. */
const on = (min: number, max: number) =>
  fc.record({ day: fc.integer({ min, max }), minute: fc.option(fc.constantFrom(0, 1, 540, 720, 1079, 1080, 1439)) });
export interface On {
  day: number;
  minute: number | null;
}

const office = fc.record({
  place: fc.constantFrom(...PLACES),
  week: fc.constantFrom(...WEEKS),
  holidays: fc.uniqueArray(fc.nat(150), { minLength: 1, maxLength: 12 }),
});

const stages = fc.option(
  fc
    .tuple(
      ...KINDS.map((kind) =>
        fc.array(fc.option(fc.integer({ min: 1, max: 6 })), { minLength: kind === 'presented' ? 1 : 0, maxLength: 2 }),
      ),
    )
    .map((budgets) =>
      budgets.flatMap((ofKind, i) =>
        ofKind.map((budget, j) => ({ key: `${KINDS[i]}${j}`, kind: KINDS[i] as string, budget })),
      ),
    )
    .chain((process) =>
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(process) },
        { weight: 1, arbitrary: fc.shuffledSubarray(process, { minLength: process.length }) },
      ),
    ),
  { freq: 2 },
);

const LIMITS = [
  ...['noProgressDays', 'noProgressSourcingDays', 'windowWatchDay', 'windowCloseDay', 'slateSize', 'slateDay'],
  ...['clientSilentWatchDays', 'clientSilentStalledDays', 'offerPendingDays', 'thinPipelineSize', 'thinPipelineDay'],
  ...['decisionMakerDays', 'escalateAfterDays', 'budget'],
];
const limits = fc.option(
  fc.uniqueArray(
    fc.record({ limit: fc.constantFrom(...LIMITS), value: fc.integer({ min: 2, max: 30 }), stage: fc.nat(20) }),
    { maxLength: 5, selector: ({ limit }) => limit },
  ),
  { nil: [], freq: 2 },
);

const offer = fc.record({
  after: fc.oneof(fc.constant(0), fc.nat(40)),
  minute: fc.option(fc.constantFrom(540, 1080)),
  validFor: fc.option(fc.nat(15)),
  decided: fc.option(
    fc.record({
      after: fc.nat(20),
      timed: fc.boolean(),
      takenBack: fc.boolean(),
      decision: fc.constantFrom('declined', 'accepted', 'expired', 'rescinded'),
    }),
  ),
});

const person = fc.record({
  moves: fc.array(
    fc.record({
      stage: fc.nat(20),
      byKind: fc.boolean(),
      at: on(0, 130),
      voided: fc.nat(9).map((n) => n === 0),
      correctedAfter: fc.option(fc.nat(20), { freq: 2 }),
    }),
    { maxLength: 6 },
  ),
  orderly: fc.boolean(),
  shared: fc.nat(5).map((n) => n === 0),
  said: fc.array(
    fc.record({
      kind: fc.constantFrom('call', 'email', 'meeting', 'interview', 'interview_set', 'client_feedback', 'note'),
      at: on(0, 130),
      contact: fc.constantFrom('', '', '', 'K-dm', 'K-hr', 'K-parent'),
    }),
    { maxLength: 4 },
  ),
  offers: fc.option(fc.array(offer, { maxLength: 3 }), { freq: 2, nil: [] }),
  inMarket: fc.option(on(-30, 140), { freq: 2 }),
  ended: fc.option(on(30, 150), { freq: 2 }),
});

const search = fc.record({
  office: fc.nat(1),
  client: fc.constantFrom('C-1', 'C-1', 'C-parent'),
  opened: on(0, 20),
  target: fc.option(fc.integer({ min: 20, max: 160 })),
  closings: fc.array(
    fc.record({
      after: fc.integer({ min: 2, max: 60 }),
      closedAt: fc.option(fc.constant(600)),
      away: fc.integer({ min: 0, max: 30 }),
      reopenedAt: fc.option(fc.constant(660)),
      reopens: fc.boolean(),
      reason: fc.constantFrom(...REASONS),
    }),
    { maxLength: 2 },
  ),
  holds: fc.array(
    fc.record({
      after: fc.nat(25),
      from: fc.option(fc.constant(600)),
      for: fc.nat(15),
      to: fc.option(fc.constant(660)),
      ends: fc.nat(5),
    }),
    { maxLength: 3 },
  ),
  people: fc.array(person, { maxLength: 5 }),
  said: fc.array(
    fc.record({
      kind: fc.constantFrom('call', 'email', 'meeting', 'interview', 'client_feedback', 'note'),
      at: on(0, 130),
      contact: fc.constantFrom('', 'K-dm', 'K-hr', 'K-parent'),
      noSearch: fc.boolean(),
      ofOther: fc.nat(5).map((n) => n === 0),
    }),
    { maxLength: 3 },
  ),
});

export const shape = fc.record({
  start: fc.integer({ min: 0, max: 500 }),
  offices: fc.tuple(office, office),
  stages,
  searches: fc.array(search, { minLength: 1, maxLength: 4 }),
  shuffle: fc.integer(),
  limits: fc.record({ firm: limits, role: limits, search: limits }),
  clientDays: fc.array(fc.nat(150), { maxLength: 4 }),
  moments: fc.array(fc.record({ day: fc.integer({ min: 5, max: 160 }), minute: fc.nat(1439) }), {
    minLength: 3,
    maxLength: 3,
  }),
});
export type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;
