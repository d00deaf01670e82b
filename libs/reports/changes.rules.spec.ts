import type { Health } from '@app/vocabulary/vocabulary.types.js';
import { changesSince, lastMonday } from './changes.rules.js';
import type { RecentSearch } from './reports.types.js';

describe('last Monday', () => {
  it.each([
    ['on a Wednesday', '2026-11-25T09:00:00Z', 'Europe/Berlin', '2026-11-22T23:00:00.000Z'],
    ['on a Sunday', '2026-11-29T09:00:00Z', 'Europe/Berlin', '2026-11-22T23:00:00.000Z'],
    ['on a Monday: a week ago', '2026-11-23T06:00:00Z', 'Europe/Berlin', '2026-11-15T23:00:00.000Z'],
    ['where Monday has begun already', '2026-11-22T23:30:00Z', 'Europe/Berlin', '2026-11-15T23:00:00.000Z'],
    ['where it is Sunday still', '2026-11-22T23:30:00Z', 'UTC', '2026-11-16T00:00:00.000Z'],
    ['over a change of the clocks', '2026-03-30T09:00:00Z', 'Europe/Berlin', '2026-03-22T23:00:00.000Z'],
  ])('%s', (_, now, zone, expected) => {
    expect(lastMonday(new Date(now), zone).toISOString()).toBe(expected);
  });
});

describe('what changed', () => {
  const since = new Date('2026-11-15T23:00:00Z');
  const before = new Date('2026-11-01T09:00:00Z');
  const after = new Date('2026-11-18T09:00:00Z');
  const search = (id: string, more: Partial<RecentSearch> = {}): RecentSearch => ({
    ...{ id, ref: null, title: id, clientName: 'Acme', leadName: 'Ada', status: 'open' as const },
    episodeOpenedAt: before,
    closedAt: null,
    ...more,
  });
  const healths = (of: Record<string, Health>) => new Map(Object.entries(of));
  const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);

  const changes = changesSince(
    since,
    healths({
      same: 'stalled',
      worse: 'at_risk',
      better: 'stalled',
      held: 'stalled',
      placed: 'stalled',
      ended: 'on_track',
      hidden: 'stalled',
    }),
    healths({ same: 'stalled', worse: 'stalled', better: 'on_track', held: 'on_hold', fresh: 'stalled' }),
    [
      search('same'),
      search('worse'),
      search('better'),
      search('held', { status: 'on_hold' }),
      search('placed', { status: 'placed', closedAt: after }),
      search('ended', { status: 'closed', closedAt: after }),
      search('fresh', { episodeOpenedAt: after }),
      search('brief', { status: 'closed', episodeOpenedAt: after, closedAt: after }),
    ],
  );

  it('counts what this person may see as it was then', () => {
    expect(changes.countsThen).toEqual({ stalled: 4, atRisk: 1, onTrack: 1, onHold: 0 });
  });

  it('names every search whose lot is another', () => {
    expect(titles(changes.becameStalled)).toEqual(['worse', 'fresh']);
    expect(titles(changes.recovered)).toEqual(['better']);
    expect(titles(changes.putOnHold)).toEqual(['held']);
    expect(titles(changes.opened)).toEqual(['fresh', 'brief']);
    expect(titles(changes.placed)).toEqual(['placed']);
    expect(titles(changes.closed)).toEqual(['ended', 'brief']);
  });

  it('counts all and names fifty', () => {
    const many = Array.from({ length: 60 }, (_, n) => search(`s-${n}`, { episodeOpenedAt: after }));
    const { opened } = changesSince(since, new Map(), new Map(), many);

    expect([opened.count, opened.items.length]).toEqual([60, 50]);
  });
});
