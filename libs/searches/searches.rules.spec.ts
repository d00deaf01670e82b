import { SEARCH_STATUSES, type SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { localDate } from '@app/platform/time/local-date.js';
import {
  allowedActions,
  isTeamAndBriefOf,
  momentAfter,
  refusal,
  searchDay,
  targetDateRefusal,
  teamOf,
} from './searches.rules.js';
import type { SearchAction } from './searches.types.js';

const ACTIONS: SearchAction[] = ['edit', 'addCandidates', 'hold', 'resume', 'close', 'reopen'];

describe('what may be done with a search follows from its status', () => {
  const table: [SearchStatus, SearchAction[]][] = [
    ['draft', ['edit', 'close']],
    ['open', ['edit', 'addCandidates', 'hold', 'close']],
    ['on_hold', ['edit', 'addCandidates', 'resume', 'close']],
    ['offer', ['edit', 'addCandidates', 'hold', 'close']],
    ['placed', ['edit', 'reopen']],
    ['closed', ['edit', 'reopen']],
  ];

  it('says so for every status', () => {
    expect(table.map(([status]) => status)).toEqual([...SEARCH_STATUSES]);
  });

  it.each(table)('%s: %j', (status, possible) => {
    const accepted = ACTIONS.filter((action) => refusal(action, status) === null);

    expect(accepted).toEqual(possible);
  });

  it.each<[SearchAction, SearchStatus, string]>([
    ['hold', 'closed', 'This search is closed: only a running search can be put on hold.'],
    ['hold', 'on_hold', 'This search is on hold: only a running search can be put on hold.'],
    ['resume', 'open', 'This search is running: only a search on hold can be resumed.'],
    ['close', 'placed', 'This search has ended in a placement: only a search that has not ended can be closed.'],
    ['reopen', 'offer', 'This search has an offer out: only a search that has ended can be reopened.'],
    ['addCandidates', 'closed', 'This search is closed: reopen it before adding candidates.'],
  ])('a refusal of %s while %s says why', (action, status, sentence) => {
    expect(refusal(action, status)).toBe(sentence);
  });
});

describe('what may be done with a search follows from the role', () => {
  it.each(['admin', 'partner', 'consultant', 'system'] as const)('a %s may run it', (role) => {
    expect(allowedActions({ role }, 'open')).toEqual({
      edit: true,
      addCandidates: true,
      hold: true,
      resume: false,
      close: true,
      reopen: false,
    });
  });

  it('a researcher may add candidates and nothing else', () => {
    const allowed = SEARCH_STATUSES.map((status) => allowedActions({ role: 'researcher' }, status));

    expect(allowed.map(({ addCandidates }) => addCandidates)).toEqual([false, true, true, true, false, false]);
    expect(allowed.some(({ edit, hold, resume, close, reopen }) => edit || hold || resume || close || reopen)).toBe(
      false,
    );
  });
});

describe('the day of a search', () => {
  it.each([
    ['the opening day, late in the evening', '2026-11-02T08:00:00Z', '2026-11-02T22:59:00Z', 'Europe/Berlin', 0],
    ['one minute after the first midnight', '2026-11-02T08:00:00Z', '2026-11-02T23:01:00Z', 'Europe/Berlin', 1],
    ['the same moments seen from New York', '2026-11-02T08:00:00Z', '2026-11-02T23:01:00Z', 'America/New_York', 0],
    ['across the end of summer time', '2026-10-24T10:00:00Z', '2026-10-26T10:00:00Z', 'Europe/Berlin', 2],
  ])('%s', (_, opened, until, zone, day) => {
    expect(searchDay(new Date(opened), new Date(until), zone)).toBe(day);
  });
});

describe('the moment of a change', () => {
  const now = new Date('2026-11-21T09:00:00.000Z');

  it.each([
    ['now when nothing came before', null, '2026-11-21T09:00:00.000Z'],
    ['now when the last change is past', '2026-11-21T08:59:59.999Z', '2026-11-21T09:00:00.000Z'],
    ['just after a change of this very moment', '2026-11-21T09:00:00.000Z', '2026-11-21T09:00:00.001Z'],
    ['just after a change by a server whose clock is ahead', '2026-11-21T09:00:02.000Z', '2026-11-21T09:00:02.001Z'],
  ])('is %s', (_, previous, at) => {
    expect(momentAfter(previous ? new Date(previous) : null, now)).toEqual(new Date(at));
  });
});

describe('the team of a search', () => {
  it.each([
    ['is the lead at least', [], null, ['lead']],
    ['names nobody twice', ['b', 'lead', 'b'], null, ['lead', 'b']],
    ['includes whoever made it confidential', ['b'], 'c', ['lead', 'b', 'c']],
  ])('%s', (_, others, confidentialBy, team) => {
    expect(teamOf('lead', others, confidentialBy)).toEqual(team);
  });
});

describe('the target date of a search', () => {
  // still Sunday 4 October in New York
  const opened = new Date('2026-10-05T01:00:00Z');
  const EARLY = 'The target date cannot come before the search was opened, on Mon 5 Oct 2026.';
  const LATE =
    'The target date cannot lie more than five years after the opening of the search: Sun 5 Oct 2031 is the last day.';

  it.each([
    ['1900-01-01', 'Europe/Berlin', EARLY],
    ['2026-10-04', 'Europe/Berlin', EARLY],
    ['2026-10-04', 'America/New_York', null],
    ['2026-10-05', 'Europe/Berlin', null],
    ['2031-10-05', 'Europe/Berlin', null],
    ['2031-10-06', 'Europe/Berlin', LATE],
    ['2099-12-31', 'Europe/Berlin', LATE],
  ])('%s, at an office in %s: %s', (target, zone, sentence) => {
    expect(targetDateRefusal(localDate(target), opened, zone)).toBe(sentence);
  });
});

describe('an edit of team and brief', () => {
  const criterion = { text: 'Has run clusters', kind: 'technical', mustHave: true } as const;
  const before = {
    lead: { id: 'ada', name: 'Ada' },
    team: [
      { id: 'ada', name: 'Ada' },
      { id: 'bob', name: 'Bob' },
    ],
    criteria: [criterion],
  };

  it.each([
    ['names neither', {}, true],
    ['names the team in another order, without the lead', { teamUserIds: ['bob'] }, true],
    ['names somebody more', { teamUserIds: ['bob', 'cyd'] }, false],
    ['names nobody', { teamUserIds: [] }, false],
    ['repeats the brief', { criteria: [{ ...criterion }] }, true],
    ['wants something less', { criteria: [{ ...criterion, mustHave: false }] }, false],
    ['empties the brief', { criteria: [] }, false],
  ])('that %s changes nothing: %j', (_, edit, same) => {
    expect(isTeamAndBriefOf(before, edit)).toBe(same);
  });
});
