import type { Stage, Stages } from '../../../lib/answers';

/** A stage as the page shows it: saved or not. */
export interface ShownStage {
  /** of a stage that is saved, its id */
  key: string;
  id: string | null;
  label: string;
  kind: Stage['kind'];
  budgetWorkingDays: number | null;
}

/** What was done and is not saved. It outlives a newer version, and what others did meanwhile stays. */
export interface StageDraft extends Record<string, unknown> {
  changed: Readonly<Record<string, Partial<Pick<ShownStage, 'label' | 'kind' | 'budgetWorkingDays'>>>>;
  /** keys of new stages */
  added: readonly string[];
  archived: readonly string[];
  /** archived stages that are to be in use again */
  restored: readonly string[];
  /** all keys as somebody put them; null: nobody did */
  order: readonly string[] | null;
}

export const NOTHING: StageDraft = { changed: {}, added: [], archived: [], restored: [], order: null };

/** The process as it would be saved. */
export function shownStages({ items, archived }: Stages, draft: StageDraft): ShownStage[] {
  const kept = items.filter(({ id }) => !draft.archived.includes(id)).map(asShown);
  for (const stage of archived) {
    if (!draft.restored.includes(stage.id)) continue;
    const place = items.findIndex(({ position }) => position > stage.position);
    const next = kept.findIndex(({ id }) => id === items[place]?.id);
    kept.splice(next < 0 ? kept.length : next, 0, asShown(stage));
  }
  const offer = kept.findIndex(({ kind }) => kind === 'offer');
  const fresh = draft.added.map((key): ShownStage => ({
    key,
    id: null,
    label: '',
    kind: 'finalist',
    budgetWorkingDays: null,
  }));
  kept.splice(offer < 0 ? kept.length : offer, 0, ...fresh);
  return inOrder(kept, draft.order).map((stage) => ({ ...stage, ...draft.changed[stage.key] }));
}

const asShown = ({ id, label, kind, budgetWorkingDays }: Stage): ShownStage => ({
  key: id,
  id,
  label,
  kind,
  budgetWorkingDays,
});

/** As somebody put them; one that came later stands behind the one it followed. */
function inOrder(stages: readonly ShownStage[], order: readonly string[] | null): ShownStage[] {
  if (!order) return [...stages];
  const placed = order.flatMap((key) => stages.filter((stage) => stage.key === key));
  for (const [i, stage] of stages.entries()) {
    if (placed.includes(stage)) continue;
    const before = stages[i - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, stage);
  }
  return placed;
}

/** One step up (-1) or down (1). */
export function moved(shown: readonly ShownStage[], draft: StageDraft, key: string, step: -1 | 1): StageDraft {
  const order = shown.map((stage) => stage.key);
  const at = order.indexOf(key);
  const to = at + step;
  if (at < 0 || to < 0 || to >= order.length) return draft;
  order.splice(at, 1);
  order.splice(to, 0, key);
  return { ...draft, order };
}

export function changedTo(
  draft: StageDraft,
  { key }: Pick<ShownStage, 'key'>,
  saved: Stage | undefined,
  change: StageDraft['changed'][string],
): StageDraft {
  const { [key]: before, ...others } = draft.changed;
  const all = { ...before, ...change };
  const differing = Object.entries(all).filter(([field, value]) => !saved || saved[field as keyof Stage] !== value);
  if (differing.length === 0) return { ...draft, changed: others };
  return { ...draft, changed: { ...others, [key]: Object.fromEntries(differing) } };
}

/** Out of the process: a saved one is archived, a new one was never there. */
export function without(draft: StageDraft, { key, id }: ShownStage): StageDraft {
  const { [key]: _, ...changed } = draft.changed;
  const lists = {
    added: draft.added.filter((one) => one !== key),
    restored: draft.restored.filter((one) => one !== key),
  };
  const isSaved = id !== null && !draft.restored.includes(key);
  return { ...draft, ...lists, changed, archived: isSaved ? [...draft.archived, key] : draft.archived };
}

export function changeCount({ items }: Stages, draft: StageDraft, shown: readonly ShownStage[]): number {
  const saved = items.map(({ id }) => id);
  const stay = shown.map(({ key }) => key).filter((key) => saved.includes(key));
  const isMoved = saved.filter((id) => stay.includes(id)).some((id, i) => stay[i] !== id);
  const edited = Object.keys(draft.changed).filter((key) => !draft.added.includes(key));
  const counts = [edited, draft.added, draft.archived, draft.restored].map((list) => list.length);
  return counts.reduce((sum, count) => sum + count, isMoved ? 1 : 0);
}

export const toSave = (shown: readonly Omit<ShownStage, 'key'>[]) =>
  shown.map(({ id, label, kind, budgetWorkingDays }) => ({ id, label: label.trim(), kind, budgetWorkingDays }));
