import fc from 'fast-check';
import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** The document with every text emptied: its shape, its keys and all that is no text. */
function frame(part: unknown): unknown {
  if (typeof part === 'string') return '';
  if (Array.isArray(part)) return part.map(frame);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, frame(value)]));
}

function texts(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(texts) : [];
}

/** Where it stands by itself: no letter of it has another one beside it. */
function says(name: string): RegExp {
  const [before, behind] = [/^[\p{L}\p{N}]/u.test(name), /[\p{L}\p{N}]$/u.test(name)];
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${before ? '(?<![\\p{L}\\p{N}])' : ''}${written}${behind ? '(?![\\p{L}\\p{N}])' : ''}`, 'iu');
}

const LETTERS = fc.constantFrom(...'abcXYZ019 éÖñ"\\\'/.-*+?()[]{}|^$,:_'.split(''), ' ');
const NAME = fc
  .oneof(
    fc.constantFrom(
      'null',
      'True',
      'false',
      '4930901820',
      '1',
      'name',
      'Null Null',
      'a "b" c',
      '\\',
      '***',
      '{}',
      '[]',
    ),
    fc.string({ unit: LETTERS, minLength: 1, maxLength: 8 }),
  )
  .map((name) => name.trim())
  .filter((name) => name !== '' && !says(name).test('[erased]'));

const withNames = (name: string): fc.Arbitrary<unknown> => {
  const named = fc.constantFrom(
    name,
    name.toUpperCase(),
    `Ask ${name}, or ${name}.`,
    `${name}${name}`,
    `x${name} ${name}x`,
  );
  const text = fc.oneof(fc.string({ unit: LETTERS, maxLength: 12 }), { arbitrary: named, weight: 3 });
  const key = fc.oneof(fc.string({ unit: LETTERS, maxLength: 6 }), fc.constantFrom(name, 'name'));
  const number = fc.oneof(fc.integer(), fc.constantFrom(4930901820, 1, 0.5));
  return fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      ...[{ arbitrary: text, weight: 4 }, number, fc.boolean(), fc.constant(null)],
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any;
};

describe('words taken out of a document', () => {
  it('leave it a document of the same shape, with the same keys and numbers, in whose texts nobody is named', async () => {
    const cases = NAME.chain((name) => withNames(name).map((document) => ({ name, document })));
    let named = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ name, document }) => {
        const [{ after }] = await api.dataSource.query('select erase_words_in($1::jsonb, array[$2]::text[]) as after', [
          JSON.stringify(document),
          name,
        ]);
        expect(frame(after)).toEqual(frame(document));
        expect(texts(after).filter((text) => says(name).test(text))).toEqual([]);
        const before = texts(document);
        if (before.some((text) => says(name).test(text))) named += 1;
        else expect(after).toEqual(document);
      }),
      { numRuns: 400, seed: 20_261_130 },
    );
    expect(named).toBeGreaterThan(100);
  }, 60_000);
});

describe('somebody whose name or number is a word of JSON', () => {
  let firm: TestFirm;
  beforeEach(async () => {
    firm = await aFirm(api.dataSource);
  });
  const as = (role: Role) => api.request(firm.cookie(role));
  const rows = (sql: string, ...more: unknown[]) => api.dataSource.query(sql, [firm.id, ...more]);

  it.each([
    ['Null', null],
    ['True', null],
    ['people', null],
    ['Zoë Example', '4930901820'],
  ])('is erased like anybody: %s, %s', async (name, phone) => {
    const past = await History.of(api.dataSource, firm);
    const { id } = (await as('partner').post('/api/candidates').send({ name, phone }).expect(201)).body;
    const searchId = await past.search({ openedAt: '2026-10-01T09:00:00Z' });
    const at = '2026-10-02T09:00:00Z';
    const candidacyId = await past.candidacy(searchId, { stage: 'contacted', at, candidateId: id });
    const evidence = { people: [{ name, phone }], asked: null, late: true, count: 4930901820 };
    await rows(
      `insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state, since,
                               deadline, basis, evidence, sentence, next_step)
       select $1, $2, 'stage_overdue', 'stalled', search_id, id, id, stage_key, 'open', now(), now(), '{}', $4, 'x', 'y'
       from candidacy where firm_id = $1 and id = $3`,
      ...[newId(), candidacyId, evidence],
    );
    const body = { person: { kind: 'candidate', id }, reason: 'other', requestedOn: '2026-11-20', confirm: name };
    const { status } = await as('partner').post('/api/erasures').send(body);

    expect(status).toBe(201);
    expect(await rows('select evidence from stall_flag where firm_id = $1')).toEqual([
      { evidence: { ...evidence, people: [{ name: '[erased]', phone: phone && '[erased]' }] } },
    ]);
  });
});
