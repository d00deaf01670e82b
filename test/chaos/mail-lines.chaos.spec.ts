import { ensureBuilt } from '../../tools/lib/build.mjs';
import { ChaosStage } from '../lib/chaos-stage.js';
import { BREAKS, type FaultProxy, type Line } from '../lib/fault-proxy.js';
import { until } from '../lib/until.js';

/** A mail server that says nothing is given up after 20 s. */
const HANGS_MS = 20_000;
const CLEAN_MAILS = 24;

const MOMENTS = ['before the body', 'in the body', 'before the 250'] as const;
type Moment = (typeof MOMENTS)[number];
const CASES = BREAKS.flatMap((how) => MOMENTS.map((moment) => ({ how, moment })));
type Case = (typeof CASES)[number];

let stage: ChaosStage;
beforeAll(async () => {
  await ensureBuilt(['api', 'worker']);
  stage = await ChaosStage.open();
}, 180_000);
afterAll(() => stage.close());

describe('a line to the mail server that breaks in the middle of a mail', () => {
  let othersAfterMs: number;
  let met: ReadonlyMap<string, Case>;
  const ends = new Map<string, { state: string; received: number }>();

  beforeAll(async () => {
    await stage.clear();
    const worker = await stage.start('worker');
    await stage.owe(CASES.length + CLEAN_MAILS);
    await stage.watch(CASES.length + CLEAN_MAILS);
    met = breaking(stage.toMail, CASES);
    const began = Date.now();
    await stage.hurry();
    await until(async () => (await stage.count(`state = 'sent'`)) >= CLEAN_MAILS);
    othersAfterMs = Date.now() - began;
    await stage.settle();
    stage.toMail.resume();
    await stage.end(worker);
    await until(() => stage.toMail.open === 0);

    const rows: { to: string; state: string; id: string }[] = await stage.dataSource.query(
      `select u.email as "to", d.state, d.message_id as id from delivery d join firm_user u on u.id = d.recipient_id
       where d.firm_id = $1`,
      [stage.firm.id],
    );
    for (const { to, state, id } of rows) {
      if (!met.has(to)) continue;
      expect(ends.has(to)).toBe(false);
      ends.set(to, { state, received: stage.mail.received.filter(({ messageId }) => messageId === id).length });
    }
  }, 300_000);

  it.each(CASES)('$moment ($how) makes it uncertain only if its body was under way', ({ how, moment }) => {
    const [to] = [...met].find(([, one]) => one.how === how && one.moment === moment) ?? [''];
    const { state, received } = ends.get(to) ?? { state: 'not met', received: 0 };

    expect(state).toBe(moment === 'before the body' ? 'sent' : 'uncertain');
    if (moment === 'in the body') expect(received).toBeLessThanOrEqual(1);
    else expect(received).toBe(1);
  });

  it('holds up no other mail', async () => {
    const counts = await stage.reckoning();
    console.log(`broken lines to the mail server: ${JSON.stringify({ ...counts, othersAfterMs })}`);
    expect(othersAfterMs).toBeLessThan(HANGS_MS / 2);
    expect(counts).toMatchObject({ twice: 0, lost: 0, open: 0 });
    expect(counts.sent + counts.uncertain).toBe(counts.owed);
  });
});

/** Each of the first consultants to be written to meets one of the cases, once. */
function breaking(proxy: FaultProxy, cases: readonly Case[]): ReadonlyMap<string, Case> {
  const left = [...cases];
  const met = new Map<string, Case>();
  const states = new WeakMap<Line, { phase: 'envelope' | 'body' | 'answer'; case: Case | null; tail: string }>();
  proxy.intervene = (chunk, line, outward) => {
    const text = chunk.toString('latin1');
    const state = states.get(line) ?? { phase: 'envelope', case: null, tail: '' };
    states.set(line, state);
    const strike = (moment: Moment, passing: number) => {
      if (state.case?.moment !== moment) return null;
      const { how } = state.case;
      state.case = null;
      return { passing, how };
    };
    if (outward && state.phase === 'envelope') {
      const to = /^RCPT TO:<(consultant-[^>]+)>/im.exec(text)?.[1];
      const next = to && !met.has(to) ? left.shift() : undefined;
      if (to && next) met.set(to, next);
      if (to) state.case = next ?? null;
    } else if (outward && state.phase === 'body') {
      state.tail = (state.tail + text).slice(-5);
      if (state.tail === '\r\n.\r\n') state.phase = 'answer';
      return strike('in the body', Math.floor(chunk.length / 2));
    } else if (!outward && state.phase === 'envelope' && /^354 /m.test(text)) {
      state.phase = 'body';
      return strike('before the body', 0);
    } else if (!outward && state.phase === 'answer') {
      state.phase = 'envelope';
      return strike('before the 250', 0);
    }
    return null;
  };
  return met;
}
