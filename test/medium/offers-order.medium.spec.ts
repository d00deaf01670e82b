import { endOfDay, startOfDay } from '@app/platform/time/zone.js';
import { localDate } from '@app/platform/time/local-date.js';
import { aCandidacy } from '../factories/candidacy.factory.js';
import { aFirm } from '../factories/firm.factory.js';
import { filesOf } from '../lib/small-firms.js';
import { openTestApi, type TestApi } from './api.js';
import { TestImports } from './imports.js';

const ZONE = 'Europe/Berlin';
const OPENED = '2026-03-02T09:00:00+01:00';

let api: TestApi;
let imports: TestImports;
beforeAll(async () => {
  [api, imports] = [await openTestApi(), await TestImports.open()];
});
afterAll(async () => {
  await api.close();
  await imports.dataSource.destroy();
});

/** A day without a time, or a moment. */
interface Story {
  extended: string;
  expires?: string;
  decided?: string;
  decision?: 'accepted' | 'declined';
  starts?: string;
}

interface Kept {
  extended: Date;
  expires: Date | null;
  decided: Date | null;
}

const KEPT =
  'select extended_at as extended, expires_at as expires, decided_at as decided from offer where firm_id = $1';

async function byImport({ extended, expires = '', decided = '', decision, starts = '' }: Story): Promise<Kept[]> {
  const { firmId } = await imports.folder({
    ...filesOf({ 'searches.csv': [`S,${OPENED}`], 'candidates.csv': ['P'], 'candidacies.csv': ['S,P'] }),
    'offers.csv':
      'offer_ref,search_ref,candidate_ref,extended_at,expires_at,decided_at,decision,start_date\n' +
      `O,S,P,${extended},${expires},${decided},${decision ?? ''},${starts}\n`,
  });
  return imports.rows<Kept>(KEPT, firmId);
}

/** As the screen does: a day is sent as its first moment, or as the one after its last. */
async function byApi({ extended, expires, decided, decision, starts }: Story): Promise<Kept[]> {
  const firm = await aFirm(api.dataSource, { timeZone: ZONE });
  const { id } = await aCandidacy(api.dataSource, firm, { stage: 'finalist', at: new Date(OPENED) });
  const post = (path: string, body: object) =>
    api
      .request(firm.cookie('partner'))
      .post(`/api/${path}`)
      .send({ version: 1, ...body });
  const out = await post(`candidacies/${id}/offers`, {
    extendedAt: momentOf(extended, startOfDay),
    ...(expires && { expiresAt: momentOf(expires, endOfDay) }),
  });
  const answers = [out];
  if (out.status === 201 && decision) {
    answers.push(
      await post(`offers/${out.body.offerId}/decision`, {
        decision,
        decidedAt: momentOf(decided ?? '', startOfDay),
        ...(starts && { startDate: starts }),
      }),
    );
  }
  const refused = answers.filter(({ status }) => status >= 400).map(({ body }) => body.code as string);
  if (refused.length > 0) {
    expect(refused).toEqual(['offer_moment_refused']);
    return [];
  }
  return api.dataSource.query<Kept[]>(KEPT, [firm.id]);
}

const momentOf = (said: string, ofDay: typeof startOfDay): string =>
  (said.length === 10 ? ofDay(localDate(said), ZONE) : new Date(said)).toISOString();

describe('the order of an offer is one, by the API and by an import', () => {
  const afternoon = '2026-03-05T15:00:00+01:00';

  it.each<[string, Story]>([
    ['on the day before its search', { extended: '2026-03-01' }],
    ['a second before its search', { extended: '2026-03-02T08:59:59+01:00' }],
  ])('refused: extended %s', async (_, story) => {
    expect([await byApi(story), await byImport(story)]).toEqual([[], []]);
  });

  it.each<[string, Story]>([
    ['an expiry on the day before', { extended: afternoon, expires: '2026-03-04' }],
    ['an expiry at the same moment', { extended: afternoon, expires: afternoon }],
    ['an answer on the day before', { extended: afternoon, decided: '2026-03-04', decision: 'declined' }],
    ['an answer a second before', { extended: afternoon, decided: '2026-03-05T14:59:59+01:00', decision: 'declined' }],
    [
      'a first day before the offer',
      { extended: afternoon, decided: '2026-03-06', decision: 'accepted', starts: '2026-03-04' },
    ],
    [
      'a first day that is over at the office',
      { extended: '2026-03-06T00:30:00+01:00', decided: '2026-03-07', decision: 'accepted', starts: '2026-03-05' },
    ],
  ])('refused: %s', async (_, story) => {
    expect([await byApi(story), await byImport(story)]).toEqual([[], []]);
  });

  it.each<[string, Story, [extended: string, expires: string | null, decided: string | null]]>([
    ['on the day of the opening', { extended: '2026-03-02' }, ['2026-03-02T08:00:00Z', null, null]],
    ['at the opening', { extended: OPENED }, ['2026-03-02T08:00:00Z', null, null]],
    [
      'valid through its own day',
      { extended: afternoon, expires: '2026-03-05' },
      ['2026-03-05T14:00:00Z', '2026-03-05T23:00:00Z', null],
    ],
    [
      'answered on its own day',
      { extended: afternoon, decided: '2026-03-05', decision: 'declined' },
      ['2026-03-05T14:00:00Z', null, '2026-03-05T14:00:00Z'],
    ],
    [
      'answered on the day of the opening',
      { extended: '2026-03-02', decided: '2026-03-02', decision: 'declined' },
      ['2026-03-02T08:00:00Z', null, '2026-03-02T08:00:00Z'],
    ],
    [
      'with a first day on its own day, late at night',
      { extended: '2026-03-05T23:30:00+01:00', decided: '2026-03-06', decision: 'accepted', starts: '2026-03-05' },
      ['2026-03-05T22:30:00Z', null, '2026-03-05T23:00:00Z'],
    ],
  ])('kept alike: %s', async (_, story, [extended, expires, decided]) => {
    const kept = [
      {
        extended: new Date(extended),
        expires: expires === null ? null : new Date(expires),
        decided: decided === null ? null : new Date(decided),
      },
    ];

    expect([await byApi(story), await byImport(story)]).toEqual([kept, kept]);
  });
});
