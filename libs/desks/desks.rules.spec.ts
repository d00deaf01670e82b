import fc from 'fast-check';
import { STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';
import { daysOf, inPlay, searchTurns, turnsOf } from './desks.rules.js';
import { type Course, type Desk, DESKS, type CaseMove, type PersonCase, type Stretch } from './desks.types.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
const day = (n: number): Date => new Date(Date.UTC(2026, 2, 1) + n * 86_400_000);
const course = (over: Partial<Course> = {}): Course => ({
  from: day(0),
  to: day(30),
  holds: [],
  closed: false,
  ...over,
});
const move = (kind: StageKind, at: number): CaseMove => ({
  at: day(at),
  kind,
  stageId: kind,
  label: kind,
  position: STAGE_KINDS.indexOf(kind),
});
const person = (over: Partial<PersonCase>): PersonCase => ({
  candidacyId: 'a',
  candidateId: 'a',
  candidateName: 'Simulated Person',
  endedAt: null,
  moves: [],
  said: [],
  offers: [],
  ...over,
});
const said = (kind: 'interview' | 'client_feedback', at: number) => ({ kind, at: day(at) });
const numbered = (stretches: readonly Stretch[]): [number, number, Desk][] =>
  stretches.map(({ from, to, desk }) => [
    (from.getTime() - day(0).getTime()) / 86_400_000,
    (to.getTime() - day(0).getTime()) / 86_400_000,
    desk,
  ]);
function turns(facts: Partial<PersonCase>, over: Partial<Course> = {}): [number, number, Desk][] {
  const [who, of] = [person(facts), course(over)];
  const span = inPlay(who, of);
  return span ? numbered(turnsOf(who, span, of.holds)) : [];
}
const met = [move('presented', 10)];

describe('whose turn somebody’s case was', () => {
  it.each<[string, Partial<PersonCase>, Partial<Course>, [number, number, Desk][]]>([
    ['nobody who was not beyond sourcing', { moves: [move('sourcing', 1)] }, {}, []],
    [
      'the firm, from the first stage beyond sourcing',
      { moves: [move('sourcing', 1), move('engaged', 4)] },
      {},
      [[4, 30, 'firm']],
    ],
    [
      'the client from a presentation',
      { moves: [move('engaged', 4), ...met] },
      {},
      [
        [4, 10, 'firm'],
        [10, 30, 'client'],
      ],
    ],
    [
      'the firm from their feedback',
      { moves: met, said: [said('client_feedback', 15)] },
      {},
      [
        [10, 15, 'client'],
        [15, 30, 'firm'],
      ],
    ],
    [
      'the client from an interview after it',
      { moves: met, said: [said('client_feedback', 15), said('interview', 20)] },
      {},
      [
        [10, 15, 'client'],
        [15, 20, 'firm'],
        [20, 30, 'client'],
      ],
    ],
    [
      'feedback comes after the interview of its moment',
      { moves: met, said: [said('interview', 15), said('client_feedback', 15)] },
      {},
      [
        [10, 15, 'client'],
        [15, 30, 'firm'],
      ],
    ],
    [
      'feedback of the moment of the move answers it',
      { moves: met, said: [said('client_feedback', 10)] },
      {},
      [[10, 30, 'firm']],
    ],
    [
      'a word from before a move counts no more',
      { moves: [...met, move('client_interview', 16)], said: [said('client_feedback', 15)] },
      {},
      [
        [10, 15, 'client'],
        [15, 16, 'firm'],
        [16, 30, 'client'],
      ],
    ],
    [
      'the firm in finalist, until an interview',
      { moves: [move('finalist', 10)], said: [said('interview', 12)] },
      {},
      [
        [10, 12, 'firm'],
        [12, 30, 'client'],
      ],
    ],
    [
      'an interview before they were presented asks nothing of the client',
      { moves: [move('engaged', 2)], said: [said('interview', 5)] },
      {},
      [[2, 30, 'firm']],
    ],
    [
      'the candidate while an offer is undecided',
      { moves: [move('finalist', 10)], offers: [{ at: day(12), decidedAt: day(20) }] },
      {},
      [
        [10, 12, 'firm'],
        [12, 20, 'candidate'],
        [20, 30, 'firm'],
      ],
    ],
    [
      'the candidate before the client',
      { moves: met, offers: [{ at: day(12), decidedAt: null }] },
      {},
      [
        [10, 12, 'client'],
        [12, 30, 'candidate'],
      ],
    ],
    ['the candidate in offer, where none is on record', { moves: [move('offer', 10)] }, {}, [[10, 30, 'candidate']]],
    [
      'the firm in offer, until the one on record',
      { moves: [move('offer', 10)], offers: [{ at: day(12), decidedAt: null }] },
      {},
      [
        [10, 12, 'firm'],
        [12, 30, 'candidate'],
      ],
    ],
    [
      'a hold goes before all',
      { moves: met, offers: [{ at: day(12), decidedAt: null }] },
      { holds: [{ from: day(11), to: day(14) }] },
      [
        [10, 11, 'client'],
        [11, 14, 'hold'],
        [14, 30, 'candidate'],
      ],
    ],
    [
      'a hold that still runs lasts until now',
      { moves: met },
      { holds: [{ from: day(20), to: null }] },
      [
        [10, 20, 'client'],
        [20, 30, 'hold'],
      ],
    ],
    ['until the end of the candidacy', { moves: met, endedAt: day(12) }, {}, [[10, 12, 'client']]],
    ['until they are placed', { moves: [...met, move('placed', 18)] }, {}, [[10, 18, 'client']]],
    ['from a reopening, who stood there before', { moves: met }, { from: day(20) }, [[20, 30, 'client']]],
    ['nobody who had left before', { moves: met, endedAt: day(15) }, { from: day(20) }, []],
    ['nobody who came and left in one moment', { moves: met, endedAt: day(10) }, {}, []],
  ])('%s', (_, facts, over, expected) => {
    expect(turns(facts, over)).toEqual(expected);
  });
});

describe('whose turn a search was', () => {
  const lying = (desk: Desk, from: number, to: number): Stretch => ({ desk, from: day(from), to: day(to) });
  it.each<[string, Stretch[][], Course, [number, number, Desk][]]>([
    ['the firm’s without anybody', [], course(), [[0, 30, 'firm']]],
    [
      'the client’s while anybody waits for them',
      [[lying('firm', 2, 30)], [lying('client', 5, 9)]],
      course(),
      [
        [0, 5, 'firm'],
        [5, 9, 'client'],
        [9, 30, 'firm'],
      ],
    ],
    [
      'the candidate’s before the client’s',
      [[lying('client', 5, 20)], [lying('candidate', 9, 12)]],
      course(),
      [
        [0, 5, 'firm'],
        [5, 9, 'client'],
        [9, 12, 'candidate'],
        [12, 20, 'client'],
        [20, 30, 'firm'],
      ],
    ],
    [
      'one’s turn goes on where another’s ends',
      [[lying('client', 5, 9)], [lying('client', 9, 12)]],
      course(),
      [
        [0, 5, 'firm'],
        [5, 12, 'client'],
        [12, 30, 'firm'],
      ],
    ],
    [
      'on hold, whoever waits',
      [[lying('client', 5, 12)]],
      course({ holds: [{ from: day(-2), to: day(7) }] }),
      [
        [0, 7, 'hold'],
        [7, 12, 'client'],
        [12, 30, 'firm'],
      ],
    ],
    ['nobody’s, opened this moment', [], course({ to: day(0) }), []],
  ])('is %s', (_, cases, of, expected) => {
    expect(numbered(searchTurns(of, cases))).toEqual(expected);
  });
});

describe('the parts', () => {
  // hours, few distinct ones, so that there are ties
  const moment = fc.nat(300).map((n) => new Date(day(0).getTime() + n * 3_600_000 * 2 - 86_400_000));
  const inOrder = <Fact extends { at: Date }>(facts: readonly Fact[]): Fact[] =>
    [...facts].sort((a, b) => a.at.getTime() - b.at.getTime());
  const anybody = fc
    .record({
      moves: fc.array(fc.record({ at: moment, kind: fc.constantFrom(...STAGE_KINDS) }), { minLength: 1, maxLength: 8 }),
      said: fc.array(
        fc.record({ at: moment, kind: fc.constantFrom('interview' as const, 'client_feedback' as const) }),
        {
          maxLength: 6,
        },
      ),
      offers: fc.array(fc.record({ at: moment, decidedAt: fc.option(moment) }), { maxLength: 2 }),
      endedAt: fc.option(moment),
    })
    .map(({ moves, said: words, offers, endedAt }) =>
      person({
        moves: inOrder(moves.map(({ at, kind }) => ({ ...move(kind, 0), at }))),
        said: inOrder(words),
        offers: inOrder(offers.filter(({ at, decidedAt }) => decidedAt === null || decidedAt >= at)),
        endedAt,
      }),
    );
  const holds = fc.array(fc.record({ from: moment, to: fc.option(moment) }), { maxLength: 3 });

  function covers(stretches: readonly Stretch[], from: Date, to: Date): void {
    const edges = [from, ...stretches.map((stretch) => stretch.to)];
    expect(stretches.map((stretch) => stretch.from)).toEqual(edges.slice(0, -1));
    expect(edges.at(-1)).toEqual(to);
    expect(stretches.filter((stretch) => stretch.to <= stretch.from)).toEqual([]);
    expect(stretches.filter(({ desk }, i) => desk === stretches[i - 1]?.desk)).toEqual([]);
    const days = daysOf(stretches);
    const sum = DESKS.reduce((total, desk) => total + Math.round(days[desk] * 86_400_000), 0);
    expect(sum).toBe(to.getTime() - from.getTime());
  }

  it('sum to the whole, without a gap or an overlap, for each person and the search', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 6 }), holds, (people, paused) => {
        const of = course({ holds: paused.filter(({ from, to }) => to === null || to >= from) });
        const cases = people.flatMap((who) => {
          const span = inPlay(who, of);
          if (!span) return [];
          const own = turnsOf(who, span, of.holds);
          covers(own, span.from, span.to);
          return [own];
        });
        const whole = searchTurns(of, cases);
        covers(whole, of.from, of.to);
        // the slow and obvious way
        const firstOf = (at: Date): Desk => {
          const lying = cases.flatMap((own) => own.filter(({ from, to }) => from <= at && to > at));
          return DESKS.find((desk) => lying.some((stretch) => stretch.desk === desk)) ?? 'firm';
        };
        const running = whole.filter(({ desk }) => desk !== 'hold');
        expect(running.map(({ desk }) => desk)).toEqual(running.map(({ from }) => firstOf(from)));
      }),
      { numRuns },
    );
  });
});
