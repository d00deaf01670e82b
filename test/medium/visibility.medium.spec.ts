import { readFileSync } from 'node:fs';
import { type Ask, type Asked, asker } from '../lib/ask.js';
import { type Asker, type Expectation, RELATIONS, type Relation, THINGS_OF_A_FIRM } from '../lib/expectation.js';
import { ROLES } from '@app/identity/identity.types.js';
import { EXPECTATIONS } from '../lib/expectations.js';
import { idsOf, type Operation, operationsOf } from '../lib/operations.js';
import { aStage, type Stage } from '../lib/scenes.js';
import { pdfText } from '../lib/pdf-text.js';
import { openTestApi, type TestApi } from './api.js';

const ADDRESS = new URL('../../openapi.json', import.meta.url);
const operations = operationsOf(JSON.parse(readFileSync(ADDRESS, 'utf8')));
const rowsOf = (operation: Operation): readonly Expectation[] => EXPECTATIONS[operation.id] ?? [];
/** What must be one and the same to who asks. */
const UNSEEN: readonly Relation[] = ['hidden', 'foreign', 'unknown'];
/** Who comes while others of the firm are under way is told to come back. */
const ONE_AT_A_TIME = new Set([
  'flags_asOf',
  'reports_pipelineHealthChanges',
  'reports_pipelineHealthPdf',
  'imports_start',
  'logSheets_erasures',
  'logSheets_mailLog',
  'logSheets_reminders',
  'logSheets_today',
  'sheets_candidates',
  'sheets_clients',
  'sheets_figures',
  'sheets_searches',
]);
const ELSEWHERE = RELATIONS.filter((relation) => relation !== 'own');

let api: TestApi;
let stage: Stage;
let ask: Ask;
beforeAll(async () => {
  // so many that no request waits for another of its firm, however slow the machine
  api = await openTestApi({ DATABASE_POOL: '40' });
  stage = await aStage(api.dataSource);
  await api.app.listen(0, '127.0.0.1');
  ask = asker(await api.app.getUrl(), stage);
});
afterAll(() => api.close());

describe('the table of who is answered what', () => {
  it('has a row for every operation, and none for others', () => {
    const known = operations.map(({ id }) => id);

    expect(known.filter((id) => !EXPECTATIONS[id])).toEqual([]);
    expect(Object.keys(EXPECTATIONS).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('says of every id in a request what it stands for', () => {
    const silent = operations.flatMap((operation) => {
      const named = new Set(
        rowsOf(operation).flatMap(({ names, others = [] }) => [...Object.keys(names ?? {}), ...others]),
      );
      return idsOf(operation)
        .filter((place) => !named.has(place))
        .map((place) => `${operation.id} ${place}`);
    });

    expect(silent).toEqual([]);
  });
});

describe('nobody sees what is not for them', () => {
  let [requests, combinations] = [0, 0];
  afterAll(() =>
    console.info(`visibility: ${operations.length} operations, ${combinations} combinations, ${requests} requests`),
  );

  it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const faults: string[] = [];
    const hear = async (row: Expectation, asked: Asked): Promise<string> => {
      const answer = await ask(operation, row, asked);
      const expected = expectedStatus(row, asked);
      requests += 1;
      if (answer.status !== expected)
        faults.push(`${sayAsked(asked)}: ${answer.status}, not ${expected}: ${answer.body.slice(0, 200)}`);
      return JSON.stringify(row.ofItsMoment ? timeless(answer) : answer);
    };
    const askAll = async (row: Expectation, who: Asker): Promise<void> => {
      await hear(row, { who, place: null, relation: 'own' });
      for (const place of Object.keys(row.names ?? {})) {
        const answers = new Map<Relation, string>();
        for (const relation of ELSEWHERE) answers.set(relation, await hear(row, { who, place, relation }));
        combinations += ELSEWHERE.length;
        const alike = isOfFirm(row, place) ? UNSEEN.filter((relation) => relation !== 'hidden') : UNSEEN;
        const different = new Set(alike.map((relation) => answers.get(relation)));
        if (different.size > 1) faults.push(`${who}, ${place}: ${[...different].join(' is not ')}`);
      }
    };
    for (const row of rowsOf(operation)) {
      const askers = askersOf(row);
      if (ONE_AT_A_TIME.has(operation.id)) for (const who of askers) await askAll(row, who);
      else await Promise.all(askers.map((who) => askAll(row, who)));
    }

    expect(faults).toEqual([]);
  });
});

/** What an answer says, whenever it was made. */
function timeless({ status, headers, body }: Awaited<ReturnType<Ask>>): object {
  const { etag: _, 'content-length': __, ...others } = headers;
  const text = body.startsWith('%PDF') ? pdfText(Buffer.from(body, 'latin1')) : body;
  return { status, headers: others, body: text.replaceAll(/\d\d:\d\d(:\d\d\.\d{3}Z)?/g, '') };
}

/** What is for everybody is asked by who has no session alone: signing out would end the others'. */
const askersOf = ({ isPublic }: Expectation): readonly Asker[] => (isPublic ? ['anonymous'] : [...ROLES, 'anonymous']);

const sayAsked = ({ who, place, relation }: Asked): string => `${who}, ${place ?? 'everything'} ${relation}`;

const isOfFirm = (row: Expectation, place: string | null): boolean =>
  THINGS_OF_A_FIRM.some((thing) => place !== null && thing === row.names?.[place]);

function expectedStatus(row: Expectation, { who, place, relation }: Asked): number {
  if (row.isPublic) return row.answers;
  if (who === 'anonymous') return 401;
  const isOfAddress = place?.startsWith('path.') ?? false;
  const isSeen = !UNSEEN.includes(relation) || (relation === 'hidden' && isOfFirm(row, place));
  const isElsewhere = isOfAddress && relation !== 'own';
  const may = (isElsewhere ? (row.mayElsewhere ?? row.may) : row.may).includes(who);
  const refused = row.otherwise ?? 403;
  if (isSeen) return may ? ((relation === 'own' ? undefined : row.apart) ?? row.answers) : refused;
  const unseen = row.unseen?.[place ?? ''] ?? (isOfAddress ? 404 : 400);
  return row.may.includes(who) || (row.seenFirst && isOfAddress) ? unseen : refused;
}
