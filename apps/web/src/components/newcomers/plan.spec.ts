import type { Judged } from './newcomers';
import { changed, choicesOf, personOf, planOf, reasonOf, type Row } from './plan';

const ROW: Row = {
  key: 1,
  choice: null,
  name: ' Ada One ',
  title: '',
  employer: 'One Labs',
  email: 'ada@one.example',
  phone: '',
  profileUrl: '',
  city: '',
  country: 'Germany',
};
const judged = (state: Judged['state'], inSearch = false): Judged => ({
  state,
  problems: [],
  sameAs: state === 'twice' ? 0 : null,
  duplicates: [{ id: 'known', name: 'Ada Known', same: ['email', 'phone'], inSearch }],
});

it('a row is asked about as it was typed, its country by the code', () => {
  expect(personOf(ROW)).toEqual({
    name: 'Ada One',
    title: null,
    employer: 'One Labs',
    email: 'ada@one.example',
    phone: null,
    profileUrl: null,
    city: null,
    country: 'DE',
  });
  expect(personOf({ ...ROW, country: 'Atlantis' }).country).toBe('Atlantis');
});

it('a choice is asked for again when who is typed changes', () => {
  const chosen = changed(ROW, { choice: 'new' });

  expect(chosen.choice).toBe('new');
  expect(changed(chosen, { email: 'another@one.example' })).toEqual({ ...ROW, email: 'another@one.example' });
});

describe('what is sent of a row', () => {
  it.each<[Judged['state'], boolean, string | null, object | null]>([
    ['new', true, null, { name: 'Ada One', country: 'DE' }],
    ['refused', true, null, null],
    ['known', true, null, { candidateId: 'known' }],
    ['known', true, 'new', { force: true }],
    ['known', false, null, null],
    ['known', false, 'new', { force: true }],
    ['in_search', true, null, null],
    ['in_search', true, 'new', { force: true }],
    ['twice', true, null, null],
    ['twice', false, 'new', { force: true }],
    // what was chosen before the row was changed
    ['twice', true, 'known', null],
  ])('%s, into a search: %s, chosen: %s', (state, intoSearch, choice, sent) => {
    const plan = planOf({ ...ROW, choice }, judged(state), intoSearch);
    if (sent === null) expect(plan).toBeNull();
    else expect(plan).toMatchObject(sent);
  });

  it('is nothing before the server has said what it is', () => {
    expect(planOf(ROW, undefined, true)).toBeNull();
  });
});

it('somebody known is asked about by name, and why', () => {
  expect(choicesOf(judged('known'), true).map(({ label }) => label)).toEqual([
    'Add Ada Known, who is known',
    'Someone else: add anyway',
  ]);
  expect(reasonOf(judged('known'))).toBe('Ada Known is here already, with the same email and phone.');
  expect(reasonOf(judged('in_search', true))).toBe(
    'Ada Known is in this search already, with the same email and phone.',
  );
  expect([reasonOf(judged('new')), reasonOf(judged('twice'))]).toEqual([null, null]);
});
