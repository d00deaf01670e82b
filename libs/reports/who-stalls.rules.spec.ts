import { narrowedTo, whoStalls } from './who-stalls.rules.js';
import type { RankedSearch } from './reports.types.js';

const AT = new Date('2026-03-25T09:00:00Z');
const named = (name: string) => ({ id: name.toLowerCase(), name });

const search = (id: string, lead: string, health: RankedSearch['health'], overdueSince: string | null = null) => ({
  id,
  status: 'open' as const,
  severities: [],
  health,
  lead: named(lead),
  client: named('Acme'),
  office: named('berlin'),
  zone: 'Europe/Berlin',
  roleKey: 'chief_ai_officer',
  episodeOpenedAt: new Date('2026-10-01T09:00:00Z'),
  overdueSince: overdueSince ? new Date(overdueSince) : null,
});

describe('who stalls most', () => {
  const searches = [
    search('a', 'Ada', 'on_track'),
    search('b', 'Ben', 'stalled', '2026-03-24T22:30:00Z'),
    search('c', 'Ada', 'at_risk', '2026-03-20T17:00:00Z'),
    search('d', 'Cleo', 'stalled', '2026-03-24T23:30:00Z'),
    search('e', 'Cleo', 'on_hold'),
  ];
  const groups = whoStalls(searches, new Map([['c', 2]]), AT);

  it('comes first: most stalled, then most at risk, then the oldest flag', () => {
    expect(groups.leads.map(({ name }) => name)).toEqual(['Ben', 'Cleo', 'Ada']);
  });

  it('has every search once, the days of the oldest flag by the local dates of its office, and the windows', () => {
    expect(groups.leads).toMatchObject([
      { name: 'Ben', searches: 1, stalled: 1, atRisk: 0, onTrack: 0, onHold: 0, oldestFlagDays: 1, windowsClosing: 0 },
      { name: 'Cleo', searches: 2, stalled: 1, atRisk: 0, onTrack: 0, onHold: 1, oldestFlagDays: 0, windowsClosing: 0 },
      { name: 'Ada', searches: 2, stalled: 0, atRisk: 1, onTrack: 1, onHold: 0, oldestFlagDays: 5, windowsClosing: 2 },
    ]);
    for (const group of [groups.clients, groups.offices])
      expect(group).toMatchObject([{ searches: 5, stalled: 2, atRisk: 1, onTrack: 1, onHold: 1, oldestFlagDays: 5 }]);
  });

  it('says no days where no flag is open', () => {
    expect(whoStalls([search('a', 'Ada', 'on_track')], new Map(), AT).leads[0]?.oldestFlagDays).toBeNull();
    expect(whoStalls([], new Map(), AT)).toEqual({ leads: [], clients: [], offices: [] });
  });

  it('names what it is narrowed to', () => {
    expect(narrowedTo({}, groups, null)).toEqual([]);
    expect(narrowedTo({ roleKey: 'caio' }, groups, null)).toEqual(['role: caio']);
    expect(
      narrowedTo({ leadId: 'ada', officeId: 'paris', clientId: 'acme', roleKey: 'caio' }, groups, 'Chief AI Officer'),
    ).toEqual(['lead: Ada', 'office: one', 'client: Acme', 'role: Chief AI Officer']);
  });
});
