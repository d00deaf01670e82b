import { STAGE_KINDS, type Stage, type StageKind } from '@app/stages/stages.types.js';
import type { FieldRefusal, WantedStage } from './stage-edits.types.js';

/** What cannot be done without a stage of these kinds. */
const NEEDED: Readonly<Partial<Record<StageKind, string>>> = {
  sourcing: 'people stand there until somebody has spoken with them',
  presented: 'the slate and the client’s turn are counted from it',
  offer: 'an offer moves people there',
  placed: 'an offer that was accepted moves people there',
};

const NAMES: Readonly<Record<StageKind, string>> = {
  sourcing: 'Sourcing',
  engaged: 'Engaged',
  assessed: 'Assessed',
  presented: 'Presented',
  client_interview: 'Client interview',
  finalist: 'Finalist',
  offer: 'Offer',
  placed: 'Placed',
};

/** Why the process cannot be so, each with the field it stands in. `people`: who the editor sees in running searches. */
export function editRefusals(
  before: readonly Stage[],
  wanted: readonly WantedStage[],
  people: ReadonlyMap<string, number>,
): FieldRefusal[] {
  return [
    ...wanted.flatMap((stage, i) => stageRefusals(before, wanted, stage, i)),
    ...orderRefusals(wanted),
    ...neededRefusals(before, wanted),
    ...occupiedRefusals(before, wanted, people),
  ];
}

function stageRefusals(
  before: readonly Stage[],
  wanted: readonly WantedStage[],
  { id, label, kind }: WantedStage,
  i: number,
): FieldRefusal[] {
  const field = (name: string): string => `stages.${i}.${name}`;
  const known = before.find((stage) => stage.id === id);
  const earlier = wanted.slice(0, i);
  if (id && !known) return [{ field: field('id'), message: 'There is no such stage in this firm.' }];
  if (id && earlier.some((stage) => stage.id === id)) {
    return [{ field: field('id'), message: `The stage ${label} is named twice.` }];
  }
  if (known && known.kind !== kind) {
    return [
      {
        field: field('kind'),
        message: `The kind of ${known.label} stays ${NAMES[known.kind]}: it says what past moves meant. Add another stage instead.`,
      },
    ];
  }
  if (earlier.some((stage) => folded(stage.label) === folded(label))) {
    return [{ field: field('label'), message: `There are two stages called ${label}. Give one of them another name.` }];
  }
  return [];
}

const folded = (label: string): string => label.normalize('NFKC').trim().toLowerCase();

function orderRefusals(wanted: readonly WantedStage[]): FieldRefusal[] {
  const first = wanted[0];
  if (first?.kind === 'offer' || first?.kind === 'placed') {
    const message = `People begin in the first stage, and only an offer leads to ${first.label}. Put another stage first.`;
    return [{ field: 'stages.0.kind', message }];
  }
  const lastOffer = wanted.findLastIndex(({ kind }) => kind === 'offer');
  const placed = wanted.findIndex(({ kind }) => kind === 'placed');
  if (placed < 0 || placed > lastOffer) return [];
  const message = `${wanted[placed]?.label} has to come after ${wanted[lastOffer]?.label}: an offer is accepted after it was made.`;
  return [{ field: `stages.${placed}.kind`, message }];
}

function neededRefusals(before: readonly Stage[], wanted: readonly WantedStage[]): FieldRefusal[] {
  return STAGE_KINDS.flatMap((kind) => {
    const why = NEEDED[kind];
    const had = before.some((stage) => stage.kind === kind && !stage.archived);
    if (!why || !had || wanted.some((stage) => stage.kind === kind)) return [];
    return [{ field: 'stages', message: `Keep a stage of the kind ${NAMES[kind]}: ${why}.` }];
  });
}

function occupiedRefusals(
  before: readonly Stage[],
  wanted: readonly WantedStage[],
  people: ReadonlyMap<string, number>,
): FieldRefusal[] {
  return left(before, wanted).flatMap(({ id, label }) => {
    const count = people.get(id) ?? 0;
    if (count === 0) return [];
    const who = count === 1 ? '1 person stands' : `${count} people stand`;
    return [{ field: 'stages', message: `${who} in ${label} in running searches. Move them first, then archive it.` }];
  });
}

