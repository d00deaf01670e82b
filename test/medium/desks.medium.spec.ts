import { DesksRepository } from '@app/desks/desks.repository.js';
import { DESKS, type SearchFigures } from '@app/desks/desks.types.js';
import { inPlay, turnsOf } from '@app/desks/desks.rules.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let past: History;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  firm = await aFirm(api.dataSource, { timeZone: 'Europe/Berlin' });
  past = await History.of(api.dataSource, firm);
});

const figuresOf = (searchId: string, as: 'partner' | 'researcher' = 'partner') =>
  api.request(firm.cookie(as)).get(`/api/searches/${searchId}/figures`);
const day = (n: number, hour = 9): string => new Date(Date.UTC(2026, 2, 2 + n, hour)).toISOString();
const rounded = (days: SearchFigures['days']) => DESKS.map((desk) => Number(days[desk].toFixed(6)));

/** Presented, heard of, met, heard of, offered: with a hold, a correction and somebody who left. */
async function aSearchWithAPast() {
  const searchId = await past.search({ openedAt: day(0) });
  const one = await past.candidacy(searchId, { stage: 'sourced', at: day(1) });
  await past.move(searchId, one, 'contacted', day(2));
  await past.move(searchId, one, 'presented', day(6));
  await past.said(searchId, one, 'client_feedback', day(9));
  await past.move(searchId, one, 'client_interview', day(10));
  await past.hold(searchId, day(12), day(15));
  await past.said(searchId, one, 'interview', day(16));
  await past.said(searchId, one, 'client_feedback', day(18));
  const mistaken = await past.move(searchId, one, 'finalist', day(19));
  await past.correct(searchId, one, mistaken, day(19, 10));
  const offer = await past.offer(searchId, one, day(20));
  await past.decide(searchId, offer, 'declined', day(24));
  const other = await past.candidacy(searchId, { stage: 'assessed', at: day(20) });
  await past.move(searchId, other, 'presented', day(22));
  await past.end(searchId, other, day(26));
  return { searchId, one, other };
}

describe('whose desk the days of a search were on', () => {
  it('is said for each person and for the search, with the time in stages against their budgets', async () => {
    const { searchId, one, other } = await aSearchWithAPast();
    await past.close(searchId, day(30));

    const { body } = await figuresOf(searchId).expect(200);

    expect(body).toMatchObject({ openedAt: day(0), closedAt: day(30), ageDays: 30, inPlay: 2, words: null });
    // on hold, candidate, client, firm; summer time begins within and takes nothing from elapsed days
    expect(rounded(body.days)).toEqual([3, 4, 3 + 2 + 3 + 2, 30 - 3 - 4 - 10]);
    const people = body.people as SearchFigures['people'];
    expect(people.map(({ candidacyId, from, to, days }) => [candidacyId, from, to, rounded(days)])).toEqual([
      [one, day(2), day(30), [3, 4, 3 + 2 + 3, 28 - 3 - 4 - 8]],
      [other, day(20), day(26), [0, 0, 4, 2]],
    ]);
    expect(people[0]?.stays.map(({ label, from, to, standing }) => [label, from, to, standing])).toEqual([
      ['Contacted', day(2), day(6), false],
      ['Presented', day(6), day(10), false],
      ['Client interview', day(10), day(30), false],
    ]);
    // what begins on a Sunday counts as on the Monday
    expect(
      (body.stages as SearchFigures['stages']).map(({ label, budgetDays, stays, overBudget, longestDays }) => [
        label,
        budgetDays,
        stays,
        overBudget,
        longestDays,
      ]),
    ).toEqual([
      ['Contacted', 3, 1, 0, 2],
      ['Assessed', 4, 1, 0, 1],
      ['Presented', 4, 2, 0, 3],
      ['Client interview', 4, 1, 1, 13],
    ]);
  });

  it('is the client’s exactly where the clocks say that they owe a word', async () => {
    const { searchId } = await aSearchWithAPast();
    const asOf = new Date(day(29));
    const people = await new DesksRepository().people(api.dataSource.manager, firm.id, searchId, asOf);
    const clientTurns = async (moment: Date): Promise<string[]> => {
      const rows: { id: string }[] = await api.dataSource.query(
        `select candidacy_id as id from candidacy_clock($1, $2, $3)
         where client_turn_at is not null and ended_at is null order by 1`,
        [firm.id, moment, searchId],
      );
      return rows.map(({ id }) => id);
    };
    const course = { from: new Date(day(0)), to: asOf, holds: [], closed: false };
    const seen: boolean[] = [];
    for (let n = 0; n < 29; n++) {
      const moment = new Date(day(n));
      // an offer goes before, and is not what is compared
      const waiting = people.flatMap((person) => {
        const span = inPlay(person, course);
        const turns = span ? turnsOf({ ...person, offers: [] }, span, []) : [];
        const turn = turns.find(({ from, to }) => from <= moment && to > moment);
        return turn?.desk === 'client' ? [person.candidacyId] : [];
      });
      expect([n, waiting.sort()]).toEqual([n, await clientTurns(moment)]);
      seen.push(waiting.length > 0);
    }
    expect(new Set(seen)).toEqual(new Set([true, false]));
  });

  it('counts the episode that runs, and whoever stood there before it', async () => {
    const searchId = await past.search({ openedAt: day(0) });
    await past.candidacy(searchId, { stage: 'presented', at: day(1) });
    await past.close(searchId, day(10));
    await past.reopen(searchId, day(20));

    const { body } = await figuresOf(searchId).expect(200);

    expect(body).toMatchObject({ openedAt: day(20), closedAt: null, people: [{ from: day(20) }] });
    expect(body.stretches).toMatchObject([{ desk: 'client', from: day(20) }]);
    expect(body.people[0].stays).toMatchObject([{ label: 'Presented', from: day(20), standing: true }]);
  });

  it('is the firm’s where nobody came into play, and words say so', async () => {
    const searchId = await past.search({ openedAt: day(0) });
    await past.candidacy(searchId, { stage: 'sourced', at: day(1) });

    const { body } = await figuresOf(searchId).expect(200);

    expect(body).toMatchObject({ words: 'Nobody has come into play yet', people: [], stages: [], inPlay: 0 });
    expect(body.days.firm).toBe(body.ageDays);
  });

  it('is nobody’s to know who may not see the search', async () => {
    const searchId = await past.search({ openedAt: day(0), confidential: true });

    const { body } = await figuresOf(searchId, 'researcher').expect(404);

    expect(body).toMatchObject({ code: 'search_not_found' });
  });
});
