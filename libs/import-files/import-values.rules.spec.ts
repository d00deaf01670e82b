import fc from 'fast-check';
import { Wrong } from '@app/platform/values/wrong.js';
import * as kind from './import-values.rules.js';
import { type KnownRows } from './import-values.rules.js';

const nothing = (file: string) => ({ file, ids: new Map<string, string>(), refused: new Map<string, number>() });
const known: KnownRows = {
  offices: { ...nothing('offices.csv'), ids: new Map([['berlin', 'id-1']]), refused: new Map([['paris', 3]]) },
  users: {
    ...nothing('users.csv'),
    ids: new Map([
      ['ada@firm.example', 'id-2'],
      ['bob@firm.example', 'id-3'],
    ]),
  },
  stages: {
    ...nothing('stages.csv'),
    ids: new Map([
      ['sourced', 'id-4'],
      ['offer', 'id-5'],
    ]),
  },
};
const read = (of: kind.ValueKind, text: string) => {
  const value = of.read(text, known);
  return value instanceof Wrong ? { wrong: value.sentence } : value;
};

describe('a moment', () => {
  it.each([
    ['2026-03-31T14:30:00+02:00', '2026-03-31T12:30:00.000Z'],
    ['2026-03-31 14:30+0200', '2026-03-31T12:30:00.000Z'],
    ['2026-03-31T14:30:05.1234567Z', '2026-03-31T14:30:05.123Z'],
    ['2026-01-01T00:30:00+05:45', '2025-12-31T18:45:00.000Z'],
    ['2024-02-29T23:59:59-12', '2024-03-01T11:59:59.000Z'],
    ['2026-03-31', '2026-03-31'],
  ])('%s is taken', (text, value) => {
    expect(read(kind.moment, text)).toBe(value);
  });

  it.each([
    ['2026-02-29T10:00:00Z', 'does not exist'],
    ['2026-02-30', 'does not exist'],
    ['2026-13-01', 'does not exist'],
    ['2026-00-10', 'does not exist'],
    ['2026-04-31T10:00:00+02:00', 'does not exist'],
    ['2026-03-31T24:00:00Z', 'does not exist'],
    ['2026-03-31T12:60:00Z', 'does not exist'],
    ['2026-03-31T14:30:00', 'has no UTC offset'],
    ['2026-03-31T14:30:00+25:00', 'a UTC offset that no place uses'],
    ['2026-03-31T14:30:00+02:75', 'a UTC offset that no place uses'],
    ['2026-03-31T14:30:00-13:00', 'a UTC offset that no place uses'],
    ['31.03.2026', 'is not a date and time'],
    ['2026-3-1', 'is not a date and time'],
    ['yesterday', 'is not a date and time'],
    ['0026-03-31', 'is not between 1900 and 2199'],
  ])('%s is refused: %s', (text, why) => {
    expect(read(kind.moment, text)).toEqual({ wrong: expect.stringContaining(why) });
  });
});

describe('a date', () => {
  it.each(['2026-02-30', '2026-03-31T10:00:00Z', '2026/03/31', '1815-06-18', ''])('%s is refused', (text) => {
    expect(read(kind.date, text)).toEqual({ wrong: expect.any(String) });
  });

  it('may be a leap day', () => {
    expect(read(kind.date, '2028-02-29')).toBe('2028-02-29');
  });
});

describe('a coded value', () => {
  it('is taken in any case and refused with what is allowed', () => {
    const outcome = kind.oneOf('placed', 'withdrawn', 'rejected');

    expect(read(outcome, 'Placed')).toBe('placed');
    expect(read(outcome, 'hired')).toEqual({ wrong: '"hired" is not one of placed, withdrawn, rejected' });
  });

  it('may be several, each once, and is refused for the one that is unknown', () => {
    const signals = kind.someOf('phd', 'frontier_lab');

    expect(read(signals, 'phd; frontier_lab;phd;')).toBe('{phd,frontier_lab}');
    expect(read(signals, 'phd;mba')).toEqual({ wrong: '"mba" is not one of phd, frontier_lab' });
    expect(read(kind.workingDays, 'sun;mon')).toBe('{7,1}');
  });

  it('is yes or no', () => {
    expect(read(kind.yesNo, 'YES')).toBe('true');
    expect(read(kind.yesNo, 'no')).toBe('false');
    expect(read(kind.yesNo, '1')).toEqual({ wrong: '"1" is not one of yes, no' });
  });
});

