import { crossingsIn, judge, ownersOf } from './owners.mjs';

const source = (name: string, text: string) => ({ name: `libs/${name}`, room: name.split('/')[0] ?? '', text });
const SOURCES = [
  source('searches/search.entity.ts', `@Entity('search')\nexport class SearchEntity {}`),
  source('offers/offer.entity.ts', `@Entity('offer')\nexport class OfferEntity {}`),
  source('stalls/search-check.entity.ts', `@Entity('search_check')\nexport class SearchCheckEntity {}`),
  source(
    'offers/offers.sql.ts',
    `view(\n  'candidacy_offer',\n  \`select o.id from offer o join search s on s.id = o.search_id\`)`,
  ),
];
const mayCall = (from: string, to: string) => from === 'reports' || (from === 'offers' && to === 'searches');
const judged = (name: string, text: string, named: Parameters<typeof judge>[1]['named'] = []) => {
  const sources = [...SOURCES, source(name, text)];
  const { refused, idle } = judge(
    crossingsIn(sources, ownersOf(sources).tables),
    { spine: ['search'], named },
    mayCall,
  );
  return { refused: refused.map(({ room, how, table }) => `${room} ${how} ${table}`), idle };
};

describe('the owner of a table', () => {
  it('is the room of its entity, and of a view the room that makes it', () => {
    const { tables, published } = ownersOf(SOURCES);

    expect([...tables]).toEqual([
      ['search', 'searches'],
      ['offer', 'offers'],
      ['search_check', 'stalls'],
    ]);
    expect([...published]).toEqual([['candidacy_offer', 'offers']]);
  });
});

describe('a room and the tables of others', () => {
  it.each<[string, string, string, string[]]>([
    ['its own table', 'offers/offers.repository.ts', '`update offer set base = 1`', []],
    ['a view of another room', 'reports/reports.repository.ts', '`select 1 from candidacy_offer`', []],
    ['the spine, further down', 'reports/reports.repository.ts', '`select 1 from search s`', []],
    ['the spine, further up', 'clients/clients.repository.ts', '`select 1 from search s`', ['clients reads search']],
    [
      'the spine in a view, which may climb',
      'clients/clients.sql.ts',
      "view('client_search', `select 1 from search`)",
      [],
    ],
    [
      'another table',
      'reports/reports.repository.ts',
      '`select 1\n  from x join offer o on true`',
      ['reports reads offer'],
    ],
    ['writing a table', 'reports/reports.service.ts', '`insert into search (id)`', ['reports writes search']],
    [
      'writing beside reading',
      'reports/a.ts',
      '`with x as (delete from offer) select 1`',
      ['reports writes offer', 'reports reads offer'],
    ],
    ['a comment', 'reports/a.ts', '/** Deletes from offer. */\n// update offer', []],
  ])('%s', (_, name, text, refused) => {
    expect(judged(name, text).refused).toEqual(refused);
  });

  it('is named with a reason where it must be, as long as it is', () => {
    const named = [
      { room: 'policies', reads: ['offer'], writes: ['search_check'], why: 'has searches looked at again' },
    ];

    expect(judged('policies/policies.repository.ts', '`update search_check k set x = 1`', named)).toEqual({
      refused: [],
      idle: ['policies reads offer'],
    });
  });
});
