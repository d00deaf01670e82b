import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { localDate } from '@app/platform/time/local-date.js';
import { aFirmWithAPast, announcements, FIRST_RULES_ONLY, openRules, setLimits } from '../lib/stalls.js';
import { openTestDatabase } from './database.js';

/** 10,000 for the promise; scaled down where it runs with everything else. */
const numRuns = Number(process.env['EPISODE_RUNS'] ?? process.env['PROPERTY_RUNS'] ?? 24);
const seed = Number(process.env['EPISODE_SEED'] ?? Date.now() % 1_000_000);
const HOUR = 3_600_000;
const ZONE = 'Europe/Berlin';
const OPENED = Date.parse('2026-03-02T09:00:00Z');
const STAGES = ['contacted', 'assessed', 'presented', 'client_interview'] as const;
const ESCALATE_AFTER = 2;

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestDatabase();
});
afterAll(() => dataSource.destroy());

/* The model: local dates as text, one search, one rule, and nothing of the product's calendar. */

const local = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
const dateAt = (ms: number): string => local.format(ms).slice(0, 10);
const nextDate = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
/** The first moment whose local clock shows that hour of that date. */
function moment(date: string, hour: string): number {
  const wanted = `${date}, ${hour}:00:00`;
  const found = [1, 2].map((ahead) => Date.parse(`${date}T${hour}:00:00Z`) - ahead * HOUR);
  return found.find((ms) => local.format(ms) === wanted) ?? Number.NaN;
}

interface Episode {
  state: 'open' | 'suspended' | 'cleared';
  acknowledged: boolean;
  snoozedUntil: number | null;
  escalateAt: number;
  escalated: boolean;
}

class Model {
  now = OPENED;
  limit = 5;
  closed = false;
  readonly holidays = new Set<string>();
  readonly holds: { from: string; to: string | null }[] = [];
  /** every fact that restarts the clock; a voided one never was */
  readonly facts: { id: number; at: number; voided: boolean }[] = [{ id: 0, at: OPENED, voided: false }];
  readonly episodes = new Map<number, Episode>();
  reopened = 0;

  get onHold(): boolean {
    return this.holds.at(-1)?.to === null;
  }

  get current(): { id: number; at: number } {
    return this.facts.filter(({ voided }) => !voided).at(-1) ?? { id: 0, at: OPENED };
  }

  /** What a reader of flags sees, sweep or no sweep. */
  get visible(): Episode | null {
    const episode = this.episodes.get(this.current.id);
    return episode?.state === 'open' && !this.closed && !this.onHold ? episode : null;
  }

  progress(): number {
    const id = this.facts.length;
    this.facts.push({ id, at: this.now, voided: false });
    return id;
  }

  sweep(): void {
    const { id, at } = this.current;
    const deadline = this.deadline(at, this.limit, true);
    const stands = !this.closed && !this.onHold && deadline !== null && deadline <= this.now;
    for (const [key, episode] of this.episodes) {
      if (episode.state === 'cleared' || (key === id && stands)) continue;
      episode.state = key === id && this.onHold && !this.closed ? 'suspended' : 'cleared';
    }
    if (stands) this.raise(id);
    this.escalate();
  }

  private raise(id: number): void {
    const known = this.episodes.get(id);
    if (known?.state === 'open') return;
    const escalateAt = this.deadline(this.now, ESCALATE_AFTER, false) ?? Infinity;
    if (known) this.reopened += 1;
    if (known) Object.assign(known, { state: 'open', escalateAt });
    else
      this.episodes.set(id, { state: 'open', acknowledged: false, snoozedUntil: null, escalateAt, escalated: false });
  }

  private escalate(): void {
    for (const episode of this.episodes.values()) {
      const { state, snoozedUntil } = episode;
      if (state !== 'cleared' && snoozedUntil !== null && snoozedUntil <= this.now) episode.snoozedUntil = null;
      const asleep = episode.snoozedUntil !== null;
      if (state === 'open' && !episode.acknowledged && !asleep && episode.escalateAt <= this.now)
        episode.escalated = true;
    }
  }

  private works(date: string): boolean {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.holidays.has(date);
  }

  private deadline(at: number, days: number, holdsCount: boolean): number | null {
    let date = dateAt(at);
    while (!this.works(date)) date = nextDate(date);
    for (let left = days; left > 0;) {
      date = nextDate(date);
      const held = holdsCount && this.holds.some(({ from, to }) => from <= date && (to === null || date < to));
      if (this.works(date) && !held) left--;
      if (date > '2028') return null;
    }
    return moment(date, '18');
  }
}

