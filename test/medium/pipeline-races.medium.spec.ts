import { aCandidacy } from '../factories/candidacy.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
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

const STAGES = ['contacted', 'assessed', 'presented', 'client_interview'];
const move = (id: string, stage: string) =>
  api
    .request(firm.cookie('researcher'))
    .post(`/api/candidacies/${id}/moves`)
    .send({ version: 1, toStageId: firm.stages[stage] });
const count = async (sql: string, ...values: unknown[]): Promise<number> => {
  const [row] = await api.dataSource.query<{ n: number }[]>(`select count(*)::int as n from ${sql}`, [
    firm.id,
    ...values,
  ]);
  return row?.n ?? -1;
};

describe('moves of one card', () => {
  it('made at the same moment by twenty people succeed once', async () => {
    const { id, searchId } = await aCandidacy(api.dataSource, firm);

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => move(id, STAGES[i % STAGES.length] ?? 'contacted')),
    );

    const won = answers.filter(({ status }) => status === 201);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 19]);
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['stale_version']));
    expect(lost.map(({ body }) => body.current)).toEqual(lost.map(() => won[0]?.body));
    expect(await count('stage_move where firm_id = $1 and candidacy_id = $2', id)).toBe(2);
    expect(await count('audit_entry where firm_id = $1 and subject_id = $2', id)).toBe(1);
    expect(await count('outbox where firm_id = $1 and subject_id = $2', searchId)).toBe(1);
  });

  it('leave nothing behind when the announcement cannot be written', async () => {
    const { id } = await aCandidacy(api.dataSource, firm);
    const row = () => api.dataSource.query('select * from candidacy where firm_id = $1 and id = $2', [firm.id, id]);
    const before = await row();
    const refuse = `refuse_${firm.id.replaceAll('-', '')}`;
    await api.dataSource.query(`
      create function ${refuse}() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger ${refuse} before insert on outbox for each row when (new.firm_id = '${firm.id}') execute function ${refuse}();
    `);

    const { status } = await move(id, 'assessed');

    await api.dataSource.query(`drop trigger ${refuse} on outbox; drop function ${refuse}()`);
    expect(status).toBe(500);
    expect(await row()).toEqual(before);
    expect(await count('stage_move where firm_id = $1 and candidacy_id = $2', id)).toBe(1);
    expect(await count('audit_entry where firm_id = $1')).toBe(0);
    expect((await move(id, 'assessed')).status).toBe(201);
  });

  it('and the same candidate added twice at once is in the search once', async () => {
    const { searchId } = await aCandidacy(api.dataSource, firm);
    const { candidateId } = await aCandidacy(api.dataSource, firm);

    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api.request(firm.cookie('researcher')).post(`/api/searches/${searchId}/candidacies`).send({ candidateId }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(await count('candidacy where firm_id = $1 and search_id = $2', searchId)).toBe(2);
  });
});
