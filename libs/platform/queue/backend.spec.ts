import type { Redis } from 'ioredis';
import { until } from '../../../test/lib/until.js';
import { QueueBackend } from './backend.js';

/** Nobody listens there. */
const AWAY = 'redis://127.0.0.1:1';

describe('a line to a Redis that is away', () => {
  it.each([
    ['itself', (line: Redis) => line],
    ['the copies BullMQ waits on', (line: Redis) => line.duplicate()],
  ])('ends when it is told to, %s', async (_, of) => {
    const backend = new QueueBackend({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere', REDIS_URL: AWAY });
    const [workers, producers] = [backend.forWorkers as Redis, backend.forProducers as Redis];
    const line = of(workers);
    line.on('error', () => undefined);
    const waiting = line.ping().catch((error: Error) => error.message);
    await until(() => [line, workers, producers].every(({ status }) => status === 'reconnecting'));

    line.disconnect();
    await backend.close();

    expect([line.status, workers.status, producers.status]).toEqual(['end', 'end', 'end']);
    expect(await waiting).toBe('Connection is closed.');
  });
});
