import { afterAttempt, refusesAddress } from './deliveries.rules.js';

const attempt = { response: 'r', attempts: 1, idempotent: false } as const;

describe('what an attempt makes of a delivery', () => {
  it.each([
    ['accepted', 1, { state: 'sent', response: 'r' }],
    ['refused', 1, { state: 'failed', response: 'r' }],
    ['unknown', 1, { state: 'uncertain', response: 'r' }],
    ['deferred', 1, { state: 'pending', waitSeconds: 60, attempts: 1, response: 'r' }],
    ['deferred', 2, { state: 'pending', waitSeconds: 300, attempts: 2, response: 'r' }],
    ['deferred', 3, { state: 'pending', waitSeconds: 900, attempts: 3, response: 'r' }],
    ['deferred', 4, { state: 'pending', waitSeconds: 3600, attempts: 4, response: 'r' }],
    ['deferred', 5, { state: 'failed', response: 'r' }],
    // a mail server that is down for hours uses up nobody's attempts
    ['unsent', 1, { state: 'pending', waitSeconds: 60, attempts: 0, response: 'r' }],
    ['unsent', 9, { state: 'pending', waitSeconds: 60, attempts: 8, response: 'r' }],
  ] as const)('%s at attempt %i', (result, attempts, next) => {
    expect(afterAttempt({ ...attempt, kind: result, attempts }, 0)).toEqual(next);
  });

  it('spreads retries over a fifth of the wait', () => {
    expect(afterAttempt({ ...attempt, kind: 'deferred' }, 0.99)).toMatchObject({ waitSeconds: 72 });
  });

  it.each([
    [1, 5],
    [2, 15],
    [5, 900],
    [9, 3_600],
  ])('asks again with the same key after answer %i was lost, %i s later', (attempts, waitSeconds) => {
    expect(afterAttempt({ ...attempt, kind: 'unknown', attempts, idempotent: true }, 0)).toEqual({
      state: 'pending',
      waitSeconds,
      attempts,
      response: 'r',
    });
  });

  it('waits as long as a provider over its quota asks', () => {
    expect(afterAttempt({ ...attempt, kind: 'unsent', retryAfterSeconds: 900 }, 0)).toMatchObject({ waitSeconds: 900 });
  });

  it.each([
    ['550 5.1.1 <no.one@firm.example>: Recipient address rejected', true],
    ['550 5.7.1 refused by policy', false],
    ['552 5.2.2 mailbox full', false],
    ['554 15.1.1 looks alike', false],
  ])('tells a wrong address from a refused mail: %s', (response, wrong) => {
    expect(refusesAddress(response)).toBe(wrong);
  });
});
