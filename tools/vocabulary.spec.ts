import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Rooms' words, as `*.types.ts` publish them: name to words. */
const PUBLISHED = /export const ([A-Z0-9_]+) = \[((?:\s*'\w+',?)+)\s*\] as const/g;
/** Words one after the other, in a list or in a type. Words in SQL follow a bracket: an entity's check is held equal to the database. */
const WORDS_IN_A_ROW = /(?<!\bin \()(?<!')'\w+'(?:\s*[,|]\s*'\w+')+/g;

const sources = ['libs', 'apps/api/src', 'apps/cli/src', 'apps/worker/src', 'test/lib']
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|\.d\.ts$|\/migrations\/|\.entity\.ts$/.test(file))
  .map((file) => ({ file, text: fs.readFileSync(path.join(ROOT, file), 'utf8') }));

/** In this order: another one is a ranking, which says more than the words. */
const wordsOf = (text: string): string => (text.match(/\w+/g) ?? []).join(' ');
const homes = sources
  .filter(({ file }) => file.endsWith('.types.ts'))
  .flatMap(({ file, text }) =>
    [...text.matchAll(PUBLISHED)].map(([, name, words = '']) => ({ file, name, words: wordsOf(words) })),
  );

const retypedIn = ({ file, text }: { file: string; text: string }): string[] =>
  [...text.matchAll(WORDS_IN_A_ROW)].flatMap(([found]) => {
    const home = homes.find(({ words }) => words === wordsOf(found));
    return home && home.file !== file
      ? [`${file}: ${found.replaceAll(/\s+/g, ' ')} is ${home.name} of ${home.file}`]
      : [];
  });

describe('the words of a room', () => {
  it('are published, the ones that many rooms say among them', () => {
    expect(homes.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'ROLES',
        'STAGE_KINDS',
        'SEARCH_STATUSES',
        'HEALTHS',
        'SEVERITIES',
        'OUTCOMES',
        'NOTICE_KINDS',
      ]),
    );
  });

  it('have one home each', () => {
    const twice = homes.filter(({ words }, at) => homes.findIndex((other) => other.words === words) !== at);

    expect(twice).toEqual([]);
  });

  it('are imported from there, and not typed again', () => {
    expect(sources.flatMap(retypedIn)).toEqual([]);
  });
});
