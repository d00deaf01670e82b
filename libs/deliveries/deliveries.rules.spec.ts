import { afterAttempt } from './deliveries.rules.js';

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
    expect(afterAttempt(result, attempts, 0, 'r')).toEqual(next);
  });

  it('spreads retries over a fifth of the wait', () => {
    expect(afterAttempt('deferred', 1, 0.99, 'r')).toMatchObject({ waitSeconds: 72 });
  });
});
