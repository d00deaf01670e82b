import fc from 'fast-check';
import { dateOf, type LocalDay } from '@app/platform/time/local-date.js';
import type { Hold, OfficeCalendar } from '@app/platform/time/working-calendar.js';
import { assessSearch, healthOf } from './assess.rules.js';
import { stageBudgets } from '@app/stages/budgets.rules.js';
import { DEFAULT_POLICY } from '@app/limits/limits.types.js';
import type { CandidacyFacts, OfferFacts, SearchFacts } from './clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import { stallRule } from './stall-rules.rules.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1000);
const DAY = 86_400_000;
const FROM = Date.UTC(2026, 7, 1);
const TO = Date.UTC(2026, 11, 31);

const moments = fc.integer({ min: FROM, max: TO }).map((ms) => new Date(ms));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/Santiago',
  'America/New_York',
  'Africa/Cairo',
  'Pacific/Kiritimati',
);
const kinds = fc.constantFrom<StageKind>(
  'sourcing',
  'engaged',
  'assessed',
  'presented',
  'client_interview',
  'finalist',
  'offer',
  'placed',
);
const calendars: fc.Arbitrary<OfficeCalendar> = fc.record({
  zone: zones,
  workingDays: fc.constantFrom([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 3, 6]),
  holidays: fc
    .uniqueArray(fc.integer({ min: FROM / DAY, max: TO / DAY }), { maxLength: 20 })
    .map((days) => days.map((day) => ({ date: dateOf(day as LocalDay), name: 'holiday' }))),
  version: fc.nat(9),
});
const holds: fc.Arbitrary<Hold> = fc
  .tuple(moments, maybe(fc.integer({ min: 0, max: 20 * DAY })))
  .map(([from, length]) => ({ from, to: length === null ? null : new Date(from.getTime() + length) }));
const candidacies: fc.Arbitrary<CandidacyFacts> = fc.record({
  candidacyId: fc.uuid(),
  candidateRef: fc.constant(null),
  stageKind: kinds,
  stageLabel: fc.constant('A stage'),
  stageBudgetDays: maybe(fc.integer({ min: 1, max: 10 })),
  stageSince: moments,
  stageKey: fc.nat(50).map(String),
  windowKey: fc.nat(5).map(String),
  windowOpenedAt: maybe(moments),
  offerExtendedAt: fc.option(moments, { nil: null, freq: 2 }),
  clientTurnKey: maybe(fc.nat(5).map(String)),
  clientTurnAt: maybe(moments),
  presentedAt: maybe(moments),
  budgetAheadDays: fc.nat(15),
});
const offers: fc.Arbitrary<OfferFacts> = fc
  .tuple(fc.uuid(), moments, maybe(fc.nat(20 * DAY)))
  .map(([offerId, extendedAt, open]) => ({
    offerId,
    candidacyId: `candidacy of ${offerId}`,
    candidateRef: null,
    extendedAt,
    expiresAt: open === null ? null : new Date(extendedAt.getTime() + open),
  }));
const keys = maybe(fc.nat(5).map(String));
const searches: fc.Arbitrary<SearchFacts> = fc.record({
  searchId: fc.uuid(),
  searchRef: fc.constant(null),
  status: fc.constantFrom('open', 'open', 'open', 'on_hold', 'offer', 'draft', 'placed', 'closed'),
  episodeId: fc.uuid(),
  episodeOpenedAt: moments,
  reopened: fc.boolean(),
  targetDate: maybe(fc.integer({ min: FROM / DAY, max: TO / DAY }).map((day) => dateOf(day as LocalDay))),
  progressKey: fc.nat(50).map(String),
  lastProgressAt: maybe(moments),
  calendar: calendars,
  decisionMakerKey: keys,
  decisionMakerAt: maybe(moments),
  arrivals: fc.record({ presentedAndGone: fc.nat(3), presentedKey: keys, assessedKey: keys }),
  offers: fc.uniqueArray(offers, { maxLength: 2, selector: ({ offerId }) => offerId }),
  wholeBudgetDays: fc.nat(20),
  moreInSourcing: fc.constant(0),
  holds: fc.array(holds, { maxLength: 2 }),
  candidacies: fc.uniqueArray(candidacies, { maxLength: 4, selector: ({ candidacyId }) => candidacyId }),
});

const IN_SOURCING: CandidacyFacts = {
  candidacyId: 'sourced',
  candidateRef: null,
  stageKind: 'sourcing',
  stageLabel: 'Sourced',
  stageBudgetDays: null,
  stageSince: new Date(FROM),
  stageKey: 'sourced',
  windowKey: null,
  windowOpenedAt: null,
  offerExtendedAt: null,
  clientTurnKey: null,
  clientTurnAt: null,
  presentedAt: null,
  budgetAheadDays: 0,
};

/** What a sweep stores of a flag: everything but the words and numbers that grow with the hours. */
const flagsAt = (facts: SearchFacts, now: Date) =>
  assessSearch(facts, DEFAULT_POLICY, now).flags.map(
    ({ rule, severity, subjectId, episodeKey, since, deadline, basis }) => ({
      rule,
      severity,
      subjectId,
      episodeKey,
      since,
      deadline,
      basis,
    }),
  );

