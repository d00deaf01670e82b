import { type Outcome, SEARCH_STATUSES, type SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import {
  allowedPerStage,
  correctableMove,
  decideAdding,
  decideCorrection,
  decideMove,
  decideOffering,
  decideOutcome,
  decideReactivation,
  firstStage,
  isForward,
  windowOpening,
  type EffectiveMove,
  type Standing,
} from './pipeline.rules.js';
import { STAGE_KINDS, type Stage, type StageKind } from '@app/stages/stages.types.js';

const STAGES: Stage[] = STAGE_KINDS.map((kind, i) => ({
  id: kind,
  key: kind,
  label: kind,
  kind,
  position: i + 1,
  budgetWorkingDays: 3,
  archived: false,
}));
const stage = (kind: StageKind): Stage => STAGES[STAGE_KINDS.indexOf(kind)] as Stage;
const standing = (kind: StageKind, outcome: Outcome | null = null, searchStatus: SearchStatus = 'open'): Standing => ({
  stage: stage(kind),
  outcome,
  searchStatus,
});
const RUNNING: SearchStatus[] = ['open', 'on_hold', 'offer'];
const OVER = SEARCH_STATUSES.filter((status) => !RUNNING.includes(status));

describe('a candidacy', () => {
  it('begins in the first stage that is in use', () => {
    const stages = STAGES.map((one, i) => ({ ...one, archived: i === 0 }));

    expect(firstStage(stages)?.kind).toBe('engaged');
    expect(decideAdding('open', { ...stage('sourcing'), archived: true })?.code).toBe('stage_archived');
  });
});

describe('a move', () => {
  it.each([
    ['forward', standing('assessed'), 'presented', null],
    ['forward over stages', standing('sourcing'), 'finalist', null],
    ['back', standing('finalist'), 'sourcing', null],
    ['back from an offer that was declined', standing('offer'), 'finalist', null],
    ['to where the candidate already is', standing('assessed'), 'assessed', 'same_stage'],
    ['into an offer', standing('finalist'), 'offer', 'stage_needs_offer'],
    ['into a placement', standing('offer'), 'placed', 'stage_needs_offer'],
    ['of somebody who withdrew', standing('assessed', 'withdrawn'), 'presented', 'candidacy_ended'],
    ['of somebody who was placed', standing('placed', 'placed'), 'presented', 'candidacy_ended'],
  ] as const)('%s is decided', (_, from, to, expected) => {
    expect(decideMove(from, stage(to))?.code ?? null).toBe(expected);
  });

  it('leads to no stage that is archived, and out of one', () => {
    const archived = { ...stage('presented'), archived: true };

    expect(decideMove(standing('assessed'), archived)?.code).toBe('stage_archived');
    expect(decideMove({ ...standing('presented'), stage: archived }, stage('assessed'))).toBeNull();
  });

  it.each(RUNNING)('is possible while the search is %s', (status) => {
    expect(decideMove(standing('assessed', null, status), stage('presented'))).toBeNull();
  });

  it.each(OVER)('is refused while the search is %s', (status) => {
    expect(decideMove(standing('assessed', null, status), stage('presented'))?.code).toBe('search_not_running');
  });

  it('is forward when the new stage comes later in the process', () => {
    expect(isForward(stage('assessed'), stage('presented'))).toBe(true);
    expect(isForward(stage('presented'), stage('assessed'))).toBe(false);
    expect(isForward(stage('presented'), stage('presented'))).toBe(false);
  });
});

describe('adding a candidate', () => {
  it.each([
    ['in the first stage', 'open', stage('sourcing'), null],
    ['in a later stage, as when a client names somebody', 'open', stage('client_interview'), null],
    ['to a search on hold', 'on_hold', stage('sourcing'), null],
    ['to a closed search', 'closed', stage('sourcing'), 'search_not_running'],
    ['straight into an offer', 'open', stage('offer'), 'stage_needs_offer'],
    ['straight into a placement', 'open', stage('placed'), 'stage_needs_offer'],
  ] as const)('%s is decided', (_, status, into, expected) => {
    expect(decideAdding(status, into)?.code ?? null).toBe(expected);
  });
});

describe('an outcome', () => {
  it.each([
    ['a live candidacy', null, false, null],
    ['one that has ended', 'rejected', false, 'candidacy_ended'],
    ['one with an offer out', null, true, 'offer_undecided'],
  ] as const)('for %s is decided', (_, outcome, undecided, expected) => {
    expect(decideOutcome(outcome, undecided)?.code ?? null).toBe(expected);
  });
});

describe('bringing a candidacy back', () => {
  it.each([
    ['that was withdrawn', standing('assessed', 'withdrawn'), null],
    ['that was rejected', standing('assessed', 'rejected', 'on_hold'), null],
    ['that never ended', standing('assessed'), 'candidacy_not_ended'],
    ['that ended in a placement', standing('placed', 'placed'), 'candidacy_placed'],
    ['in a closed search', standing('assessed', 'rejected', 'closed'), 'search_not_running'],
  ] as const)('%s is decided', (_, from, expected) => {
    expect(decideReactivation(from)?.code ?? null).toBe(expected);
  });
});

describe('a correction', () => {
  const move = (id: string, byOffer = false): EffectiveMove => ({ id, toStageId: 'assessed', byOffer });

  it.each([
    ['the latest move', standing('assessed'), [move('a'), move('b')], 'b', null],
    ['an earlier move', standing('assessed'), [move('a'), move('b'), move('c')], 'b', 'move_not_correctable'],
    ['the move that began the candidacy', standing('assessed'), [move('a')], 'a', 'move_not_correctable'],
    ['a move that was corrected before', standing('assessed'), [move('a'), move('b')], 'gone', 'move_not_correctable'],
    ['the move an offer made', standing('offer'), [move('a'), move('b', true)], 'b', 'move_not_correctable'],
    ['a move of somebody who left', standing('assessed', 'withdrawn'), [move('a'), move('b')], 'b', 'candidacy_ended'],
    [
      'a move in a closed search',
      standing('assessed', null, 'closed'),
      [move('a'), move('b')],
      'b',
      'search_not_running',
    ],
  ] as const)('of %s is decided', (_, from, moves, id, expected) => {
    expect(decideCorrection(from, moves, id)?.code ?? null).toBe(expected);
    expect(correctableMove(from, moves) === id).toBe(expected === null);
  });
});

describe('what may be done with a card', () => {
  const all = { work: true, offer: true };

  it('are moves to every other stage short of an offer, both outcomes, and an offer', () => {
    expect(allowedPerStage(STAGES, 'open', all)({ stageId: 'presented', offerOut: false })).toEqual({
      moveTo: ['sourcing', 'engaged', 'assessed', 'client_interview', 'finalist'],
      outcomes: ['withdrawn', 'rejected'],
      offer: true,
    });
  });

  it('leaves offers to those who may make them', () => {
    expect(
      allowedPerStage(STAGES, 'open', { work: true, offer: false })({ stageId: 'finalist', offerOut: false }).offer,
    ).toBe(false);
  });

  it('is only an outcome once the search is closed', () => {
    expect(allowedPerStage(STAGES, 'closed', all)({ stageId: 'presented', offerOut: false })).toEqual({
      moveTo: [],
      outcomes: ['withdrawn', 'rejected'],
      offer: false,
    });
  });

  it('agrees with what a move is then allowed to do', () => {
    for (const status of SEARCH_STATUSES) {
      const allowed = allowedPerStage(STAGES, status, all);
      for (const from of STAGES) {
        const accepted = STAGES.filter((to) => decideMove(standing(from.kind, null, status), to) === null);
        expect(allowed({ stageId: from.id, offerOut: false }).moveTo).toEqual(accepted.map(({ id }) => id));
      }
    }
  });

  it('agrees with what an offer and an outcome are then refused by', () => {
    for (const status of SEARCH_STATUSES) {
      const allowed = allowedPerStage(STAGES, status, all);
      for (const { id, kind } of STAGES) {
        for (const offerOut of [false, true]) {
          const { offer, outcomes } = allowed({ stageId: id, offerOut });
          expect(offer).toBe(decideOffering(standing(kind, null, status), offerOut) === null);
          expect(outcomes.length > 0).toBe(decideOutcome(null, offerOut) === null);
        }
      }
    }
  });

  it('is neither another offer nor an outcome while one is out', () => {
    expect(allowedPerStage(STAGES, 'offer', all)({ stageId: 'offer', offerOut: true })).toMatchObject({
      outcomes: [],
      offer: false,
    });
    expect(decideOffering(standing('offer', null, 'offer'), true)?.code).toBe('offer_already_out');
  });
});

describe('the market window', () => {
  const MOVED = new Date('2026-11-02T09:00:00Z');
  const BEFORE = new Date('2026-10-20T00:00:00Z');
  const AFTER = new Date('2026-11-03T00:00:00Z');

  it.each([
    ['does not open while the candidate is only sourced', 'sourcing', BEFORE, null],
    ['opens with the first stage after sourcing', 'engaged', null, MOVED],
    ['opens earlier where the candidate says so', 'engaged', BEFORE, BEFORE],
    ['does not open later than the first contact', 'engaged', AFTER, MOVED],
  ] as const)('%s', (_, kind, inMarketSince, expected) => {
    expect(windowOpening(kind, MOVED, inMarketSince)).toEqual(expected);
  });
});