type Command =
  | { do: 'wait'; hours: number }
  | { do: 'call' | 'move' | 'correct' | 'hold' | 'resume' | 'close' | 'reopen' | 'acknowledge' | 'take back' }
  | { do: 'limit'; days: number }
  | { do: 'holiday'; inDays: number }
  | { do: 'snooze'; days: number }
  | { do: 'sweep'; sweepers: number };

const one = <Name extends string, Rest extends object>(
  name: Name,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => fc.record({ do: fc.constant(name), ...rest });
const commands = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: one('wait', { hours: fc.noBias(fc.integer({ min: 1, max: 240 })) }) },
    { weight: 8, arbitrary: one('sweep', { sweepers: fc.integer({ min: 1, max: 4 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('call' as const, 'move' as const, 'correct' as const) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'resume' as const, 'resume' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('acknowledge' as const, 'take back' as const) }) },
    { weight: 1, arbitrary: one('snooze', { days: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 2, arbitrary: one('limit', { days: fc.noBias(fc.integer({ min: 1, max: 9 })) }) },
    { weight: 1, arbitrary: one('holiday', { inDays: fc.integer({ min: -6, max: 9 }) }) },
  ) as fc.Arbitrary<Command>,
  { minLength: 12, maxLength: 40 },
);

const limits = (days: number) => ({
  ...FIRST_RULES_ONLY,
  noProgressDays: days,
  noProgressSourcingDays: days,
  windowWatchDay: 900,
  windowCloseDay: 901,
  escalateAfterDays: ESCALATE_AFTER,
});

const counts = { sequences: 0, commands: 0, sweeps: 0, episodes: 0, reopened: 0, escalated: 0 };

/** The product on Postgres and the model, given the same commands. */
class Both {
  readonly model = new Model();
  private stage = 0;
  private readonly moves: { moveId: string; fact: number }[] = [];

  private constructor(
    private readonly product: Awaited<ReturnType<typeof aFirmWithAPast>>,
    private readonly searchId: string,
    private readonly candidacyId: string,
  ) {}

  static async start(): Promise<Both> {
    const product = await aFirmWithAPast(dataSource, limits(5));
    await dataSource.query('update stage set budget_working_days = 900 where firm_id = $1', [product.firm.id]);
    const searchId = await product.past.search({ openedAt: new Date(OPENED) });
    const both = new Both(
      product,
      searchId,
      await product.past.candidacy(searchId, { stage: STAGES[0], at: new Date(OPENED + 60_000) }),
    );
    both.model.now += 60_000;
    both.model.progress();
    return both;
  }

  async apply(command: Command): Promise<void> {
    const { model, product } = this;
    const at = new Date((model.now += 60_000));
    product.clock.set(at);
    switch (command.do) {
      case 'wait':
        model.now += command.hours * HOUR;
        return;
      case 'limit':
        model.limit = command.days;
        return setLimits(dataSource, product.firm, limits(command.days));
      case 'holiday':
        return this.holiday(nextDate(dateAt(model.now), command.inDays));
      case 'close':
      case 'reopen':
        return (command.do === 'reopen') === model.closed ? this.closeOrReopen(at) : undefined;
      case 'sweep':
        return this.sweep(command.sweepers);
      case 'acknowledge':
      case 'take back':
      case 'snooze':
        return this.takeInHand(command);
      default:
        if (!model.closed) return this.work(command.do, at);
    }
  }

  /** Also between sweeps: no reader sees a flag on what has moved on. */
  async compare(): Promise<void> {
    const seen = await openRules(dataSource, this.product.firm);
    expect(seen).toEqual(this.model.visible ? ['no_progress'] : []);
  }

  async compareRecord(): Promise<void> {
    const { firm } = this.product;
    const record = await dataSource.query(
      `select state, acknowledged_at is not null as acknowledged, snoozed_until as "snoozedUntil", escalated_at is not null as escalated
       from stall_flag where firm_id = $1 order by raised_at`,
      [firm.id],
    );
    const modelled = [...this.model.episodes.values()].map(({ state, acknowledged, snoozedUntil, escalated }) => {
      return { state, acknowledged, snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil), escalated };
    });
    expect(record).toEqual(modelled);
    expect(await announcements(dataSource, firm)).toBe(modelled.length);
    const escalated: { subject_id: string }[] = await dataSource.query(
      `select subject_id from outbox where firm_id = $1 and fact = 'stalls.flag_escalated'`,
      [firm.id],
    );
    expect(escalated).toHaveLength(modelled.filter((episode) => episode.escalated).length);
    expect(new Set(escalated.map((row) => row.subject_id)).size).toBe(escalated.length);
  }

  private async holiday(date: string): Promise<void> {
    this.model.holidays.add(date);
    await this.product.past.clientHoliday(date);
  }

  private async closeOrReopen(at: Date): Promise<void> {
    const { model, product, searchId } = this;
    if (model.closed) await product.past.reopen(searchId, at);
    else await product.past.close(searchId, at);
    model.closed = !model.closed;
    if (!model.closed) model.progress();
  }

  private async work(what: 'call' | 'move' | 'correct' | 'hold' | 'resume', at: Date): Promise<void> {
    const { model, product, searchId, candidacyId } = this;
    if (what === 'call') {
      await product.past.call(searchId, at);
      model.progress();
    }
    if (what === 'move' && this.stage < STAGES.length - 1) {
      const moveId = await product.past.move(searchId, candidacyId, STAGES[++this.stage] ?? STAGES[0], at);
      this.moves.push({ moveId, fact: model.progress() });
    }
    if (what === 'correct') await this.correct(at);
    if (what === (this.model.onHold ? 'resume' : 'hold')) await this.holdOrResume(at);
  }

  private async correct(at: Date): Promise<void> {
    const last = this.moves.pop();
    if (!last) return;
    this.stage--;
    await this.product.past.correct(this.searchId, this.candidacyId, last.moveId, at);
    const fact = this.model.facts[last.fact];
    if (fact) fact.voided = true;
  }

  private async holdOrResume(at: Date): Promise<void> {
    const { model, product, searchId } = this;
    const hold = model.holds.at(-1);
    if (hold?.to === null) {
      hold.to = dateAt(model.now);
      return product.past.resume(searchId, at);
    }
    model.holds.push({ from: dateAt(model.now), to: null });
    return product.past.hold(searchId, at);
  }

  private async takeInHand(command: Command): Promise<void> {
    const episode = this.model.visible;
    if (!episode) return;
    const { flags, firm } = this.product;
    const actor = firm.actor('partner');
    const [flag] = await flags.openFlags(actor, this.searchId);
    if (!flag) throw new Error('the model sees a flag that is not there');
    if (command.do === 'acknowledge' && !episode.acknowledged) {
      await flags.acknowledge(actor, flag.id, 'The client is travelling.');
      episode.acknowledged = true;
    }
    if (command.do === 'take back') {
      await flags.takeBack(actor, flag.id);
      episode.acknowledged = false;
    }
    if (command.do === 'snooze') {
      const until = nextDate(dateAt(this.model.now), command.days);
      await flags.snooze(actor, flag.id, localDate(until));
      episode.snoozedUntil = moment(until, '00');
    }
  }

  private async sweep(sweepers: number): Promise<void> {
    const { stalls, firm } = this.product;
    await Promise.all(Array.from({ length: sweepers }, () => stalls.sweepFirm(firm.id)));
    // what one of them left because another held it is for the next look
    if (sweepers > 1) await stalls.sweepFirm(firm.id);
    this.model.sweep();
    counts.sweeps += sweepers;
    await this.compareRecord();
  }
}

describe('whatever happens to a search, with up to four sweepers at once', () => {
  it('each episode is raised, told and escalated once, and the record is what a model of it says', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (script) => {
        const both = await Both.start();
        for (const command of [...script, { do: 'sweep', sweepers: 4 } as const]) {
          await both.apply(command);
          await both.compare();
        }
        counts.sequences += 1;
        counts.commands += script.length + 1;
        counts.episodes += both.model.episodes.size;
        counts.reopened += both.model.reopened;
        counts.escalated += [...both.model.episodes.values()].filter(({ escalated }) => escalated).length;
      }),
      { numRuns, seed },
    );
    process.stdout.write(`episodes against their model: seed ${seed}, ${JSON.stringify(counts)}\n`);
    expect(counts.episodes).toBeGreaterThan(numRuns / 4);
  }, 36_000_000);
});
