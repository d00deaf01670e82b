import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { finds } from '../../apps/web/src/lib/found.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const FOUND: [text: string, question: string][] = [
  ['Head of AI/ML', 'ML'],
  ['Head of AI/ML', 'AI/ML'],
  ['Head of R&D', 'd'],
  ['Head of R&D', 'r&d'],
  ['J.P. Smith', 'jp'],
  ['J.P. Smith', 'P'],
  ['Jean-Luc Picard', 'luc'],
  ['Jean-Luc Picard', 'jeanluc'],
  ["Conor O'Brien", 'brien'],
  ["Conor O'Brien", 'obrien'],
  ['Conor O’Brien', "o'brien"],
  ['Conor OBrien', "O'Brien"],
  ['Jordan Vale', 'vale jordan'],
  ['山田太郎', '太郎'],
  ['山田太郎', '山田 太郎'],
  ['山田 太郎', '山田太郎'],
  ['한지민', '지민'],
  ['สมชายใจดี', 'ใจดี'],
  ['ジョン・スミス', 'スミス'],
  ['ﾔﾏﾀﾞ', 'ヤマダ'],
  ['王小明 CEO', 'ceo'],
  ['Müller Werke', 'muller'],
  ['Müller Werke', 'mueller'],
  ['Müller Werke', 'mue'],
  ['Mueller Werke', 'müller'],
  ['Mueller Werke', 'muller'],
  ['Muller Werke', 'mueller'],
  ['MÜLLER WERKE', 'müller'],
  ['Mu\u0308ller Werke', 'MÜLLER'],
  ['Jürgen Weiß', 'weiss'],
  ['Jürgen Weiss', 'weiß'],
  ['Søren Kjær', 'soren kjaer'],
  ['Søren Kjær', 'soeren'],
  ['Soeren', 'søren'],
  ['Ångström', 'aangstrom'],
  ['Ångström', 'angstroem'],
  ['Novak Đoković', 'djokovic'],
  ['Łukasz', 'lukasz'],
  ['IŞIK', 'ışık'],
  ['Işık', 'isik'],
  ['İbrahim', 'ibrahim'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['Артём', 'артем'],
  ['أحمد', 'احمد'],
  ['Ａｃｍｅ', 'acme'],
  ['Zero\u200bWidth', 'zerowidth'],
  ['Joel', 'joe'],
];

const NOT_FOUND: [text: string, question: string][] = [
  ['Jordan Vale', '_'],
  ['Jordan Vale', '%'],
  ['Jordan Vale', '\\'],
  ['Jordan Vale', '-'],
  ['Jordan Vale', 'ale'],
  ['Jordan Vale', 'jordan smith'],
  ['John Smith', 'joe'],
  ['山田太郎', '田中'],
];

describe('a text', () => {
  it.each(FOUND)('%s is found by %s', async (text, question) => {
    expect([await found(api.dataSource, [[text, question]]), finds(text, question)]).toEqual([[true], true]);
  });

  it.each(NOT_FOUND)('%s is not found by %s', async (text, question) => {
    expect([await found(api.dataSource, [[text, question]]), finds(text, question)]).toEqual([[false], false]);
  });

  const piece = fc.oneof(
    fc.constantFrom(...FOUND.flat()),
    fc.constantFrom(
      ' ',
      '\u00a0',
      '\u3000',
      '-',
      '/',
      "'",
      '’',
      '.',
      '&',
      '·',
      '・',
      '_',
      '%',
      '\\',
      'e',
      'aa',
      'oe',
      'ÿ',
      'ﬁ',
      '№',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !/[\0\ud800-\udfff]/.test(text)),
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const pair = fc.tuple(text, text, fc.boolean(), fc.nat()).map(([held, other, isOwn, at]): [string, string] => {
    if (!isOwn) return [held, other];
    const letters = Array.from(held);
    return [held, letters.slice(at % letters.length, (at % letters.length) + 1 + (at % 7)).join('')];
  });

  it('is found in the page as in the database', async () => {
    const pairs = fc.sample(pair, { numRuns: 3_000, seed: 20_261_130 });

    const answers = await found(api.dataSource, pairs);

    const unequal = pairs.filter(([held, question], i) => finds(held, question) !== answers[i]);
    expect(unequal).toEqual([]);
    expect(answers.filter(Boolean).length).toBeGreaterThan(300);
    expect(answers.filter((yes) => !yes).length).toBeGreaterThan(300);
  });

  it('is found by each beginning of each of its words', async () => {
    const letters = (word: string): string[] =>
      Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
    const beginnings = FOUND.flatMap(([held]) =>
      held.split(' ').flatMap((word) =>
        letters(word).map((_, i): [string, string] => [
          held,
          letters(word)
            .slice(0, i + 1)
            .join(''),
        ]),
      ),
    );

    const answers = await found(api.dataSource, beginnings);

    expect(beginnings.filter((_, i) => !answers[i])).toEqual([]);
  });
});

it('nothing looks for words in another way', () => {
  const statements = ['libs', 'apps'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(repository|sql)\.ts$/.test(file) && !file.includes('node_modules'))
      .map((file) => path.join(folder, file)),
  );
  const others = statements.filter((file) =>
    /\b(i?like|similar to|to_tsvector)\b[^'`]*['$]/i.test(withoutComments(file)),
  );

  expect(others).toEqual([]);
  expect(statements.length).toBeGreaterThan(50);
});

