import fc from 'fast-check';
import { domainOf, emailAsKept, emailOf, loginEmailOf, webAddressOf } from './addresses.js';
import { countryOf } from './country.js';
import { regionName, regionOf, unknownRegion } from './region.js';
import { phoneOf } from './phone.js';
import { lengthOf, seen } from './seen-text.js';
import { Wrong } from './wrong.js';

const orNull = (judge: (text: string) => string | Wrong | null) => (text: string) => {
  const read = judge(text);
  return read instanceof Wrong ? null : read;
};

describe('an email address', () => {
  it.each([
    ['jo@firm.example', 'jo@firm.example'],
    [' Jo.Yew+tag@Firm.Example ', 'jo.yew+tag@firm.example'],
    ['jo@bücher.example', 'jo@xn--bcher-kva.example'],
    ['jo@BÜCHER.example', 'jo@xn--bcher-kva.example'],
    ['jo@xn--bcher-kva.example', 'jo@xn--bcher-kva.example'],
    ["o'neil@firm.example", "o'neil@firm.example"],
    ['jo@firm.example\u200b', 'jo@firm.example'],
    ['jo@firm.example.', 'jo@firm.example'],
    ['ivan@пример.рф', 'ivan@xn--e1afmkfd.xn--p1ai'],
    ['r&d@firm.example', 'r&d@firm.example'],
    ...['', 'jo', '@firm.example', 'jo@', 'jo@firm', 'a@b@firm.example', 'jo @firm.example', 'jo@fi rm.example'].map(
      none,
    ),
    ...['jo..yew@firm.example', '.jo@firm.example', 'jo@-firm.example', 'jo@firm..example', 'jo@127.0.0.1'].map(none),
    ...['jo@firm.123', '"jo"@firm.example', 'jo@[firm.example]', `${'x'.repeat(65)}@firm.example`].map(none),
    ...['jörg@firm.example', 'иван@firm.example', '山田@firm.example', 'jo@firm_.example,', 'jo\0@firm.example'].map(
      none,
    ),
  ])('%s is kept as %s', (text, kept) => {
    expect(orNull(emailOf)(text)).toBe(kept);
  });

  it('with other letters before the @ is refused in words that say so', () => {
    expect(emailOf('jörg@firm.example')).toEqual(new Wrong(expect.stringContaining('plain letters before the @')));
  });

  it.each(['ivan@пример.рф', 'r&d@firm.example', 'jo/yew@firm.example'])('%s is none to sign in with', (text) => {
    expect(loginEmailOf(text)).toBeInstanceOf(Wrong);
    expect(emailOf(text)).not.toBeInstanceOf(Wrong);
  });
});

describe('a phone number', () => {
  it.each([
    ['(415) 555-0199', '(415) 555-0199'],
    ['+41\u00a044\u00a0123\u00a045\u00a067', '+41 44 123 45 67'],
    ['+49 30 1234 ext. 5', '+49 30 1234 ext. 5'],
    ['+49 (0)30 901820', '+49 (0)30 901820'],
    ['(+49) 30 901820', '(+49) 30 901820'],
    ['0049/30/901820', '0049/30/901820'],
    ['+1 415.555.0199 x12', '+1 415.555.0199 x12'],
    ['030 901820 Durchwahl 12', '030 901820 Durchwahl 12'],
    ['+49\u2009172\u20115550100', '+49 172-5550100'],
    ['＋８１ ３ １２３４ ５６７８', '+81 3 1234 5678'],
    ['\u202a+49 30 901820\u202c', '+49 30 901820'],
    ...['', 'call me', '12', '+', '()', 'ext. 5', '+49 30 901820 after 5 pm', '1'.repeat(21), '+49 30 '.repeat(9)].map(
      none,
    ),
  ])('%s is kept as %s', (text, kept) => {
    expect(orNull(phoneOf)(text)).toBe(kept);
  });
});

describe('a web address', () => {
  it.each([
    ['https://profiles.example/in/Ada', 'https://profiles.example/in/Ada'],
    ['profiles.example/in/ada', 'https://profiles.example/in/ada'],
    ['HTTP://Profiles.example', 'HTTP://Profiles.example'],
    ['https://bücher.example/ü', 'https://bücher.example/ü'],
    ['profiles.example:8080/x', 'https://profiles.example:8080/x'],
    ...[
      '',
      'ada',
      'javascript:alert(1)',
      'ftp://x.example',
      'https://me:pw@x.example',
      'https://x',
      'https:// x.example',
    ].map(none),
    ...[
      'mailto:ada@x.example',
      'https://x.example/a b',
      'https://1.2.3.4/',
      `https://x.example/${'x'.repeat(2000)}`,
    ].map(none),
  ])('%s is kept as %s', (text, kept) => {
    expect(orNull(webAddressOf)(text)).toBe(kept);
  });

  it.each([
    ['Northwind.example', 'northwind.example'],
    ['bücher.example', 'bücher.example'],
    ...['northwind', 'https://northwind.example/', 'n w.example', '-x.example', 'a@b.example'].map(none),
  ])('and a domain: %s is kept as %s', (text, kept) => {
    expect(orNull(domainOf)(text)).toBe(kept);
  });
});

