import fc from 'fast-check';
import { commonPasswords } from './logins.service.js';
import { LONGEST_PASSWORD, passwordRefusal, SHORTEST_PASSWORD } from './passwords.rules.js';

const ada = { email: 'ada.simulated@firm.example', name: 'Ada Simulated', firmNames: ['Simulated Search'] };

let common: ReadonlySet<string>;
beforeAll(async () => {
  common = await commonPasswords();
});
const refusal = (password: string) => passwordRefusal(password, ada, common);

describe('a password', () => {
  it('is checked against at least three thousand that people choose most', () => {
    expect(common.size).toBeGreaterThan(3000);
  });

  it.each([
    ['a sentence', 'correct horse battery staple'],
    ['twelve characters', 'kV7 mild fog'],
    ['128 characters', `${'the quick brown fox '.repeat(7)}`.slice(0, LONGEST_PASSWORD)],
    ['small letters alone', 'tundraviolinmarsh'],
    ['other scripts', 'пароль из пяти слов'],
    ['signs that take two places each', '🦊🐻🐼🦁🐯🦉🐢🐙🦀🐝🌵🍄'],
    ['a word of the firm among others', 'simulated otters sing'],
  ])('may be %s', (_, password) => {
    expect(refusal(password)).toBeNull();
  });

  it.each([
    ['eleven characters', 'kV7 mild fo', /12 to 128/],
    ['eleven signs of two places', '🦊🐻🐼🦁🐯🦉🐢🐙🦀🐝🌵', /12 to 128/],
    ['129 characters', 'ab c'.repeat(40).slice(0, 129), /12 to 128/],
    ['blanks', ' '.repeat(12), /blank/],
    ['NULs', '\0'.repeat(12), /blank/],
    ['signs that nobody sees', '\u200b\u2060\t '.repeat(4), /blank/],
    ['one letter', 'a'.repeat(12), /simple sequence/],
    ['two letters', 'ab'.repeat(8), /simple sequence/],
    ['digits in a row', '123456789012', /simple sequence/],
    ['letters backwards', 'zyxwvutsrqpo', /simple sequence/],
    ['the address', 'ada.simulated@firm.example', /your name/],
    ['the address in capitals', 'ADA.SIMULATED@FIRM.EXAMPLE', /your name/],
    ['the address before the @', 'ada.simulated', /your name/],
    ['the name', 'Ada Simulated', /your name/],
    ['the name in one word', 'adasimulated', /your name/],
    ['the firm with a year', 'SimulatedSearch1!', /your name/],
    ['the product twice', 'searchlightsearchlight', /your name/],
    ['the product with a year', 'Searchlight2026', /your name/],
    ['a common one', '1qaz2wsx3edc', /most common/],
    ['a common one in capitals', '1QAZ2WSX3EDC', /most common/],
    ['a common one with trimmings', 'Basketball1!', /most common/],
    ['a common one twice', 'passwordPASSWORD', /most common/],
    ['a common one with blanks', 'm a n c h e s t e r', /most common/],
  ])('may not be %s', (_, password, sentence) => {
    expect(refusal(password)).toMatch(sentence);
  });

  it('is never refused for what it is made of: whatever is long and not common will do', () => {
    const words = fc.array(fc.stringMatching(/^[bcdfgjkvwxz]{5,9}$/), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(words, (parts) => {
        const password = parts.join(' ');
        fc.pre(password.length >= SHORTEST_PASSWORD && new Set(password).size > 6);
        expect(refusal(password)).toBeNull();
      }),
    );
  });

  it('is refused however a common one is written', () => {
    const long = [...common].filter((one) => one.length >= SHORTEST_PASSWORD && one.length <= LONGEST_PASSWORD);
    expect(long.length).toBeGreaterThan(300);
    expect(long.filter((one) => refusal(one.toUpperCase()) === null)).toEqual([]);
  });
});
