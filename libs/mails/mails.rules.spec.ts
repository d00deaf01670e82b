import { plain, sentence } from './mails.rules.js';

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