describe('a country', () => {
  it.each([['de', 'DE'], ['XK', 'XK'], ...['', 'D', 'Germany', 'XX', 'EU', 'SU', 'YU', 'AN', 'ZZ'].map(none)])(
    '%s is kept as %s',
    (text, kept) => {
      expect(countryOf(text)).toBe(kept);
    },
  );
});

describe('a region', () => {
  it.each([
    ['DE', ' de-by ', 'DE-BY'],
    ['GB', 'GB-SCT', 'GB-SCT'],
    ['FR', 'FR-75', 'FR-75C'],
    ['IN', 'IN-TG', 'IN-TS'],
    ['DE', 'DE-XX', null],
    ['DE', 'FR-57', null],
    ['DE', 'BY', null],
    ['DE', '', null],
    ['HK', 'HK-HK', null],
  ])('of %s: %j is kept as %j', (country, text, kept) => {
    const region = regionOf(country, text);
    expect(region).toBe(kept);
    if (region) expect(regionOf(country, region)).toBe(region);
  });

  it.each([
    ['DE', 'FR-57', '"FR-57" is not a region of DE; use a code of ISO 3166-2, such as DE-BB.'],
    ['HK', 'HK-HK', '"HK-HK" is not a region of HK, which has none.'],
  ])('that %s does not have is refused: %s', (country, text, sentence) => {
    expect(unknownRegion(country, text)).toBe(sentence);
  });

  it('has a name', () => {
    expect([regionName('DE-BY'), regionName('XX-1')]).toEqual(['Bayern', 'XX-1']);
  });
});

describe('a text', () => {
  it.each([
    [' Ada\u00a0', 'Ada'],
    ['\u200bAda\u200b', 'Ada'],
    ['\u202eAda\u202c', 'Ada'],
    ['می‌خواهم', 'می‌خواهم'],
    ['a\u0301', 'a\u0301'],
    ['👩‍💻', '👩‍💻'],
    ['-', '-'],
    ...[
      ' ',
      '\u200b',
      '\u202e',
      '\u2060\ufeff',
      '\u00ad',
      '\u0007',
      '\u3164',
      '\u115f\u1160',
      '\u2800',
      '\u0301',
      '\ufe0f',
    ].map((text): [string, string] => [text, '']),
  ])('%j has %j to see', (text, left) => {
    expect(seen(text)).toBe(left);
  });

  it('is as long as it has characters', () => {
    expect([lengthOf('Ada'), lengthOf('👩‍💻'), lengthOf('')]).toEqual([3, 3, 0]);
  });
});

const judges: [string, (text: string) => string | Wrong | null][] = [
  ['email', emailOf],
  ['address to sign in with', loginEmailOf],
  ['address as it is compared', emailAsKept],
  ['phone', phoneOf],
  ['web address', webAddressOf],
  ['domain', domainOf],
  ['country', countryOf],
  ['text', seen],
];

describe('what is kept', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.emailAddress(),
    fc.webUrl(),
    fc.domain(),
    fc.stringMatching(/^[ +()\d./x-]{3,30}$/),
    fc.constantFrom('DE', 'xk', '\u200b', 'jo@bücher.example'),
  );

  it.each(judges)('is kept again as it is: %s', (_, judge) => {
    fc.assert(
      fc.property(anything, (text) => {
        const kept = orNull(judge)(text);
        if (kept !== null) expect(judge(kept)).toBe(kept);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whatever is sent, however long', () => {
  const units = [' ', '.', '-', '@', '/', ':', '0', 'a', 'a.', ' -', 'a@', '\u200b', '\u00e9', '\u00e9.', '\ufdfa'];
  const begins = ['', 'a', '1', 'a:', 'a@', 'https://', '\u00e9'];

  it.each(judges)('takes no longer than reading it: %s', (_, judge) => {
    for (const unit of units) {
      for (const begin of begins) {
        const text = `${begin}${unit.repeat(60_000)}\u00e9`;
        const began = performance.now();
        judge(text);
        expect([begin, unit, performance.now() - began < 1_000]).toEqual([begin, unit, true]);
      }
    }
  });
});

function none(text: string): [string, null] {
  return [text, null];
}
