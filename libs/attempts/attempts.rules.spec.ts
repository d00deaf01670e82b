import { BY_STRANGERS, FROM_ONE_NETWORK, networkOf, waits, waitSentence } from './attempts.rules.js';

describe('the waits after each try', () => {
  it('are none for the free ones, then double, up to the longest', () => {
    expect(waits({ free: 3, firstWait: 2, longestWait: 10, forgottenAfter: 60 })).toEqual([0, 0, 2, 4, 8, 10]);
  });

  it('leave an owner who mistypes alone, and a guesser a few tries an hour', () => {
    const list = waits(FROM_ONE_NETWORK);
    let [seconds, tries] = [0, 0];
    while (seconds < 3600) {
      seconds += list[Math.min(tries, list.length - 1)] ?? 0;
      tries += 1;
    }

    expect(list.slice(0, 5)).toEqual([0, 0, 0, 0, 2]);
    expect(tries).toBeLessThan(20);
  });

  it('are short for strangers in line, however many there are', () => {
    expect(waits(BY_STRANGERS).at(-1)).toBe(1);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001::7', '2001:db8:1:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

it.each([
  [1, 'Too many attempts. Try again in a second.'],
  [64, 'Too many attempts. Try again in 64 seconds.'],
  [91, 'Too many attempts. Try again in 2 minutes.'],
  [900, 'Too many attempts. Try again in 15 minutes.'],
])('%d seconds are said as a sentence', (seconds, sentence) => {
  expect(waitSentence(seconds)).toBe(sentence);
});