describe('of very many people', () => {
  it.each([
    ['those found are looked up', `words @@ asked_words('müller zo')`, 'Bitmap Index Scan on candidate_words'],
    [
      'a page is read along the names',
      `(name, id) > ('M', '${newId()}') order by name, id limit 50`,
      'using candidate_by_name',
    ],
  ])('%s by an index', async (_, condition, index) => {
    await api.dataSource.query(
      `insert into candidate (firm_id, id, name) select $1, gen_random_uuid(), 'Crowd ' || i from generate_series(1, 5000) i`,
      [firm.id],
    );
    await api.dataSource.query('analyze candidate');
    const rows: { 'QUERY PLAN': string }[] = await api.dataSource.query(
      `explain select id from candidate where firm_id = '${firm.id}' and ${condition}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');

    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });
});

describe('the same question', () => {
  const boxes = async (q: string) => {
    const get = async (path: string) =>
      (
        await api
          .request(firm.cookie('partner'))
          .get(`/api/${path}q=${encodeURIComponent(q)}`)
          .expect(200)
      ).body.items;
    return {
      candidates: (await get('candidates?')).map(({ name }: { name: string }) => name),
      clients: (await get('clients?')).map(({ name }: { name: string }) => name),
      searches: (await get('searches?')).map(({ title }: { title: string }) => title),
      found: (await get('find?')).map(({ label }: { label: string }) => label),
    };
  };

  it.each(['muller', 'Mueller', 'MÜLLER', 'ler mul', 'ML müller'])('%s is answered alike in every box', async (q) => {
    await aCandidate(api.dataSource, firm, { name: 'Ada Müller-Lerche', title: 'AI/ML' });
    const clientId = await aClient(api.dataSource, firm, { name: 'Müller & Lerche', industry: 'AI/ML' });
    await aSearch(api.dataSource, firm, { title: 'Head of AI/ML', clientId });

    expect(await boxes(q)).toEqual({
      candidates: ['Ada Müller-Lerche'],
      clients: ['Müller & Lerche'],
      searches: ['Head of AI/ML'],
      found: ['Head of AI/ML', 'Ada Müller-Lerche', 'Müller & Lerche'],
    });
  });

  it.each(['_', '%', '\\', "'", '/', '&'])('without a word in it finds nothing: %s', async (q) => {
    await aCandidate(api.dataSource, firm, { name: 'A_b %' });
    await aClient(api.dataSource, firm, { name: "A_b & 'c' \\ %" });
    await aSearch(api.dataSource, firm, { title: 'A_b / 100%' });

    expect(await boxes(q)).toEqual({ candidates: [], clients: [], searches: [], found: [] });
  });

  it('finds a client by the people there, and the people', async () => {
    const clientId = await aClient(api.dataSource, firm, { name: 'Kestrel Works' });
    await aContact(api.dataSource, firm, clientId, 'Søren Kjær');

    const { body } = await api.request(firm.cookie('partner')).get('/api/find?q=soeren').expect(200);

    expect(body.items).toMatchObject([
      { type: 'client', label: 'Kestrel Works', detail: 'Søren Kjær' },
      { type: 'contact', label: 'Søren Kjær', detail: 'Kestrel Works' },
    ]);
  });
});

describe('lists', () => {
  it('are sorted as dictionaries do, page by page', async () => {
    const names = ['Oda Lund', 'Özgür Sahin', 'van der Berg', 'Zeb Upper'];
    for (const name of [...names].reverse()) {
      await aCandidate(api.dataSource, firm, { name });
      await aClient(api.dataSource, firm, { name });
    }

    for (const path of ['candidates', 'clients']) {
      const seen: string[] = [];
      let after = '';
      do {
        const { body } = await api.request(firm.cookie('partner')).get(`/api/${path}?limit=1${after}`).expect(200);
        seen.push(...body.items.map(({ name }: { name: string }) => name));
        after = body.next ? `&after=${body.next}` : '';
      } while (after);
      expect(seen).toEqual(names);
    }
  });
});

async function found(db: DataSource, pairs: readonly [string, string][]): Promise<boolean[]> {
  const rows: { yes: boolean | null }[] = await db.query(
    `select found_words(p.held) @@ asked_words(p.question) as yes
     from unnest($1::text[], $2::text[]) with ordinality as p (held, question, position) order by position`,
    [pairs.map(([held]) => held), pairs.map(([, question]) => question)],
  );
  return rows.map(({ yes }) => yes === true);
}

const withoutComments = (file: string): string =>
  fs.readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*|--.*/g, '');
