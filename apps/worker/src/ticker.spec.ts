import { Logger, type LoggerService } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { JobQueues } from '@app/platform/queue/job-queues.js';
import type { Consumers } from './consumers.js';
import { Ticker } from './ticker.js';

const MARKER = 'Zoé Marchand-Q7';

/** Fails as a job does whose row Postgres refuses: the row stands in what it says. */
const failing = async (): Promise<never> => {
  const refused = Object.assign(new Error(`duplicate key (${MARKER})`), { code: '23505', detail: MARKER });
  throw new QueryFailedError(`insert '${MARKER}'`, [MARKER], refused);
};

describe('the ticker', () => {
  const lines: string[] = [];
  const take = (...words: unknown[]): void => void lines.push(JSON.stringify(words));
  beforeAll(() => Logger.overrideLogger({ log: take, warn: take, error: take } satisfies LoggerService));
  afterAll(() => Logger.overrideLogger(true));

  it('says of a job that failed what kind of error it was, and nothing that the error says', async () => {
    const ticker = new Ticker(
      { run: failing } as unknown as Consumers,
      { keepSchedules: failing } as unknown as JobQueues,
    );

    ticker.start();
    await ticker.stop();

    expect(lines.join()).toContain('stalls.sweep failed');
    expect(lines.join()).toContain('23505');
    expect(lines.join()).not.toContain(MARKER);
  });
});
