import { localDateOf } from '@app/platform/time/zone.js';
import { dateOf, dayOf, plusDays } from '@app/platform/time/local-date.js';
import { aClient } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';
import { BASE, TestImports } from './imports.js';

let api: TestApi;
let imports: TestImports;
let firm: TestFirm;
beforeAll(async () => {
  api = await openTestApi();
  imports = await TestImports.open();
});
afterAll(() => Promise.all([api.close(), imports.dataSource.destroy()]));
beforeEach(async () => {
  firm = await aFirm(api.dataSource);
});

const today = () => dayOf(localDateOf(new Date(), 'Europe/Berlin'));
const inDays = (days: number) => dateOf(plusDays(today(), days));
const REFUSED = [
  ['the day before', -1, /^The target date cannot come before the search was opened, on \w{3} \d+ \w{3} \d{4}\.$/],
  ['a slip of the year', 1900, /^The target date cannot lie more than five years after the opening of the search: /],
] as const;

describe('a target date that cannot be', () => {
  it.each(REFUSED)('is refused when a search is opened: %s', async (_, days, sentence) => {
    const search = { roleKey: 'vp_mlops', officeId: firm.officeId, leadUserId: firm.users.consultant.id };
    const clientId = await aClient(api.dataSource, firm);

    const { status, body } = await api
      .request(firm.cookie('consultant'))
      .post('/api/searches')
      .send({ ...search, clientId, targetDate: inDays(days) });

    expect([status, body.code]).toEqual([400, 'target_date_refused']);
    expect(body.detail).toMatch(sentence);
    expect(body.errors).toEqual([{ field: 'targetDate', message: body.detail }]);
  });

  it.each(REFUSED)('is refused when it is changed, and nothing else is: %s', async (_, days, sentence) => {
    const searchId = await aSearch(api.dataSource, firm, { openedAt: new Date() });
    const edit = (version: number, targetDate: string) =>
      api.request(firm.cookie('partner')).patch(`/api/searches/${searchId}`).send({ version, targetDate });

    const { status, body } = await edit(1, inDays(days));

    expect([status, body.code]).toEqual([400, 'target_date_refused']);
    expect(body.detail).toMatch(sentence);
    expect((await edit(1, inDays(0))).body).toMatchObject({ targetDate: inDays(0), version: 2 });
  });

  it('is refused by the import in the same cases', async () => {
    const rows = ['2025-12-31', '2026-03-02', '2026-03-01', '1900-01-01', '2031-03-02', '2031-03-03', '2199-12-31', ''];
    const head = 'search_ref,client_ref,title,role_key,office,lead_email,opened_at,target_date\n';
    const searches = rows.map(
      (target, i) => `T-${i},C-1,Seat,vp_mlops,new_york,ada@firm.example,2026-03-02,${target}\n`,
    );
    const { told } = await imports.folder({
      ...{ 'offices.csv': BASE['offices.csv'], 'users.csv': BASE['users.csv'], 'clients.csv': BASE['clients.csv'] },
      'searches.csv': head + searches.join(''),
    });

    expect(told).toEqual([
      expect.stringMatching(/2\b.*target_date is before opened_at/),
      expect.stringMatching(/4\b.*target_date is before opened_at/),
      expect.stringMatching(/5\b.*target_date is before opened_at/),
      expect.stringMatching(/7\b.*target_date is more than five years after opened_at/),
      expect.stringMatching(/8\b.*target_date is more than five years after opened_at/),
    ]);
  });
});