const left = (before: readonly Stage[], wanted: readonly WantedStage[]): Stage[] =>
  before.filter(({ id, archived }) => !archived && !wanted.some((stage) => stage.id === id));

/**
 * All stages as they will be, in order: those wanted as they stand, each archived one behind the stage it followed. `newId`
 * makes the id of a new one.
 */
export function edited(before: readonly Stage[], wanted: readonly WantedStage[], newId: () => string): Stage[] {
  const keys = new Set(before.map(({ key }) => key));
  const after: Stage[] = wanted.map(({ id, label, kind, budgetWorkingDays }) => {
    const known = before.find((stage) => stage.id === id);
    if (known) return { ...known, label, budgetWorkingDays, archived: false };
    const key = freeKey(label, keys);
    keys.add(key);
    return { id: newId(), key, label, kind, position: 0, budgetWorkingDays, archived: false };
  });
  for (const [i, stage] of before.entries()) {
    if (after.some(({ id }) => id === stage.id)) continue;
    const followed = before.slice(0, i).findLast(({ id }) => after.some((one) => one.id === id));
    const place = followed ? after.findIndex(({ id }) => id === followed.id) + 1 : 0;
    after.splice(place, 0, { ...stage, archived: true });
  }
  return after.map((stage, i) => ({ ...stage, position: i + 1 }));
}

/** What import files call the stage. A kind's own word stands for the first stage of that kind there, so no new stage takes it. */
function freeKey(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const stem = words.slice(0, 50).replace(/_+$/, '') || 'stage';
  const isFree = (key: string): boolean => !taken.has(key) && !STAGE_KINDS.some((kind) => kind === key);
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}_${number}`;
    if (isFree(key)) return key;
  }
}

/** Whether stages that were there before follow each other differently: what was a step forward may be one back then. */
export function isReordered(before: readonly Stage[], after: readonly Stage[]): boolean {
  const known = after.filter(({ id }) => before.some((stage) => stage.id === id));
  const begins = (stages: readonly Stage[]): string | undefined => stages.find(({ archived }) => !archived)?.id;
  return begins(before) !== begins(after) || before.some(({ id }, i) => known[i]?.id !== id);
}

/** What differs, in sentences. */
export function changesBetween(before: readonly Stage[], after: readonly Stage[]): string[] {
  const was = new Map(before.map((stage) => [stage.id, stage]));
  const each = after.flatMap((stage) => changesOf(was.get(stage.id), stage));
  const inUse = (stages: readonly Stage[], others: readonly Stage[]): Stage[] =>
    stages.filter(({ id, archived }) => !archived && others.some((one) => one.id === id && !one.archived));
  const [orderBefore, orderAfter] = [inUse(before, after), inUse(after, before)];
  const isMoved = orderBefore.some(({ id }, i) => orderAfter[i]?.id !== id);
  return [...each, ...(isMoved ? [`The order is now ${orderAfter.map(({ label }) => label).join(', ')}.`] : [])];
}

function changesOf(was: Stage | undefined, { label, kind, budgetWorkingDays, archived }: Stage): string[] {
  if (!was) return [`Added ${label} (${NAMES[kind]}), ${budget(budgetWorkingDays)}.`];
  return [
    ...(was.label === label ? [] : [`Renamed ${was.label} to ${label}.`]),
    ...(was.archived === archived ? [] : [archived ? `Archived ${label}.` : `Brought back ${label}.`]),
    ...(was.budgetWorkingDays === budgetWorkingDays
      ? []
      : [`${label}: ${budget(budgetWorkingDays)}, before ${budget(was.budgetWorkingDays)}.`]),
  ];
}

function budget(days: number | null): string {
  if (days === null) return 'no budget of its own';
  return days === 1 ? '1 working day' : `${days} working days`;
}