describe('a key of another file', () => {
  it('becomes the id of its row', () => {
    expect(read(kind.keyOf('offices'), 'berlin')).toBe('id-1');
    expect(read(kind.keyOf('stages', true), 'Sourced')).toBe('id-4');
    expect(read(kind.keysOf('users'), 'Ada@firm.example;bob@firm.example')).toBe('{id-2,id-3}');
  });

  it('names the row that was refused, or what there is', () => {
    expect(read(kind.keyOf('offices'), 'paris')).toEqual({ wrong: '"paris" was refused: offices.csv row 3' });
    expect(read(kind.keyOf('stages'), 'screening')).toEqual({
      wrong: '"screening": there is no stage with that name; there is sourced, offer',
    });
    expect(read(kind.keysOf('users'), 'ada@firm.example;eve@firm.example')).toEqual({
      wrong: '"eve@firm.example": there is no user with that name',
    });
  });
});

describe('a value', () => {
  it.each<[string, kind.ValueKind, string, string]>([
    ['e-mail', kind.email, 'Ada.Lovelace+x@Mail.Example', 'ada.lovelace+x@mail.example'],
    ['country', kind.country, 'de', 'DE'],
    ['region', kind.subdivision, 'de-be', 'DE-BE'],
    ['currency', kind.currency, 'eur', 'EUR'],
    ['time zone', kind.timeZone, 'Europe/Berlin', 'Europe/Berlin'],
    ['web address', kind.webAddress, 'profiles.example/in/x', 'https://profiles.example/in/x'],
    ['amount', kind.amount, '210000.50', '210000.50'],
    ['whole number', kind.wholeNumber(0, 240), '048', '48'],
    ['key', kind.code, 'Chief_AI_Officer', 'chief_ai_officer'],
  ])('of kind %s is brought into one form', (_, of, text, value) => {
    expect(read(of, text)).toBe(value);
  });

  it.each<[string, kind.ValueKind, string]>([
    ['e-mail', kind.email, 'ada at mail.example'],
    ['e-mail', kind.email, 'a@b'],
    ['e-mail', kind.email, 'a@b.example, c@d.example'],
    ['country', kind.country, 'Germany'],
    ['country', kind.country, 'UK'],
    ['country', kind.country, 'ZZ'],
    ['region', kind.subdivision, 'Berlin'],
    ['currency', kind.currency, 'Euro'],
    ['time zone', kind.timeZone, 'Berlin'],
    ['time zone', kind.timeZone, '+02:00'],
    ['web address', kind.webAddress, 'javascript:alert(1)'],
    ['web address', kind.webAddress, 'ftp://files.example'],
    ['amount', kind.amount, '210,000'],
    ['amount', kind.amount, '-1'],
    ['amount', kind.amount, '1e6'],
    ['whole number', kind.wholeNumber(0, 240), '241'],
    ['whole number', kind.wholeNumber(0, 240), '4.5'],
    ['key', kind.code, 'chief ai officer'],
    ['text', kind.text(5), 'longer'],
    ['text', kind.text(5), 'a\0b'],
  ])('of kind %s is refused: %s', (_, of, text) => {
    expect(read(of, text)).toEqual({ wrong: expect.any(String) });
  });

  it('is shortened in the sentence that refuses it', () => {
    const { wrong } = read(kind.country, `Neverland\n${'x'.repeat(5000)}`) as { wrong: string };

    expect(wrong.length).toBeLessThan(150);
    expect(wrong).not.toContain('\n');
  });

  it('of any kind is read or refused, never thrown at', () => {
    const kinds = [
      ...[kind.text(10), kind.oneOf('a'), kind.someOf('a'), kind.yesNo, kind.workingDays, kind.email, kind.webAddress],
      ...[kind.country, kind.subdivision, kind.timeZone, kind.currency, kind.code, kind.wholeNumber(0, 9), kind.amount],
      ...[kind.date, kind.moment, kind.keyOf('stages'), kind.keysOf('users')],
    ];
    const datelike = fc.string({ unit: fc.constantFrom(...'0123456789-+:TZ. ;'), maxLength: 30 });

    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string({ unit: 'binary' }), datelike), (of, text) => {
        const value = of.read(text, known);
        expect(value instanceof Wrong ? value.sentence.length > 0 : typeof value === 'string').toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
