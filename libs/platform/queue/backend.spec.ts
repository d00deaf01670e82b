import type { Redis } from 'ioredis';
import { QueueBackend } from './backend.js';

/** Nobody listens there. */
const AWAY = 'redis://127.0.0.1:1';

describe('a line to a Redis that is away', () => {
  it.each([
    ['itself', (line: Redis) => line],
    ['the copies BullMQ waits on', (line: Redis) => line.duplicate()],
  ])('ends when it is told to, %s', async (_, of) => {
    const backend = new QueueBackend({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere', REDIS_URL: AWAY });
    const line = of(backend.forWorkers as Redis);
    line.on('error', () => undefined);
    const waiting = line.ping();
    await new Promise((resolve) => line.once('reconnecting', resolve));

    line.disconnect();

    await expect(waiting).rejects.toThrow('Connection is closed.');
    expect(line.status).toBe('end');
    await backend.close();
  });
});
