import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { noFirmLoops } from './firm-loops.mjs';

const linter = new Linter();
const found = (code: string): number =>
  linter.verify(
    `async () => { ${code} };`,
    [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser as Linter.Parser },
        rules: { 'no-restricted-syntax': ['error', ...noFirmLoops] },
      },
    ],
    'a.ts',
  ).length;

describe('a loop over firms', () => {
  it.each([
    'for (const firmId of await this.repository.list()) await work(firmId);',
    'for (const one of firms) await work(one);',
    'for (const one of await this.planning.firms(db)) await work(one);',
    'for (const one of this.firmsWithSomethingDue()) await work(one);',
    'for (const { firmId } of due) await work(firmId);',
    'for (const { firmId: id, runId } of due) await work(id, runId);',
    'for (const [firmId, mails] of perFirm) await work(firmId, mails);',
    'await Promise.all(ids.map(async (firmId) => work(firmId)));',
    'await Promise.all(due.map(async ({ firmId, id }) => work(firmId, id)));',
  ])('is found: %s', (code) => {
    expect(found(code)).toBeGreaterThan(0);
  });

  it.each([
    'await firmByFirm(db, "sweep", await this.repository.firms(db), (firmId) => work(firmId));',
    'for (const search of searches) await work(firmId, search);',
    'const keys = due.map(({ firmId }) => firmId);',
  ])('is not: %s', (code) => {
    expect(found(code)).toBe(0);
  });
});
