import fc from 'fast-check';
import type { Criterion } from '../../../lib/answers';
import { compareBriefs } from './compare-briefs';

const must = (text: string): Criterion => ({ text, kind: 'technical', mustHave: true });
const CLUSTERS = must('Has run accelerator clusters');
const HIRING = must('Has hired and kept engineers');
const KERNELS = must('Tunes kernels personally');
const BRIEF = [CLUSTERS, HIRING, KERNELS];
const marks = (before: readonly Criterion[], after: readonly Criterion[]) => {
  const compared = compareBriefs(before, after);
  return [compared.before, compared.after].map((side) => side.map((one) => one.marks.join(', ')));
};

describe('two briefs side by side', () => {
  it.each<[string, readonly Criterion[], string[], string[]]>([
    ['the same', BRIEF, ['', '', ''], ['', '', '']],
    ['one added', [must('Speaks Dutch'), ...BRIEF], ['', '', ''], ['Added', '', '', '']],
    ['one removed', [CLUSTERS, KERNELS], ['', 'Removed', ''], ['', '']],
    ['none left', [], ['Removed', 'Removed', 'Removed'], []],
    ['the last put first', [KERNELS, CLUSTERS, HIRING], ['', '', ''], ['Weighs more', '', '']],
    ['the first put last', [HIRING, KERNELS, CLUSTERS], ['', '', ''], ['', '', 'Weighs less']],
    ['one reworded', [must('Has run clusters'), HIRING, KERNELS], ['', '', ''], ['Reworded', '', '']],
    ['one replaced', [must('Speaks Dutch'), HIRING, KERNELS], ['Removed', '', ''], ['Added', '', '']],
    ['no must-have', [CLUSTERS, HIRING, { ...KERNELS, mustHave: false }], ['', '', ''], ['', '', 'Nice to have now']],
    [
      'another kind and words',
      [CLUSTERS, { text: 'Has hired engineers', kind: 'organisational', mustHave: true }, KERNELS],
      ['', '', ''],
      ['', 'Reworded, Organisational now', ''],
    ],
  ])('%s', (_, after, left, right) => {
    expect(marks(BRIEF, after)).toEqual([left, right]);
  });

  it('tell of an exact criterion before one that is only alike', () => {
    expect(marks([CLUSTERS], [must('Has run clusters'), CLUSTERS])).toEqual([[''], ['Added', '']]);
  });

  it('have each criterion once, in its order, and what is in both is neither added nor removed', () => {
    const criterion = fc.record<Criterion>({
      text: fc.constantFrom('a b', 'a b c', 'b c', 'x', 'x y', '...'),
      kind: fc.constantFrom('technical', 'commercial'),
      mustHave: fc.boolean(),
    });
    const brief = fc.array(criterion, { maxLength: 7 });
    fc.assert(
      fc.property(brief, brief, (one, other) => {
        const { before, after } = compareBriefs(one, other);
        const without = (side: typeof before, mark: string) => side.filter((each) => !each.marks.includes(mark)).length;

        expect(before.map((each) => each.criterion)).toEqual(one);
        expect(after.map((each) => each.criterion)).toEqual(other);
        expect(without(before, 'Removed')).toBe(without(after, 'Added'));
        expect(marks(one, one).flat().join('')).toBe('');
      }),
    );
  });
});
