import {
  added,
  changed,
  isOvertaken,
  NOTHING_WRITTEN,
  removed,
  rowsOf,
  shifted,
  toSave,
  written,
} from './criteria-draft';

const must = (text: string) => ({ text, kind: 'technical' as const, mustHave: true });
const nice = (text: string) => ({ text, kind: 'commercial' as const, mustHave: false });
const BRIEF = [must('clusters'), must('hiring'), nice('kernels')];
const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text);

describe('a brief while it is written', () => {
  it('is saved as it was read', () => {
    expect(toSave(rowsOf(BRIEF))).toEqual(BRIEF);
  });

  it('begins with a row to write in where there is none', () => {
    expect(toSave(changed(rowsOf([]), 0, { text: ' clusters ' }))).toEqual([must('clusters')]);
  });

  it('is added to, put in order, made nice to have, and loses what was removed or left empty', () => {
    const more = changed(added(rowsOf(BRIEF)), 3, { text: 'scheduling' });
    const up = shifted(shifted(more, 3, -1), 3, -1);

    expect(texts(up)).toEqual(['clusters', 'scheduling', 'hiring', 'kernels']);
    expect(texts(toSave(changed(up, 0, { mustHave: false })))).toEqual(['scheduling', 'hiring', 'clusters', 'kernels']);
    expect(texts(toSave(removed(up, 1)))).toEqual(['clusters', 'scheduling', 'kernels']);
    expect(toSave(added(rowsOf(BRIEF)))).toEqual(BRIEF);
  });

  it('is overtaken once somebody else has saved another, and by nothing else', () => {
    const begun = written(NOTHING_WRITTEN, added(rowsOf(BRIEF)), BRIEF);
    const goneOn = written(begun, added(begun.rows ?? []), [must('theirs')]);

    expect(isOvertaken(NOTHING_WRITTEN, [must('theirs')])).toBe(false);
    expect(isOvertaken(begun, [...BRIEF])).toBe(false);
    expect(isOvertaken(begun, [must('theirs')])).toBe(true);
    expect(isOvertaken(goneOn, [must('theirs')])).toBe(true);
  });

  it('stays as it is beyond its ends, and gives each new row a key of its own', () => {
    const rows = rowsOf(BRIEF);

    expect(shifted(rows, 0, -1)).toEqual(rows);
    expect(shifted(rows, 2, 1)).toEqual(rows);
    expect(added(removed(added(rows), 0)).map(({ key }) => key)).toEqual([1, 2, 3, 4]);
  });
});
