import type { Criterion } from '../../lib/answers';

/** A criterion while it is written; `key` tells rows apart, whatever is typed. */
export interface DraftRow extends Criterion {
  key: number;
}

/** null: nothing was touched */
export interface BriefDraft {
  rows: readonly DraftRow[] | null;
  /** the saved brief that was looked at when it was begun */
  from: readonly Criterion[] | null;
}

export const NOTHING_WRITTEN: BriefDraft = { rows: null, from: null };

/** What was written goes on from what was saved when it was begun. */
export const written = (draft: BriefDraft, rows: readonly DraftRow[], saved: readonly Criterion[]): BriefDraft => ({
  rows,
  from: draft.from ?? saved,
});

/** Somebody else has saved another brief since: saving this one would take theirs away unseen. */
export const isOvertaken = ({ rows, from }: BriefDraft, saved: readonly Criterion[]): boolean =>
  rows !== null && from !== null && textOf(from) !== textOf(saved);

const textOf = (criteria: readonly Criterion[]): string =>
  JSON.stringify(criteria.map(({ text, kind, mustHave }) => [text, kind, mustHave]));

/** The saved brief as rows; an empty one begins with a row to write in. */
export function rowsOf(criteria: readonly Criterion[]): DraftRow[] {
  const rows = criteria.map((criterion, key) => ({ ...criterion, key }));
  return rows.length > 0 ? rows : added([]);
}

export function added(rows: readonly DraftRow[]): DraftRow[] {
  const key = 1 + Math.max(-1, ...rows.map((row) => row.key));
  return [...rows, { key, text: '', kind: 'technical', mustHave: true }];
}

export const changed = (rows: readonly DraftRow[], key: number, change: Partial<Criterion>): DraftRow[] =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row));

export const removed = (rows: readonly DraftRow[], key: number): DraftRow[] => rows.filter((row) => row.key !== key);

/** One step up (-1) or down (1). */
export function shifted(rows: readonly DraftRow[], key: number, step: -1 | 1): DraftRow[] {
  const at = rows.findIndex((row) => row.key === key);
  const [row, other] = [rows[at], rows[at + step]];
  if (!row || !other) return [...rows];
  const next = [...rows];
  next[at] = other;
  next[at + step] = row;
  return next;
}

/** Must-haves first, each group in the order somebody put it; a row left empty was never written. */
export function toSave(rows: readonly DraftRow[]): Criterion[] {
  const written = rows
    .map(({ text, kind, mustHave }) => ({ text: text.trim(), kind, mustHave }))
    .filter(({ text }) => text !== '');
  return [...written.filter(({ mustHave }) => mustHave), ...written.filter(({ mustHave }) => !mustHave)];
}
