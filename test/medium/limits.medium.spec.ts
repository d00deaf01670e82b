import { aCandidacy } from '../factories/candidacy.factory.js';
import { aFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { openTestApi, type TestApi } from './api.js';

const DAY = 86_400_000;
const OPEN_FOR_DAYS = 29;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

describe('a market window by the firm’s own limits', () => {
  it.each([
    // watched from day, closes on day, how it stands on day 29
    [24, 35, 'closing'],
    [31, 35, 'open'],
    [8, 14, 'closed'],
  ])('of %i and %i days is the same wherever it is shown', async (windowWatchDay, windowCloseDay, state) => {
    const firm = await aFirm(api.dataSource);
    const at = new Date(Date.now() - OPEN_FOR_DAYS * DAY);
    const { id, searchId, candidateId } = await aCandidacy(api.dataSource, firm, { at, stage: 'contacted' });
    await aFlag(api.dataSource, firm.id, searchId);
    const as = api.request(firm.cookie('partner'));
    const settings = { windowWatchDay, windowCloseDay };
    expect((await as.patch('/api/policies/firm').send({ version: 0, settings })).status).toBe(200);
    const shown = { day: OPEN_FOR_DAYS, days: windowCloseDay, state };

    const board = (await as.get(`/api/searches/${searchId}/board`)).body;
    const candidacy = (await as.get(`/api/candidacies/${id}`)).body;
    const candidate = (await as.get(`/api/candidates/${candidateId}`)).body;
    const today = (await as.get('/api/today')).body;
    const health = (await as.get('/api/pipeline-health')).body;

    expect(board.cards[0].window).toMatchObject(shown);
    expect(candidacy.card.window).toEqual(board.cards[0].window);
    expect(candidate.candidacies[0].window).toEqual(board.cards[0].window);
    expect(today.items[0].window).toEqual(board.cards[0].window);
    expect(health.windowsThisWeek.map(({ window }: { window: object }) => window)).toEqual(
      windowCloseDay - OPEN_FOR_DAYS > 0 ? [board.cards[0].window] : [],
    );
  });
});
