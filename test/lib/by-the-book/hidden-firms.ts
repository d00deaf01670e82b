import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { FirmFiles } from './firm.js';

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
const KINDS = ['sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed'];
const REASONS = ['placed', 'internal_hire', 'cancelled', 'terminated', 'unfilled'];

/** A day of the firm's history; as a date alone, or with a time. */
const on = (min: number, max: number) =>
  fc.record({ day: fc.integer({ min, max }), minute: fc.option(fc.constantFrom(0, 1, 540, 720, 1079, 1080, 1439)) });
interface On {
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
  ...['decisionMakerDays', 'budget'],
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

const shape = fc.record({
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
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

export interface HiddenFirm {
  files: FirmFiles;
  moments: number[];
}

export const hiddenFirm: fc.Arbitrary<HiddenFirm> = shape.map(written);

const FIRST_DAY = Temporal.PlainDate.from('2024-12-01');

function written({ start, offices, stages, searches, limits: set, clientDays, moments, shuffle }: Shape): HiddenFirm {
  const date = (day: number) => FIRST_DAY.add({ days: start + day }).toString();
  const instant = (day: number, minute: number, zone: string) =>
    FIRST_DAY.add({ days: start + day })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('00:00').add({ minutes: minute }) })
      .toInstant();
  const process = stages ?? KINDS.map((kind) => ({ key: kind, kind, budget: null }));
  const csv: Record<string, string[]> = {
    'offices.csv': ['office,country,region,time_zone,working_days'],
    'holidays.csv': ['office,date,name'],
    'users.csv': ['email,name,role,office', 'ada@firm.example,Ada,partner,office0'],
    'clients.csv': ['client_ref,name,parent_ref', 'C-parent,Parent,', 'C-1,Acme,C-parent'],
    'contacts.csv': [
      ...['contact_ref,client_ref,name,role', 'K-dm,C-1,Dana,decision_maker', 'K-hr,C-1,Hanna,hr'],
      'K-parent,C-parent,Pat,decision_maker',
    ],
    ...(stages && { 'stages.csv': ['stage,label,kind,position,budget_working_days'] }),
    'searches.csv': [
      'search_ref,client_ref,title,role_key,office,lead_email,opened_at,target_date,closed_at,close_reason',
    ],
    'holds.csv': ['search_ref,started_at,ended_at,reason'],
    'reopenings.csv': ['search_ref,reopened_at,closed_at,close_reason'],
    'candidates.csv': ['candidate_ref,name,in_market_since'],
    'candidacies.csv': ['search_ref,candidate_ref,outcome,outcome_by,outcome_reason,ended_at'],
    'stage_moves.csv': ['search_ref,candidate_ref,stage,at,by_email,voided'],
    'activities.csv': ['search_ref,candidate_ref,contact_ref,kind,at,by_email,text'],
    'limits.csv': ['scope,key,limit,value'],
    'client_days.csv': ['client_ref,date'],
    'interviews_set.csv': ['search_ref,candidate_ref,at'],
    'corrections.csv': ['search_ref,candidate_ref,stage,at,corrected_at'],
    'offers.csv': ['offer_ref,search_ref,candidate_ref,extended_at,expires_at,decided_at,decision,currency,base'],
  };
  const add = (file: string, ...cells: (string | number | null | undefined)[]) =>
    csv[file]?.push(cells.map((cell) => cell ?? '').join(','));

  offices.forEach(({ place: [country, region, zone], week, holidays }, i) => {
    add('offices.csv', `office${i}`, country, region, zone, week);
    holidays.forEach((day) => add('holidays.csv', `office${i}`, date(day), 'A day off'));
  });
  if (stages) process.forEach(({ key, kind, budget }, i) => add('stages.csv', key, key, kind, 3 * i + 2, budget));
  for (const day of clientDays) add('client_days.csv', 'C-1', date(day));
  for (const [scope, key] of [
    ['firm', ''],
    ['role', 'vp_mlops'],
    ['search', 'S-0'],
  ] as const) {
    for (const { limit, value, stage } of set[scope]) {
      const budgetOf = `budget of ${process[stage % process.length]?.key}`;
      add(
        'limits.csv',
        scope,
        key,
        limit === 'budget' ? budgetOf : limit,
        /Size|budget/.test(limit) ? value % 6 || 1 : value,
      );
    }
  }
  let text = 0;

  searches.forEach(({ office: at, client, opened, target, closings, holds, people, said }, i) => {
    const ref = `S-${i}`;
    const zone = offices[at]?.place[2] as string;
    const cell = ({ day, minute }: On) => (minute === null ? date(day) : instant(day, minute, zone).toString());
    // episodes: [first whole day, last whole day]
    const episodes: [number, number][] = [];
    const rows: { opened: string; closed: string; reason: string }[] = [
      { opened: cell(opened), closed: '', reason: '' },
    ];
    let day = opened.minute === null || opened.minute <= 540 ? opened.day : opened.day + 1;
    for (const { after, closedAt, away, reopenedAt, reopens, reason } of closings) {
      const closedOn = Math.max(day, opened.day + 1) + after;
      episodes.push([day, closedAt === null ? closedOn : closedOn - 1]);
      Object.assign(rows.at(-1) as object, { closed: cell({ day: closedOn, minute: closedAt }), reason });
      day = 1000;
      if (!reopens) break;
      const timed = reopenedAt !== null && (away > 0 || closedAt !== null);
      rows.push({ opened: cell({ day: closedOn + away, minute: timed ? reopenedAt : null }), closed: '', reason: '' });
      day = closedOn + away + 1;
    }
    if (day < 1000) episodes.push([day, 1000]);
    rows.forEach((row, n) =>
      n === 0
        ? add(
            'searches.csv',
            ref,
            client,
            `Search ${i}`,
            i % 2 ? 'vp_mlops' : 'chief_ai_officer',
            `office${at}`,
            'ada@firm.example',
            row.opened,
            target && date(target),
            row.closed,
            row.reason,
          )
        : add('reopenings.csv', ref, row.opened, row.closed, row.reason),
    );

    let free = opened.day;
    for (const hold of holds) {
      const from = free + hold.after;
      const to = from + hold.for;
      const toMinute = hold.for === 0 && hold.from !== null ? 660 : hold.to;
      add(
        'holds.csv',
        ref,
        cell({ day: from, minute: hold.from }),
        hold.ends > 0 ? cell({ day: to, minute: toMinute }) : '',
        'Budget',
      );
      if (hold.ends === 0) break;
      free = to + 1;
    }

    people.forEach(({ moves, orderly, shared, said: words, offers, inMarket, ended }, j) => {
      const elsewhere = shared && i > 0 && j === 0 && searches[0]?.people.length;
      const whom = elsewhere ? 'P-0-0' : `P-${i}-${j}`;
      if (!elsewhere) add('candidates.csv', whom, `Person ${i} ${j}`, inMarket && cell(inMarket));
      const arrived = Math.max(opened.day, Math.min(...moves.map(({ at: { day } }) => day), 999));
      const left = ended && cell({ ...ended, day: Math.max(ended.day, (moves.length > 0 ? arrived : opened.day) + 1) });
      add('candidacies.csv', ref, whom, left && 'rejected', left && 'client', '', left);
      const steps = moves.map(({ stage, ...move }) => ({ ...move, index: stage % process.length }));
      const inOrder = steps.map(({ index }) => index).sort((a, b) => a - b);
      const days = steps.map(({ at: { day } }) => day).sort((a, b) => a - b);
      const seen = new Set<string>();
      let began: number | null = null;
      steps.forEach((step, n) => {
        const stage = process[orderly ? (inOrder[n] as number) : step.index] as (typeof process)[number];
        const moment = { ...step.at, day: orderly ? (days[n] as number) : step.at.day };
        const key = `${stage.kind} ${moment.day}`;
        if (seen.has(key)) return;
        seen.add(key);
        add(
          'stage_moves.csv',
          ref,
          whom,
          step.byKind ? stage.kind : stage.key,
          cell(moment),
          '',
          step.voided ? 'yes' : '',
        );
        if (step.voided) return;
        // people correct the last move alone, and never the one by which somebody came in
        const isLast = orderly && n === steps.length - 1 && began !== null && began < moment.day;
        began ??= moment.day;
        if (!isLast || step.byKind || moment.minute === null || step.correctedAfter === null) return;
        const corrected = cell({ day: moment.day + 1 + step.correctedAfter, minute: 600 });
        add('corrections.csv', ref, whom, stage.key, cell(moment), corrected);
      });
      for (const { kind, at: when, contact } of words) {
        if (kind === 'interview_set')
          add('interviews_set.csv', ref, whom, cell({ ...when, minute: when.minute ?? 600 }));
        else add('activities.csv', ref, whom, contact, kind, cell(when), '', `Words ${text++}`);
      }

      let day = opened.day;
      offers.forEach(({ after, minute, validFor, decided }, n) => {
        const extended = Math.max(day + after, day);
        const episode = episodes.find(([from, to]) => from <= extended && extended <= to);
        if (!episode) return;
        const decidedOn = decided && Math.min(extended + decided.after + (decided.timed ? 1 : 0), episode[1]);
        if (decidedOn !== null && decidedOn < extended + (decided?.timed ? 1 : 0)) return;
        add(
          ...(['offers.csv', `O-${i}-${j}-${n}`, ref, whom, cell({ day: extended, minute })] as const),
          validFor === null ? '' : date(extended + validFor),
          decidedOn === null ? '' : cell({ day: decidedOn, minute: decided?.timed ? 700 : null }),
          ...[decided?.decision, 'EUR', '100000'],
        );
        day = decidedOn === null ? extended + 1 : decidedOn + 1;
      });
    });
    for (const { kind, at: when, contact, noSearch, ofOther } of said) {
      const other = ofOther && i > 0 && searches[0]?.people.length ? 'P-0-0' : '';
      add('activities.csv', noSearch && contact ? '' : ref, other, contact, kind, cell(when), '', `Words ${text++}`);
    }
  });

  const files = Object.entries(csv).map(([name, [header, ...rows]]) => {
    const inAnyOrder = ['stage_moves.csv', 'activities.csv', 'reopenings.csv', 'holds.csv', 'offers.csv'].includes(
      name,
    );
    return [name, [header, ...(inAnyOrder ? shuffled(rows, shuffle) : rows)].join('\n') + '\n'] as const;
  });
  const zone = offices[0].place[2];
  return {
    files: Object.fromEntries(files),
    moments: moments.map(({ day, minute }) => instant(day, minute, zone).epochMilliseconds),
  };
}

function shuffled(rows: string[], seed: number): string[] {
  const order = rows.map((row, index) => ({ row, key: Math.imul(index + 1, seed | 1) ^ (seed >>> 3) }));
  return order.sort((a, b) => a.key - b.key).map(({ row }) => row);
}
