import type { Stage, Stages } from '../../../lib/answers';
import { changeCount, changedTo, moved, NOTHING, shownStages, toSave, without, type StageDraft } from './draft';

const stage = (id: string, position: number, kind: Stage['kind'] = 'assessed'): Stage => ({
  ...{ id, key: id, label: id, kind, position, budgetWorkingDays: 3, archived: false },
});
const SAVED: Stages = {
  version: 5,
  items: [stage('sourced', 1, 'sourcing'), stage('met', 2), stage('offer', 4, 'offer'), stage('placed', 5, 'placed')],
  archived: [{ ...stage('referenced', 3), archived: true }],
  allowed: { edit: true },
};
const labels = (draft: StageDraft, stages = SAVED) => shownStages(stages, draft).map(({ label }) => label);
const rowOf = (key: string, draft = NOTHING) => {
  const row = shownStages(SAVED, draft).find((one) => one.key === key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
};

describe('what was done to the stages', () => {
  it('is nothing at first', () => {
    expect(labels(NOTHING)).toEqual(['sourced', 'met', 'offer', 'placed']);
    expect(changeCount(SAVED, NOTHING, shownStages(SAVED, NOTHING))).toBe(0);
  });

  it('renames, and a name typed back is no change', () => {
    const met = SAVED.items[1];
    const renamed = changedTo(NOTHING, rowOf('met'), met, { label: 'spoken with' });

    expect(labels(renamed)).toEqual(['sourced', 'spoken with', 'offer', 'placed']);
    expect(changeCount(SAVED, renamed, shownStages(SAVED, renamed))).toBe(1);
    expect(changedTo(renamed, rowOf('met'), met, { label: 'met' })).toEqual(NOTHING);
  });

  it('adds before the offer, moves, archives and brings back to where it was', () => {
    const added = changedTo({ ...NOTHING, added: ['new'] }, { key: 'new' }, undefined, { label: 'tested' });
    const up = moved(shownStages(SAVED, added), added, 'new', -1);
    const archived = without(up, rowOf('met', up));
    const back = { ...archived, restored: ['referenced'] };

    expect(labels(added)).toEqual(['sourced', 'met', 'tested', 'offer', 'placed']);
    expect(labels(up)).toEqual(['sourced', 'tested', 'met', 'offer', 'placed']);
    expect(labels(archived)).toEqual(['sourced', 'tested', 'offer', 'placed']);
    expect(labels(back)).toEqual(['sourced', 'referenced', 'tested', 'offer', 'placed']);
    expect(changeCount(SAVED, back, shownStages(SAVED, back))).toBe(3);
    expect(toSave(shownStages(SAVED, back))[2]).toEqual({
      ...{ id: null, label: 'tested', kind: 'finalist', budgetWorkingDays: null },
    });
  });

  it('takes a new one away without a trace, and moves nothing beyond the ends', () => {
    const added = { ...NOTHING, added: ['new'] };

    expect(without(added, rowOf('new', added))).toEqual(NOTHING);
    expect(moved(shownStages(SAVED, NOTHING), NOTHING, 'sourced', -1)).toBe(NOTHING);
    expect(moved(shownStages(SAVED, NOTHING), NOTHING, 'placed', 1)).toBe(NOTHING);
  });

  it('stays when somebody else saved meanwhile, with what they added', () => {
    const down = moved(shownStages(SAVED, NOTHING), NOTHING, 'sourced', 1);
    const newer = { ...SAVED, items: [...SAVED.items.slice(0, 2), stage('cased', 3), ...SAVED.items.slice(2)] };

    expect(labels(down, newer)).toEqual(['met', 'cased', 'sourced', 'offer', 'placed']);
  });
});
