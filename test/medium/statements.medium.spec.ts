import type { DataSource, QueryRunner } from 'typeorm';
import { STATEMENTS } from '../../bench/statements.mjs';
import { statementsOfTheSources, type Statement } from '../lib/statements.js';
import { openTestDatabase } from './database.js';

/** Where texts are composed of more than words, and what runs them instead. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  'apps/cli/src/doctor.repository.ts': 'counts the tables of a list: start.medium.spec.ts',
  'libs/compliance/compliance.repository.ts': 'reads candidate or contact: erasures.medium.spec.ts',
  'libs/merges/': 'works on temporary tables of its own: imports.medium.spec.ts',
  'libs/platform/backup/': 'copies whatever tables there are: backup.medium.spec.ts',
  'libs/platform/database/': 'passes on the statements of others',
  'libs/platform/migrate/': 'makes what it is given: migrations.medium.spec.ts',
  'libs/platform/persons/persons.ts': 'asks what holdings say: holdings.medium.spec.ts',
  'libs/sample/sample.repository.ts': 'removes from whatever tables there are: sample.medium.spec.ts',
  'libs/retention/retention.repository.ts': 'ends one kind after the other: retention.medium.spec.ts',
};
const isReadElsewhere = ({ file }: Statement): boolean =>
  Object.keys(READ_ELSEWHERE).some((place) => file.startsWith(place));

/** What is no such statement needs no plan: locks, settings, notifications. */
const HAS_A_PLAN = /^\s*(select|with|insert|update|delete)\b/i;

let dataSource: DataSource;
let statements: Statement[];
beforeAll(async () => {
  dataSource = await openTestDatabase();
  statements = await statementsOfTheSources();
});
afterAll(() => dataSource.destroy());

describe('the statements of the sources', () => {
  it('are understood by Postgres, as the schema is now', async () => {
    expect(await refused()).toEqual([]);
    const read = statements.filter(({ text }) => text !== null);
    console.log(`statements: ${read.length} read, ${new Set(named().map(({ name }) => name)).size} of them by name`);
  });

  it('are all read, but for some that others run', () => {
    const unread = statements.filter((one) => one.text === null && !isReadElsewhere(one)).map(({ at }) => at);

    // one that stands here: compose it of constants, or say above who runs it
    expect(unread).toEqual([]);
    expect(
      Object.keys(READ_ELSEWHERE).filter((place) => !statements.some(({ file }) => file.startsWith(place))),
    ).toEqual([]);
  });

  it('have a name for one text alone, where they are prepared', () => {
    const texts = new Map<string, Set<string | null>>();
    for (const { name, text } of named()) texts.set(name, (texts.get(name) ?? new Set()).add(text));

    expect(texts.size).toBeGreaterThan(20);
    expect([...texts].filter(([, known]) => known.size !== 1 || known.has(null))).toEqual([]);
  });

  it('are what the bare server of the benchmark sends', () => {
    const words = (text: string | null | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? '';
    const ours = new Map(named().map(({ name, text }) => [name, words(text)]));

    for (const [name, text] of Object.entries(STATEMENTS)) expect([name, words(text)]).toEqual([name, ours.get(name)]);
  });

  it.each([
    ['alter table candidacy rename stage_since to stage_from', 'board_cards'],
    ['alter table search_check rename next_check_at to look_at', 'stalls_next_checks'],
    ['alter table task rename due_at to due', 'libs/tasks/tasks.repository.ts'],
    ['drop view search_header cascade', 'board_header'],
  ])('are refused after "%s"', async (change, whom) => {
    expect((await refused(change)).join('\n')).toContain(whom);
  });
});

const named = () => statements.flatMap(({ name, text }) => (name === null ? [] : [{ name, text }]));

/** Statements that Postgres cannot plan; in a transaction that is rolled back. */
async function refused(change?: string): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    if (change) await runner.query(change);
    await runner.query('savepoint before');
    const refusals: string[] = [];
    for (const { at, name, text } of statements.filter((one) => !isReadElsewhere(one))) {
      const error = text !== null && HAS_A_PLAN.test(text) ? await refusalOf(runner, text) : null;
      if (error) refusals.push(`${at} ${name ?? ''}: ${error}`);
    }
    return refusals;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

async function refusalOf(runner: QueryRunner, text: string): Promise<string | null> {
  try {
    await runner.query(`explain (generic_plan) ${text}`);
    return null;
  } catch (error) {
    await runner.query('rollback to savepoint before');
    return (error as Error).message;
  }
}