describe('assessing a search', () => {
  it('gives the same flags at every moment before the next check', () => {
    fc.assert(
      fc.property(searches, moments, fc.double({ min: 0, max: 1, noNaN: true }), (facts, now, share) => {
        const { nextCheckAt, health } = assessSearch(facts, DEFAULT_POLICY, now);
        const end = nextCheckAt?.getTime() ?? TO + 400 * DAY;
        const later = new Date(Math.min(end - 1, now.getTime() + Math.floor(share * (end - now.getTime()))));

        expect(end).toBeGreaterThan(now.getTime());
        for (const moment of [later, new Date(end - 1)]) {
          expect(flagsAt(facts, moment)).toEqual(flagsAt(facts, now));
          expect(assessSearch(facts, DEFAULT_POLICY, moment).health).toBe(health);
        }
      }),
      { numRuns },
    );
  });

  it('a sweep that only visits what is due ends with the flags of one that looks at everything', () => {
    fc.assert(
      fc.property(searches, moments, moments, (facts, one, two) => {
        const [start, end] = one <= two ? [one, two] : [two, one];
        let due = assessSearch(facts, DEFAULT_POLICY, start).nextCheckAt;
        let seen = flagsAt(facts, start);
        while (due && due <= end) {
          seen = flagsAt(facts, due);
          due = assessSearch(facts, DEFAULT_POLICY, due).nextCheckAt;
        }

        expect(seen).toEqual(flagsAt(facts, end));
      }),
      { numRuns },
    );
  });

  it('raises at most one flag per rule and subject, each after its deadline, and health follows from them', () => {
    fc.assert(
      fc.property(searches, moments, (facts, now) => {
        const { flags, health } = assessSearch(facts, DEFAULT_POLICY, now);

        expect(new Set(flags.map(({ rule, subjectId }) => `${rule} ${subjectId}`)).size).toBe(flags.length);
        expect(flags.every(({ deadline, since }) => deadline <= now && since <= deadline)).toBe(true);
        // a hold that is over is over, whatever the status still says
        const status = facts.status === 'on_hold' ? 'open' : facts.status;
        if (health !== 'on_hold') expect(health).toBe(healthOf(status, flags));
        if (health === 'on_hold') expect(flags.every(({ rule }) => !stallRule(rule).pausedByHold)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('says the same in the same order, whatever the order in which the facts are read', () => {
    fc.assert(
      fc.property(searches, moments, (facts, now) => {
        const turned = {
          ...facts,
          candidacies: [...facts.candidacies].reverse(),
          offers: [...facts.offers].reverse(),
          holds: [...facts.holds].reverse(),
        };
        const { flags } = assessSearch(facts, DEFAULT_POLICY, now);

        expect(assessSearch(turned, DEFAULT_POLICY, now).flags).toEqual(flags);
        // as lists of open flags are: the worst first, then the longest overdue
        const inOrder = flags.map(({ severity, deadline }) => `${severity} ${deadline.toISOString()}`);
        expect([...inOrder].sort()).toEqual(inOrder);
      }),
      { numRuns },
    );
  });

  it('raises a flag in the episode that its rule says runs', () => {
    fc.assert(
      fc.property(searches, moments, (facts, now) => {
        for (const { rule, subjectId, episodeKey } of assessSearch(facts, DEFAULT_POLICY, now).flags)
          expect(stallRule(rule).episodeKey(facts, subjectId)).toBe(episodeKey);
      }),
      { numRuns },
    );
  });

  it('has a name for every part of the evidence of its rules, so that a screen can say it', () => {
    fc.assert(
      fc.property(searches, moments, (facts, now) => {
        for (const { rule, evidence } of assessSearch(facts, DEFAULT_POLICY, now).flags)
          expect(Object.keys(stallRule(rule).evidence).sort()).toEqual(Object.keys(evidence).sort());
      }),
      { numRuns },
    );
  });

  it('says nothing that came from a name, and always what to do next', () => {
    fc.assert(
      fc.property(searches, moments, (facts, now) => {
        for (const { sentence, nextStep } of assessSearch(facts, DEFAULT_POLICY, now).flags) {
          expect(sentence).toMatch(/^(In A stage|Window clos|Offer (out|expired)|First offer|(No|One|Two) )/);
          expect(sentence).not.toMatch(/undefined|NaN|null|Invalid|-\d/);
          expect(nextStep).toMatch(/^[A-Z].+\.$/);
        }
      }),
      { numRuns },
    );
  });
});

describe('one person in sourcing who stands for all', () => {
  it('gives the same flags as everybody in sourcing, and looks again at the same moment', () => {
    fc.assert(
      fc.property(searches, fc.array(moments, { minLength: 1, maxLength: 6 }), moments, (facts, since, now) => {
        const sourced = since.map((stageSince, i): CandidacyFacts => {
          return { ...IN_SOURCING, candidacyId: `sourced-${i}`, budgetAheadDays: facts.wholeBudgetDays, stageSince };
        });
        const last = sourced.reduce((a, b) => (a.stageSince >= b.stageSince ? a : b));
        const all = { ...facts, candidacies: [...facts.candidacies, ...sourced] };
        const one = { ...facts, candidacies: [...facts.candidacies, last], moreInSourcing: sourced.length - 1 };

        expect(assessSearch(one, DEFAULT_POLICY, now)).toEqual(assessSearch(all, DEFAULT_POLICY, now));
      }),
      { numRuns },
    );
  });
});

describe('stage budgets', () => {
  it('add up to the 20 working days of the window whatever the stages are called', () => {
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 12 }), (template) => {
        const budgets = stageBudgets(template.map((kind) => ({ kind, budgetDays: null })));
        const given = budgets.filter((budget) => budget !== null);

        expect(given.every((budget) => budget >= 1)).toBe(true);
        expect(given.reduce((sum, budget) => sum + budget, 0)).toBe(given.length > 0 ? 20 : 0);
      }),
      { numRuns },
    );
  });
});
