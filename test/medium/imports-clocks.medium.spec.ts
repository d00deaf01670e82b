import { filesOf } from '../lib/small-firms.js';
import { TestImports } from './imports.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

const STAGES = ['engaged', 'assessed', 'presented', 'client_interview'];

const times = (count: number, row: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => row(i));

/** Blocks that reading every clock of a firm takes, as its first import finds it: nobody's clock has been read yet. */
async function blocksRead(people: number): Promise<number> {
  const { firmId, told } = await imports.folder(
    filesOf({
      'searches.csv': ['S,2026-03-02'],
      'candidates.csv': times(people, (i) => `P${i}`),
      'candidacies.csv': times(people, (i) => `S,P${i}`),
      'stage_moves.csv': STAGES.flatMap((stage, day) => times(people, (i) => `S,P${i},${stage},2026-03-1${day}`)),
    }),
  );
  expect(told).toEqual([]);
  await imports.rows('update candidacy set stage_key = id where firm_id = $1', firmId);
  const [row] = await imports.rows<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    'explain (analyze, buffers, format json) select * from candidacy_clock($1, now())',
    firmId,
  );
  const {
    'Actual Rows': rows,
    'Shared Hit Blocks': hit = 0,
    'Shared Read Blocks': read = 0,
  } = row!['QUERY PLAN'][0].Plan;
  expect(rows).toBe(people);
  return hit + read;
}

describe('reading the clocks of a firm that was just brought in', () => {
  it('takes as much for each of many people as for each of a few', async () => {
    const [few, many] = [await blocksRead(200), await blocksRead(3_200)];

    expect(many / 16).toBeLessThan(few * 1.5);
  });
});
