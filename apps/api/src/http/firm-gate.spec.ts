import { jest } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { FirmGate, takePlace } from './firm-gate.js';
import type { Load } from './load.decorator.js';

const once: Load['atMost'] = { kind: 'slow', perFirm: 1, inAll: 2, sentence: 'Others are asking.' };
/** How many of these requests get in at once. */
const atOnce = (gate: FirmGate, firm: string, count: number, load?: Load): number => {
  let inside = 0;
  for (let i = 0; i < count; i += 1) {
    const turn = gate.enter(firm, load);
    if (turn) turn.catch(() => undefined);
    else inside += 1;
  }
  return inside;
};
const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the gate among firms', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    [4, 3],
    [5, 3],
    [10, 6],
    [50, 30],
  ])('of a pool of %i gives one firm %i connections at most', (pool, share) => {
    expect(atOnce(new FirmGate(pool), 'a', 100)).toBe(share);
  });

  it('always lets in a firm that holds nothing, however busy the others are', () => {
    const gate = new FirmGate(10);

    expect(['a', 'b', 'c', 'd', 'e'].map((firm) => atOnce(gate, firm, 100))).toEqual([6, 2, 1, 1, 1]);
  });

  it('counts the connections a request uses, and lets it in when they exceed the share but none is held', () => {
    const gate = new FirmGate(4);

    expect(atOnce(gate, 'a', 3, { connections: 8 })).toBe(1);
    expect(atOnce(gate, 'b', 3, { connections: 1 })).toBe(1);
  });

  it('keeps a request without connections from waiting', () => {
    const gate = new FirmGate(4);
    atOnce(gate, 'a', 10);

    expect(gate.enter('a', { connections: 0 })).toBeUndefined();
  });

  it('lets in by arrival, and takes turns among firms', async () => {
    const gate = new FirmGate(4);
    atOnce(gate, 'a', 3);
    atOnce(gate, 'b', 1);
    const came: string[] = [];
    for (const [firm, name] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['b', 'b1'],
      ['b', 'b2'],
    ] as const) {
      void gate.enter(firm)?.then(() => came.push(name));
    }

    for (let i = 0; i < 3; i += 1) gate.leave('a');
    await Promise.resolve();
    expect(came).toEqual(['a1', 'b1']);
    gate.leave('b');
    await Promise.resolve();
    expect(came).toEqual(['a1', 'b1', 'a2']);
    gate.leave('a');
    await Promise.resolve();
    expect(came).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('refuses who has waited for three seconds, with a moment to come back', async () => {
    const gate = new FirmGate(4);
    atOnce(gate, 'a', 3);
    const late = gate.enter('a')?.catch((error: unknown) => error);

    jest.advanceTimersByTime(3_000);

    expect(await late).toMatchObject({ code: 'firm_busy', details: { retryAfter: 5 } });
    gate.leave('a');
    expect(gate.enter('a')).toBeUndefined();
  });

  it('lets in what fits as soon as the one before it gives up', async () => {
    const gate = new FirmGate(10);
    atOnce(gate, 'a', 5);
    const wide = gate.enter('a', { connections: 4 })?.catch((error: unknown) => error);
    jest.advanceTimersByTime(1_000);
    let isIn = false;
    void gate.enter('a')?.then(() => (isIn = true));

    jest.advanceTimersByTime(2_000);
    expect(await wide).toMatchObject({ code: 'firm_busy' });

    expect(isIn).toBe(true);
    expect(gate).toMatchObject({ held: 6, waiting: 0 });
  });

  it('refuses at once what would wait behind two hundred others', () => {
    const gate = new FirmGate(4);
    atOnce(gate, 'a', 203);

    expect(refusal(() => gate.enter('a'))).toBeInstanceOf(DomainError);
    expect(gate.enter('b')).toBeUndefined();
  });

  it('refuses a second of a kind that is to be one per firm, and a third of two in all', () => {
    const gate = new FirmGate(10);
    const load = { connections: 1, atMost: once };

    expect(gate.enter('a', load)).toBeUndefined();
    expect(refusal(() => gate.enter('a', load))).toMatchObject({ code: 'firm_busy', message: 'Others are asking.' });
    expect(gate.enter('b', load)).toBeUndefined();
    expect(refusal(() => gate.enter('c', load))).toMatchObject({ code: 'firm_busy' });
    gate.leave('a', load);
    expect(gate.enter('c', load)).toBeUndefined();
  });

  it('forgets the kind of a request that gave up waiting', async () => {
    const gate = new FirmGate(4);
    atOnce(gate, 'a', 3);
    const load = { connections: 1, atMost: once };
    const late = gate.enter('a', load)?.catch((error: unknown) => error);

    jest.advanceTimersByTime(3_000);
    await late;
    gate.leave('a');

    expect(gate.enter('a', load)).toBeUndefined();
  });

  it('never gives a firm more than its share, loses no place, and lets everybody in', async () => {
    const step = fc.record({
      firm: fc.constantFrom('a', 'b', 'c'),
      connections: fc.integer({ min: 0, max: 3 }),
      leaves: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: 12 }), fc.array(step, { maxLength: 60 }), async (pool, steps) => {
        const gate = new FirmGate(pool);
        const share = Math.ceil(pool * 0.6);
        const inside: { firm: string; load: Load }[] = [];
        let [came, entered] = [0, 0];
        const goIn = (firm: string, load: Load) => {
          const held = inside.filter((one) => one.firm === firm).reduce((sum, one) => sum + one.load.connections, 0);
          entered += 1;
          inside.push({ firm, load });
          expect(held === 0 || load.connections === 0 || held + load.connections <= share).toBe(true);
        };
        for (const { firm, connections, leaves } of steps) {
          const load = { connections };
          came += 1;
          const turn = gate.enter(firm, load);
          if (turn) void turn.then(() => goIn(firm, load));
          else goIn(firm, load);
          const [first] = inside;
          if (!leaves || !first) continue;
          inside.shift();
          gate.leave(first.firm, first.load);
          await Promise.resolve();
        }
        for (let first = inside.shift(); first; first = inside.shift()) {
          gate.leave(first.firm, first.load);
          await Promise.resolve();
        }

        expect(entered).toBe(came);
        expect(gate).toMatchObject({ held: 0, waiting: 0, firms: new Map() });
      }),
    );
  });
});

describe('a request that waits for its turn', () => {
  const place = { firmId: 'a', load: { connections: 1 } };
  const full = () => {
    const gate = new FirmGate(5);
    atOnce(gate, 'a', 3);
    return gate;
  };

  it('holds its place from then on', async () => {
    const gate = full();
    const request: { place?: Load } = {};
    const turn = takePlace(gate, request, { sent: false }, place);
    gate.leave('a');
    await turn;

    expect(request.place).toBe(place.load);
    expect(atOnce(gate, 'a', 1)).toBe(0);
  });

  it('and is answered meanwhile goes no further, and holds nothing', async () => {
    const gate = full();
    const request: { place?: Load } = {};
    const reply = { sent: false };
    const turn = takePlace(gate, request, reply, place);
    reply.sent = true;
    gate.leave('a');

    await expect(turn).rejects.toMatchObject({ code: 'too_slow' });
    expect(request.place).toBeUndefined();
    expect(atOnce(gate, 'a', 1)).toBe(1);
  });
});
