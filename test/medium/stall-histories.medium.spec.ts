import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { StallRuleName } from '@app/clocks/clocks.types.js';
import { stallRule } from '@app/clocks/stall-rules.rules.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import { aFirmWithAPast, announcements, episodesOf, openRules, type Episode } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 10);
const HOUR = 3_600_000;
const STAGES = ['sourced', 'contacted', 'assessed', 'presented', 'client_interview', 'finalist'] as const;

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

type Stage = Awaited<ReturnType<typeof aFirmWithAPast>>;
type Command =
  | { do: 'wait'; hours: number }
  | { do: 'add'; stage: number }
  | { do: 'move'; who: number; stage: number }
  | { do: 'correct' | 'end' | 'offer' | 'decide' | 'feedback' | 'interview'; who: number }
  | { do: 'call' | 'hold' | 'close' | 'decision maker' }
  | { do: 'sweep'; sweepers: number };

const who = fc.nat(2);
const stage = fc.nat(STAGES.length - 1);
const commands = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 150 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('sweep' as const), sweepers: fc.integer({ min: 1, max: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), stage }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), who, stage }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('correct' as const, 'end' as const, 'offer' as const), who }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('decide' as const, 'feedback' as const, 'interview' as const), who }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('call' as const, 'hold' as const, 'close' as const, 'decision maker' as const),
      }),
    },
  ),
  { minLength: 8, maxLength: 25 },
);

/** What a person could do next, kept beside the database: the moves that may be corrected and what is over. */
class World {
  now = Date.parse('2026-03-02T09:00:00Z');
  private onHold = false;
  private closed = false;
  private readonly people: { id: string; moves: string[]; at: number; over: boolean; offer: string | null }[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly searchId: string,
  ) {}

  async apply(command: Command): Promise<void> {
    const { past } = this.stage;
    const at = new Date((this.now += 60_000));
    if (command.do === 'wait') this.now += command.hours * HOUR;
    if (command.do === 'close') {
      await (this.closed ? past.reopen(this.searchId, at) : past.close(this.searchId, at));
      this.closed = !this.closed;
    }
    if (this.closed) return;
    if (command.do === 'hold') {
      await (this.onHold ? past.resume(this.searchId, at) : past.hold(this.searchId, at));
      this.onHold = !this.onHold;
    }
    if (command.do === 'decision maker') await past.calledDecisionMaker(this.searchId, at);
    if (command.do === 'call') await past.call(this.searchId, at);
    if (command.do === 'add' && this.people.length < 3) {
      const id = await past.candidacy(this.searchId, { stage: STAGES[command.stage] ?? 'sourced', at });
      this.people.push({ id, moves: [], at: command.stage, over: false, offer: null });
    }
    if ('who' in command) await this.withPerson(command, at);
  }

  private async withPerson(command: Extract<Command, { who: number }>, at: Date): Promise<void> {
    const { past } = this.stage;
    const person = this.people[command.who];
    if (!person || person.over) return;
    if (command.do === 'move' && command.stage !== person.at) {
      person.moves.push(await past.move(this.searchId, person.id, STAGES[command.stage] ?? 'sourced', at));
      person.at = command.stage;
    }
    if (command.do === 'correct') {
      const moveId = person.moves.pop();
      if (moveId) await past.correct(this.searchId, person.id, moveId, at);
      person.at = -1;
    }
    if (command.do === 'offer' && !person.offer) {
      person.offer = await past.offer(this.searchId, person.id, at, new Date(at.getTime() + 100 * HOUR));
    }
    if (command.do === 'decide' && person.offer) {
      await past.decide(this.searchId, person.offer, 'declined', at);
      person.offer = null;
    }
    if (command.do === 'feedback') await past.said(this.searchId, person.id, 'client_feedback', at);
    if (command.do === 'interview') await past.said(this.searchId, person.id, 'interview', at);
    if (command.do === 'end') {
      await past.end(this.searchId, person.id, at);
      person.over = true;
    }
  }
}

type Told = Omit<Episode, 'state'>;

const byEpisode = (a: Told, b: Told) =>
  `${a.rule} ${a.subjectId} ${a.episodeKey}` < `${b.rule} ${b.subjectId} ${b.episodeKey}` ? -1 : 1;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const byTheRules = (assessed: readonly AssessedSearch[]): unknown =>
  plain(
    assessed
      .flatMap(({ assessment }) => assessment.flags)
      .map(({ rule, subjectId, episodeKey, severity, since, deadline, basis, evidence, sentence, nextStep }): Told => {
        return { rule, subjectId, episodeKey, severity, since, deadline, basis, evidence, sentence, nextStep };
      })
      .sort(byEpisode),
  );

const byTheRecord = async ({ firm }: Stage): Promise<unknown> =>
  plain(
    (await episodesOf(dataSource, firm))
      .filter(({ state }) => state === 'open')
      .map(({ rule, subjectId, episodeKey, severity, since, deadline, basis, evidence, sentence, nextStep }): Told => {
        return { rule, subjectId, episodeKey, severity, since, deadline, basis, evidence, sentence, nextStep };
      })
      .sort(byEpisode),
  );

/** Between sweeps too: a flag is shown as long as the episode runs that its rule says runs, held or not. */
async function expectSeen({ firm, stalls }: Stage, searchId: string): Promise<void> {
  const clocks = await stalls.clocksOf(firm.id, searchId);
  const open = (await episodesOf(dataSource, firm)).filter(({ state }) => state === 'open');
  const running = open.filter(({ rule: name, subjectId, episodeKey }) => {
    const rule = stallRule(name as StallRuleName);
    if (!clocks || (clocks.facts.status === 'on_hold' && rule.pausedByHold)) return false;
    return rule.episodeKey(clocks.facts, subjectId) === episodeKey;
  });
  expect(await openRules(dataSource, firm)).toEqual(running.map(({ rule }) => rule));
}

describe('whatever happens in a search', () => {
  it('the flags on record are those the facts give, no episode is announced twice, and the past stays as it was', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (script) => {
        const stage = await aFirmWithAPast(dataSource, {});
        const actor = stage.firm.actor('partner');
        const searchId = await stage.past.search({ openedAt: new Date(Date.parse('2026-03-02T09:00:00Z')) });
        await stage.past.target(searchId, '2026-04-10');
        const world = new World(stage, searchId);
        const told: { at: Date; flags: unknown }[] = [];
        for (const command of [...script, { do: 'sweep', sweepers: 2 } as const]) {
          await world.apply(command);
          await expectSeen(stage, searchId);
          if (command.do !== 'sweep') continue;
          const at = new Date(world.now);
          stage.clock.set(at);
          await Promise.all(Array.from({ length: command.sweepers }, () => stage.stalls.sweepFirm(stage.firm.id)));
          const flags = byTheRules(await stage.stalls.assessFirm(actor, at));
          expect(await byTheRecord(stage)).toEqual(flags);
          told.push({ at, flags });
        }

        for (const { at, flags } of told) {
          expect(byTheRules(await stage.stalls.assessFirm(actor, at))).toEqual(flags);
        }
        expect(await announcements(dataSource, stage.firm)).toBe((await episodesOf(dataSource, stage.firm)).length);
      }),
      { numRuns },
    );
  }, 600_000);
});
