import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Rooms' words, as `*.types.ts` publish them: name to words. */
const PUBLISHED = /export const ([A-Z0-9_]+) = \[((?:\s*'\w+',?)+)\s*\] as const/g;
/** Words one after the other, in a list or in a type. Words in SQL follow a bracket: an entity's check is held equal to the database. */
const WORDS_IN_A_ROW = /(?<!\bin \()(?<!')'\w+'(?:\s*[,|]\s*'\w+')+/g;

// what is written by the book knows the documents alone, and says their words again
const programs = ['libs', 'apps', 'test', 'tools', 'bench']
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`),
  )
  .filter(
    (file) =>
      /(?<!\.d)\.(?:tsx?|mjs)$/.test(file) &&
      !/\.spec\.tsx?$|\/migrations\/|\/(?:node_modules|dist)\/|\/by-the-book/.test(file),
  )
  .map((file) => ({ file, text: fs.readFileSync(path.join(ROOT, file), 'utf8') }));
/** The server that ours is measured against, and the program written from the documents, share nothing with it. */
const APART = /^bench\/bare-server\.mjs$|^test\/\w+\/by-the-book/;
/** The web has the words as types, from the document of the API. */
const sources = programs.filter(({ file }) => !file.endsWith('.entity.ts') && !APART.test(file));

/**
 * Words with one meaning (docs/GLOSSARY.md): what is named by them, and the files that may. A name that another meaning
 * would bring back stands in no line.
 */
const MEANINGS: readonly { word: string; names: RegExp; in: RegExp }[] = [
  { word: 'a door is where a request comes in', names: /Door|^door/, in: /^apps\/api\/src\/(http\/door|app)\.ts$/ },
  {
    word: 'a standing is where a candidacy stands',
    names: /Standing|^standing/,
    in: /^libs\/(pipeline|offers|interviews)\/|^apps\/web\/src\/(app\/panels|features\/candidates|lib\/answers\.ts)/,
  },
  {
    word: 'facts are what clocks count from, the audit records and rooms announce',
    names: /Facts?(?![a-z])|^facts?(?![a-z])|^FACT/,
    in: /^test\/factories\/|^libs\/(clocks|stalls|flags|audit|hand-over|sign-up|platform\/announcements)\/|^libs\/(limits\/market-window\.rules|mail-log\/mail-log\.service)\.ts$|^apps\/(api\/src\/flags\/why\.dto|worker\/src\/relay)\.ts$|^apps\/web\/src\/(lib\/(stale|use-change)\.ts$|features\/\w+\/api\/|features\/flags\/components\/why)/,
  },
  { word: 'a rule answers a refusal, a service refuses', names: /^refuse(?![ds])/, in: /(?<!\.rules)\.(?:ts|mjs)$/ },
  {
    word: 'a hold is a pause of a search',
    names: /^hold(?!ing|er)|[a-z]Hold(?!ing|er)|^Holds?$|^HOLD|_HOLD/,
    in: /^libs\/(searches|clocks|flags|stalls|platform\/time)\/|^libs\/merges\/searches\.merge\.ts$|^test\/factories\/|^tools\/generate\/|^apps\/(api|web)\/src\/(features\/)?searches\//,
  },
];
/** What a file gives a name to, but for what it holds for a moment. */
const GIVEN =
  /^(?:export )?(?:default )?(?:abstract )?(?:async )?(?:const|function|class|interface|type) (\w+)|^ {2}(?:private |static )*(?:async )?(\w+)(?:<\w+>)?\(.*\).*\{$/gm;

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

describe('a word', () => {
  const ours = programs.filter(({ file }) => !APART.test(file));
  const given = ours.flatMap(({ file, text }) =>
    [...text.matchAll(GIVEN)].map(([, top, method]) => ({ file, name: top ?? method ?? '' })),
  );

  it.each(MEANINGS)('has one meaning: $word', ({ names, in: home }) => {
    const named = given.filter(({ name }) => names.test(name));

    expect(named.filter(({ file }) => home.test(file))).not.toEqual([]);
    expect(named.filter(({ file }) => !home.test(file))).toEqual([]);
  });
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
