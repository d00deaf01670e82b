import type { Standing } from '@app/pipeline/pipeline.rules.js';
import {
  decideCancelling,
  decideChange,
  decideRestoring,
  decideSetting,
  type InterviewState,
} from './interviews.rules.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const at = (time: string): Date => new Date(`2026-11-20T${time}:00Z`);
const standing = (given: Partial<Standing> = {}): Standing => ({
  stage: {
    id: 'c',
    key: 'c',
    label: 'Client interview',
    kind: 'client_interview',
    position: 5,
    budgetWorkingDays: 5,
    archived: false,
  },
  outcome: null,
  searchStatus: 'open',
  ...given,
});
const interview = (given: Partial<InterviewState> = {}): InterviewState => ({
  startsAt: at('14:00'),
  endsAt: at('15:00'),
  cancelledAt: null,
  ...given,
});

describe('an interview', () => {
  it.each<[string, Partial<Standing>, Partial<InterviewState>, string | null]>([
    ['for this afternoon', {}, {}, null],
    ['while the search is on hold', { searchStatus: 'on_hold' }, {}, null],
    ['that is under way', {}, { startsAt: at('09:30'), endsAt: at('10:30') }, null],
    ['that is over this very moment', {}, { startsAt: at('09:00'), endsAt: NOW }, 'interview_moment_refused'],
    ['that ends when it begins', {}, { endsAt: at('14:00') }, 'interview_moment_refused'],
    ['of exactly a day', {}, { endsAt: new Date('2026-11-21T14:00:00Z') }, null],
    ['of more than a day', {}, { endsAt: new Date('2026-11-21T14:00:01Z') }, 'interview_moment_refused'],
    ['with somebody who left', { outcome: 'withdrawn' }, {}, 'candidacy_ended'],
    ['in a closed search', { searchStatus: 'closed' }, {}, 'search_not_running'],
  ])('is set %s', (_, given, times, expected) => {
    expect(decideSetting(standing(given), interview(times), NOW)?.code ?? null).toBe(expected);
  });

  it.each<[string, Partial<InterviewState>, Partial<InterviewState>, string | null]>([
    ['to a later hour', {}, { endsAt: at('16:00') }, null],
    ['after it was cancelled', { cancelledAt: NOW }, {}, 'interview_cancelled'],
    ['after it was over', { startsAt: at('08:00'), endsAt: NOW }, {}, 'interview_over'],
    ['into the past', {}, { startsAt: at('07:00'), endsAt: at('08:00') }, 'interview_moment_refused'],
  ])('is moved %s', (_, before, times, expected) => {
    expect(decideChange(standing(), interview(before), interview(times), NOW)?.code ?? null).toBe(expected);
  });

  it.each<[string, Partial<InterviewState>, string | null]>([
    ['before it begins', {}, null],
    ['once it has begun', { startsAt: NOW }, 'interview_over'],
    ['twice', { cancelledAt: NOW }, 'interview_cancelled'],
  ])('is cancelled %s', (_, before, expected) => {
    expect(decideCancelling(interview(before), NOW)?.code ?? null).toBe(expected);
  });

  it.each<[string, Partial<Standing>, Partial<InterviewState>, string | null]>([
    ['while it may still be held', {}, { cancelledAt: NOW }, null],
    ['when it was not cancelled', {}, {}, 'interview_not_cancelled'],
    ['after its time', {}, { cancelledAt: NOW, startsAt: at('08:00'), endsAt: at('09:00') }, 'interview_over'],
    ['with somebody who left', { outcome: 'rejected' }, { cancelledAt: NOW }, 'candidacy_ended'],
  ])('is restored %s', (_, given, before, expected) => {
    expect(decideRestoring(standing(given), interview(before), NOW)?.code ?? null).toBe(expected);
  });
});
