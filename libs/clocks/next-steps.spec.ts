import { STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';
import { stepOf } from '../../test/lib/by-the-book/next-steps.js';
import { aCandidacy, aSearch, at, flagOf } from '../../test/lib/facts.js';
import {
  ANSWERED_STEP,
  CLIENT_SILENT_STEPS,
  DECISION_MAKER_STEP,
  EMPTY_SEARCH_STEP,
  NO_PROGRESS_STEPS,
  OFFER_EXPIRED_STEP,
  OFFER_PENDING_STEP,
  PACE_STEP,
  SLATE_LATE_STEPS,
  STAGE_OVERDUE_STEPS,
  THIN_PIPELINE_STEP,
  WINDOW_CLOSED_STEPS,
  WINDOW_CLOSING_STEPS,
} from './sentences.rules.js';

const ALL = STAGE_KINDS;
const BEFORE_PLACED = ALL.filter((kind) => kind !== 'placed');

describe('the table of next steps in docs/CLOCKS.md', () => {
  it.each<[string, Readonly<Record<StageKind, string>>, readonly StageKind[]]>([
    ['no_progress', NO_PROGRESS_STEPS, ALL],
    ['slate_late', SLATE_LATE_STEPS, ALL],
    ['stage_overdue', STAGE_OVERDUE_STEPS, BEFORE_PLACED.filter((kind) => kind !== 'sourcing')],
    ['window_closing', WINDOW_CLOSING_STEPS, BEFORE_PLACED],
    ['window_closed', WINDOW_CLOSED_STEPS, BEFORE_PLACED],
    ['client_silent', CLIENT_SILENT_STEPS, ['presented', 'client_interview', 'finalist']],
  ])('says of %s what the rule says, by kind of stage', (rule, steps, kinds) => {
    expect(kinds.map((kind) => [kind, stepOf(rule, kind)])).toEqual(kinds.map((kind) => [kind, steps[kind]]));
  });

  it.each([
    ['no_progress', 'nobody live', EMPTY_SEARCH_STEP],
    ['slate_late', 'nobody live', EMPTY_SEARCH_STEP],
    ['thin_pipeline', 'nobody live', EMPTY_SEARCH_STEP],
    ['pace', 'nobody live', EMPTY_SEARCH_STEP],
    ['no_progress', 'answered', ANSWERED_STEP],
    ['stage_overdue', 'answered', ANSWERED_STEP],
    ['offer_pending', 'not expired', OFFER_PENDING_STEP],
    ['offer_pending', 'expired', OFFER_EXPIRED_STEP],
    ['thin_pipeline', 'anybody live', THIN_PIPELINE_STEP],
    ['pace', 'anybody live', PACE_STEP],
    ['decision_maker_silent', 'always', DECISION_MAKER_STEP],
  ])('says of %s, %s, what the rule says', (rule, of, step) => {
    expect(stepOf(rule, of)).toBe(step);
  });
});

describe('the next step for somebody in a stage of the client', () => {
  const standing = { stageKind: 'presented', stageBudgetDays: 1, stageSince: at('2026-11-02T09:00:00Z') } as const;
  const stepFor = (over: Parameters<typeof aCandidacy>[0]) =>
    (['stage_overdue', 'no_progress'] as const).map(
      (rule) =>
        flagOf(aSearch({ candidacies: [aCandidacy({ ...standing, ...over })] }), rule, '2026-11-20T12:00:00Z')
          ?.nextStep,
    );

  it.each([
    ['who was shown and has an answer', { stageKey: 'move-3' }, [ANSWERED_STEP, ANSWERED_STEP]],
    [
      'who was shown and has none',
      { stageKey: 'move-3', clientTurnKey: 'move-3', clientTurnAt: at('2026-11-02T09:00:00Z') },
      [STAGE_OVERDUE_STEPS.presented, NO_PROGRESS_STEPS.presented],
    ],
    [
      'who came in there without a move, and was shown to nobody',
      { candidacyId: 'candidacy-9', stageKey: 'candidacy-9' },
      [STAGE_OVERDUE_STEPS.presented, NO_PROGRESS_STEPS.presented],
    ],
  ])('%s', (_, over, steps) => {
    expect(stepFor(over)).toEqual(steps);
  });
});
