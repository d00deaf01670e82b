import { localDate } from '@app/platform/time/local-date.js';
import { labelOf, plain, sentence } from './mails.rules.js';

describe('words of others in a mail', () => {
  it.each([
    ['a\r\nb', 'a b'],
    ['a\u202eb', 'a b'],
    ['  a   b ', 'a b'],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
    ['🙃'.repeat(301), `${'🙃'.repeat(299)}…`],
  ])('%j becomes %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    ['Nobody moved', 'Nobody moved.'],
    ['Nobody moved.', 'Nobody moved.'],
    ['Who?', 'Who?'],
    ['He said "no."', 'He said "no."'],
    ['', ''],
  ])('the sentence %j ends as %j', (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});

describe('what stands above a sentence in a mail', () => {
  const [at, on] = [new Date('2026-11-24T23:00:00Z'), localDate('2026-11-25')];
  const notice = {
    ...{
      severity: null,
      group: null,
      about: null,
      sentence: 'Something is due',
      nextStep: null,
      path: '/',
      event: null,
    },
    at,
  };

  it.each([
    ['2026-11-24T22:59:59Z', 'Window closes Wed 25 Nov', 'Offer expires Wed 25 Nov 00:00'],
    ['2026-11-24T23:00:00Z', 'Window closed Wed 25 Nov', 'Offer expired Wed 25 Nov 00:00'],
    ['2027-01-04T08:00:00Z', 'Window closed Wed 25 Nov 2026', 'Offer expired Wed 25 Nov 2026 00:00'],
  ])('says at %s what is over in the past, and the year that has passed', (now, window, offer) => {
    const when = { timeZone: 'Europe/Berlin', now: new Date(now) };

    expect(labelOf({ ...notice, kind: 'window_closing', on }, when)).toBe(window);
    expect(labelOf({ ...notice, kind: 'offer_expiring' }, when)).toBe(offer);
  });
});
