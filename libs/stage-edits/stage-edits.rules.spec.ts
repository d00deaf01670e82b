import fc from 'fast-check';
import { DEFAULT_STAGES, STAGE_KINDS, type Stage, type StageKind } from '@app/stages/stages.types.js';
import { changesBetween, edited, editRefusals, isReordered } from './stage-edits.rules.js';
import type { WantedStage } from './stage-edits.types.js';

const BEFORE: Stage[] = DEFAULT_STAGES.map((stage) => ({ ...stage, id: stage.key, archived: false }));
const wantedOf = ({ id, label, kind, budgetWorkingDays }: Stage): WantedStage => ({
  id,
  label,
  kind,
  budgetWorkingDays,
});
const WANTED = BEFORE.map(wantedOf);
const NOBODY: ReadonlyMap<string, number> = new Map();
const aNew = (label: string, kind: StageKind = 'finalist'): WantedStage => ({ label, kind, budgetWorkingDays: 2 });
const without = (...ids: string[]) => WANTED.filter(({ id }) => !ids.includes(id ?? ''));
const ids = (): (() => string) => {
  let number = 0;
  return () => `new-${(number += 1)}`;
};
const after = (wanted: readonly WantedStage[], before = BEFORE) => edited(before, wanted, ids());

describe('the stages of a firm', () => {
  it.each<[string, WantedStage[], string, string]>([
    ['a stage nobody knows', [...WANTED, { ...aNew('Other'), id: 'other' }], 'stages.8.id', 'There is no such stage'],
    ['one twice', [...WANTED, { ...wantedOf(BEFORE[2] as Stage) }], 'stages.8.id', 'is named twice'],
    ['two of one name', [...WANTED, aNew(' FINALIST')], 'stages.8.label', 'There are two stages called'],
    [
      'another kind',
      WANTED.map((stage) => (stage.id === 'assessed' ? { ...stage, kind: 'presented' } : stage)),
      'stages.2.kind',
      'The kind of Assessed stays Assessed',
    ],
    ['no place to begin', [WANTED[6] as WantedStage, ...without('offer')], 'stages.0.kind', 'Put another stage first'],
    [
      'an acceptance before the offer',
      [...without('offer', 'placed'), WANTED[7] as WantedStage, WANTED[6] as WantedStage],
      'stages.6.kind',
      'Placed has to come after Offer',
    ],
    ['nothing sourced', without('sourced'), 'stages', 'Keep a stage of the kind Sourcing'],
    ['nobody presented', without('presented'), 'stages', 'Keep a stage of the kind Presented'],
    ['no offers', without('offer'), 'stages', 'Keep a stage of the kind Offer'],
    ['nobody placed', without('placed'), 'stages', 'Keep a stage of the kind Placed'],
  ])('cannot have %s', (_, wanted, field, sentence) => {
    expect(editRefusals(BEFORE, wanted, NOBODY)).toContainEqual({
      field,
      message: expect.stringContaining(sentence),
    });
  });

  it('keep one that people stand in, and say how many', () => {
    const people = new Map([
      ['assessed', 1],
      ['finalist', 3],
      ['presented', 9],
    ]);

    expect(editRefusals(BEFORE, without('assessed', 'finalist'), people)).toEqual([
      {
        field: 'stages',
        message: '1 person stands in Assessed in running searches. Move them first, then archive it.',
      },
      {
        field: 'stages',
        message: '3 people stand in Finalist in running searches. Move them first, then archive it.',
      },
    ]);
  });

  it('need no kind that they did not have before', () => {
    const before = BEFORE.filter(({ kind }) => kind !== 'presented');

    expect(editRefusals(before, without('presented'), NOBODY)).toEqual([]);
  });

  it.each<[string, WantedStage[], string[]]>([
    ['as they were', WANTED, []],
    [
      'renamed, with another budget',
      WANTED.map((stage) => (stage.id === 'contacted' ? { ...stage, label: 'Met', budgetWorkingDays: null } : stage)),
      ['Renamed Contacted to Met.', 'Met: no budget of its own, before 3 working days.'],
    ],
    ['with one more', [...WANTED, aNew('References')], ['Added References (Finalist), 2 working days.']],
    ['with one less', without('finalist'), ['Archived Finalist.']],
    [
      'in another order',
      [WANTED[0], WANTED[2], WANTED[1], ...WANTED.slice(3)] as WantedStage[],
      ['The order is now Sourced, Assessed, Contacted, Presented, Client interview, Finalist, Offer, Placed.'],
    ],
  ])('say what changed: %s', (_, wanted, changes) => {
    expect(editRefusals(BEFORE, wanted, NOBODY)).toEqual([]);
    expect(changesBetween(BEFORE, after(wanted))).toEqual(changes);
  });

  it('give a new one a key that import files can use, and never the word of a kind', () => {
    const keys = after([...WANTED, aNew('Réunion & references!'), aNew('Engaged', 'engaged'), aNew('面談')])
      .slice(8)
      .map(({ key }) => key);

    expect(keys).toEqual(['reunion_references', 'engaged_2', 'stage']);
  });

  it('bring back one that was archived, and one more move is an order', () => {
    const archived = after(without('finalist'));
    const back = edited(archived, WANTED, ids());

    expect(changesBetween(archived, back)).toEqual(['Brought back Finalist.']);
    expect(back).toEqual(BEFORE);
    expect(isReordered(BEFORE, archived)).toBe(false);
    expect(isReordered(BEFORE, after([...WANTED, aNew('References')]))).toBe(false);
    expect(isReordered(BEFORE, after([WANTED[0], WANTED[2], WANTED[1], ...WANTED.slice(3)] as WantedStage[]))).toBe(
      true,
    );
  });

  it('begin elsewhere for whoever has no move, when the first one is archived', () => {
    const two: Stage[] = [{ ...(BEFORE[0] as Stage), id: 'mapped', key: 'mapped', label: 'Mapped' }, ...BEFORE];

    expect(isReordered(two, after(WANTED, two))).toBe(true);
  });

  it('whatever is wanted: nothing is lost, the order is as wanted, and asking for the same again changes nothing', () => {
    const someStages = fc.array(fc.tuple(fc.constantFrom(...STAGE_KINDS), fc.boolean()), { maxLength: 8 }).map((list) =>
      list.map(([kind, archived], i): Stage => ({
        ...{ id: `s${i}`, key: `s${i}`, label: `Stage ${i}`, kind, position: i + 1, budgetWorkingDays: null },
        archived,
      })),
    );
    const edits = someStages.chain((before) =>
      fc.record({
        before: fc.constant(before),
        wanted: fc
          .tuple(fc.shuffledSubarray(before.map(wantedOf)), fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 2 }))
          .map(([kept, added]) => [...kept, ...added.map((label) => aNew(label))]),
      }),
    );
    fc.assert(
      fc.property(edits, ({ before, wanted }) => {
        const result = after(wanted, before);
        const inUse = result.filter(({ archived }) => !archived);

        expect(inUse.map(({ label }) => label)).toEqual(wanted.map(({ label }) => label));
        expect(before.every(({ id }) => result.some((stage) => stage.id === id))).toBe(true);
        expect(new Set(result.map(({ key }) => key)).size).toBe(result.length);
        expect(result.map(({ position }) => position)).toEqual(result.map((_, i) => i + 1));
        expect(after(inUse.map(wantedOf), result)).toEqual(result);
      }),
    );
  });
});
