import { PassThrough } from 'node:stream';
import { typeTwice } from './password-input.js';

/** What comes of it when these keys are pressed, and what the terminal shows. */
async function pressing(...keys: string[]): Promise<{ answer: unknown; shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = typeTwice(input, output).catch((error: unknown) => error);
  for (const some of keys) input.write(some);
  const given = await answer;
  return { answer: given, shown: String(output.read()) };
}

describe('a password typed at a terminal', () => {
  it.each([
    ['twice', ['correct horse\r', 'correct horse\r'], 'correct horse'],
    ['pasted with both lines at once', ['correct horse\rcorrect horse\r'], 'correct horse'],
    ['with a slip', ['correcx\x7ft\r', 'correct\r'], 'correct'],
    ['in other scripts', ['пароль 🦊\r', 'пароль 🦊\r'], 'пароль 🦊'],
  ])('is taken when it comes %s, and not shown', async (_, keys, password) => {
    expect(await pressing(...keys)).toEqual({ answer: password, shown: 'New password: \nOnce more: \n' });
  });

  it.each([
    ['another one comes the second time', ['correct horse\r', 'correct house\r'], 'The two do not match.'],
    ['an arrow would bring it back', ['correct horse\r', '\x1b[A\r'], 'The two do not match.'],
    ['Ctrl-C ends it', ['correct', '\x03'], 'Nothing was changed.'],
    ['Ctrl-D ends it', ['\x04'], 'Nothing was changed.'],
    ['Ctrl-D ends it half way', ['correct horse\r', '\x04'], 'Nothing was changed.'],
  ])('is refused when %s', async (_, keys, sentence) => {
    const { answer, shown } = await pressing(...keys);

    expect(answer).toMatchObject({ message: sentence });
    expect(shown).not.toContain('correct');
  });
});
