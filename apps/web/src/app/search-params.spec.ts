import {
  asOfParams,
  candidateListParams,
  clientListParams,
  clientParams,
  healthParams,
  mailParams,
  remindersParams,
  safeNext,
  searchListParams,
  searchParams,
  signInParams,
} from './search-params';

describe('what a URL may carry', () => {
  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)', 7])(
    'never leads out of the application after signing in: %s',
    (next) => {
      expect(safeNext(next)).toBeUndefined();
    },
  );

  it('leads back to where one wanted to go', () => {
    expect(safeNext('/searches/1?candidacy=2')).toBe('/searches/1?candidacy=2');
  });

  it.each([
    '/searches/0190a000-0000-7000-8000-000000000001?candidacy=0190a000-0000-7000-8000-000000000002',
    '/searches/0190a000-0000-7000-8000-000000000001?tab=flags&why=0190a000-0000-7000-8000-000000000003',
    '/reminders?task=0190a000-0000-7000-8000-000000000004',
    '/settings/notifications',
  ])('brings whoever follows the link of a mail to it after signing in: %s', (link) => {
    const address = new URL('/sign-in', 'https://searchlight.example');
    address.searchParams.set('next', safeNext(link) ?? '');

    const { next } = signInParams(Object.fromEntries(new URL(address.href).searchParams));

    expect(next).toBe(link);
  });

  it('says which task a mail leads to', () => {
    expect(remindersParams({ task: '0190a000-0000-7000-8000-000000000004' })).toEqual({
      task: '0190a000-0000-7000-8000-000000000004',
    });
    expect(remindersParams({})).toEqual({ task: undefined });
  });

  it('drops what nobody could have meant: a role there is not, an id that is none, characters that cannot be kept', () => {
    const id = '0193a0f0-0000-7000-8000-000000000001';

    expect(set(searchListParams({ roleKey: '', leadId: 'ada', q: '\u0000' }))).toEqual({});
    expect(set(healthParams({ roleKey: 'vp_mlops', clientId: id }))).toEqual({ roleKey: 'vp_mlops', clientId: id });
    expect(set(candidateListParams({ city: 'Ber\u0000lin\ud800', layer: 'constructor' }))).toEqual({ city: 'Berlin' });
    expect(set(searchParams({ candidacy: '7', why: 'zz', people: '👩‍💻 \u0000Ada' }))).toEqual({ people: '👩‍💻 Ada' });
    expect(set(asOfParams({ leadId: '%00', at: '\u0000' }))).toEqual({});
    expect(
      [remindersParams({ task: 'x' }), clientParams({ contact: 'x' }), mailParams({ mail: 'x' })].map(set),
    ).toEqual([{}, {}, {}]);
  });

  it('drops filters that do not exist', () => {
    expect(searchListParams({ health: 'splendid', status: 'open', q: 'chief' })).toEqual({
      health: undefined,
      status: 'open',
      q: 'chief',
      leadId: undefined,
    });
    expect(searchParams({ tab: 'report', candidacy: '' })).toEqual({ tab: undefined, candidacy: undefined });
  });

  it('carries the order, the columns and the filters of a list, and drops what the list does not have', () => {
    const id = '0193a0f0-0000-7000-8000-000000000001';
    const asked = { q: 'ada', sort: '-city', columns: 'place.layer', country: 'DE', layer: 'research', active: true };

    expect(candidateListParams(asked)).toMatchObject({ ...asked, active: 'true' });
    expect(set(candidateListParams({ sort: '-phone', country: 'Germany', active: 'maybe', signal: 7 }))).toEqual({});
    expect(set(clientListParams({ sort: 'industry', industry: 'robot', layer: 'research' }))).toEqual({
      sort: 'industry',
      industry: 'robot',
    });
    expect(set(searchListParams({ leadId: id, officeId: 'here', sort: '-health' }))).toEqual({
      leadId: id,
      sort: '-health',
    });
  });
});

const set = (params: object) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
