import type { Standing } from '@app/pipeline/pipeline.rules.js';
import { localDate } from '@app/platform/time/local-date.js';
import { decideAccepted, decideDecision, decideExtending, decideStartDate } from './offers.rules.js';
import type { DecideOffer, ExtendOffer, Offer } from './offers.types.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const standing = (given: Partial<Standing> = {}): Standing => ({
  stage: {
    id: 'f',
    key: 'finalist',
    label: 'Finalist',
    kind: 'finalist',
    position: 6,
    budgetWorkingDays: 3,
    archived: false,
  },
  outcome: null,
  searchStatus: 'open',
  ...given,
});
const ORDER = { openedAt: new Date('2026-11-02T09:00:00Z'), zone: 'Europe/Berlin' };
const codeOf = (decision: object): string | null =>
  'refused' in decision ? (decision.refused as { code: string }).code : null;

describe('extending an offer', () => {
  it.each<[string, Partial<Standing>, boolean, Partial<ExtendOffer>, string | null]>([
    ['to a finalist', {}, false, {}, null],
    ['while the search is on hold', { searchStatus: 'on_hold' }, false, {}, null],
    ['while another candidate has one', { searchStatus: 'offer' }, false, {}, null],
    ['while the candidate has one already', { searchStatus: 'offer' }, true, {}, 'offer_already_out'],
    ['to somebody who withdrew', { outcome: 'withdrawn' }, false, {}, 'candidacy_ended'],
    ['in a closed search', { searchStatus: 'closed' }, false, {}, 'search_not_running'],
    ['tomorrow', {}, false, { extendedAt: new Date('2026-11-21T10:00:00Z') }, 'offer_moment_refused'],
    ['that expires before it was made', {}, false, { expiresAt: NOW }, 'offer_moment_refused'],
    [
      'before its search was opened',
      {},
      false,
      { extendedAt: new Date('2026-11-01T10:00:00Z') },
      'offer_moment_refused',
    ],
    ['on the day it was opened', {}, false, { extendedAt: new Date('2026-11-01T23:00:00Z') }, null],
    ['that runs a week', {}, false, { expiresAt: new Date('2026-11-27T10:00:00Z') }, null],
  ])('%s is decided', (_, given, undecided, input, expected) => {
    expect(codeOf(decideExtending(standing(given), undecided, ORDER, { version: 1, ...input }, NOW))).toBe(expected);
  });

  it('bears the moment it went out', () => {
    const extendedAt = new Date('2026-11-18T16:00:00Z');

    expect(decideExtending(standing(), false, ORDER, { version: 1, extendedAt }, NOW)).toEqual({ extendedAt });
    expect(decideExtending(standing(), false, ORDER, { version: 1 }, NOW)).toEqual({ extendedAt: NOW });
  });
});

describe('deciding an offer', () => {
  const offer: Offer = {
    id: 'o',
    candidacyId: 'c',
    searchId: 's',
    extendedAt: new Date('2026-11-16T10:00:00Z'),
    expiresAt: null,
    decidedAt: null,
    decision: null,
    startDate: null,
    takenBackAt: null,
    version: 1,
  };

  it.each<[string, Partial<Standing>, Partial<Offer>, Partial<DecideOffer>, string | null]>([
    ['accepted', {}, {}, { decision: 'accepted', startDate: localDate('2027-02-01') }, null],
    ['declined', {}, {}, { decision: 'declined' }, null],
    ['accepted in a closed search', { searchStatus: 'closed' }, {}, { decision: 'accepted' }, 'search_not_running'],
    ['accepted by somebody who left', { outcome: 'withdrawn' }, {}, { decision: 'accepted' }, 'candidacy_ended'],
    ['expired in a closed search', { searchStatus: 'closed' }, {}, { decision: 'expired' }, null],
    ['decided twice', {}, { decision: 'declined' }, { decision: 'accepted' }, 'offer_already_decided'],
    ['declined with a start', {}, {}, { startDate: localDate('2027-02-01') }, 'start_date_without_acceptance'],
    ['decided before it went out', {}, {}, { decidedAt: new Date('2026-11-16T09:59:59Z') }, 'offer_moment_refused'],
    ['decided on the day it went out', {}, {}, { decidedAt: new Date('2026-11-15T23:00:00Z') }, null],
    [
      'to start before it',
      {},
      {},
      { decision: 'accepted', startDate: localDate('2026-11-15') },
      'offer_moment_refused',
    ],
    ['to start on its day', {}, {}, { decision: 'accepted', startDate: localDate('2026-11-16') }, null],
    ['decided tomorrow', {}, {}, { decidedAt: new Date('2026-11-21T10:00:00Z') }, 'offer_moment_refused'],
  ])('%s', (_, given, stored, input, expected) => {
    const decision = decideDecision(
      standing(given),
      { ...offer, ...stored },
      ORDER.zone,
      { version: 1, decision: 'declined', ...input },
      NOW,
    );

    expect(codeOf(decision)).toBe(expected);
  });

  it('moves its first day, but not before the offer', () => {
    const accepted = { ...offer, decision: 'accepted' as const };

    expect(decideStartDate(accepted, localDate('2026-11-16'), ORDER.zone)).toBeNull();
    expect(decideStartDate(accepted, null, ORDER.zone)).toBeNull();
    expect(decideStartDate(accepted, localDate('2026-11-15'), ORDER.zone)?.code).toBe('offer_moment_refused');
    expect(decideStartDate(offer, localDate('2026-11-16'), ORDER.zone)?.code).toBe('offer_not_accepted');
  });

  it.each<[string, Partial<Offer>, string | null]>([
    ['accepted', { decision: 'accepted' }, null],
    ['undecided', {}, 'offer_not_accepted'],
    ['declined', { decision: 'declined' }, 'offer_not_accepted'],
    ['accepted and taken back', { decision: 'accepted', takenBackAt: NOW }, 'offer_not_accepted'],
  ])('%s, has a first day and can be taken back only while the acceptance holds', (_, stored, expected) => {
    expect(decideAccepted({ ...offer, ...stored })?.code ?? null).toBe(expected);
  });
});
