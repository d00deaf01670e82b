import { quartilesOfCounts } from '@app/metrics/metrics.rules.js';
import { kaplanMeierOfCounts } from '@app/metrics/survival.rules.js';
import { FEWEST_SEARCHES } from '@app/reports/reports.rules.js';
import { STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';
import { figureOf } from './definitions.rules.js';
import { shareOf } from './episode-figures.rules.js';
import type {
  Fate,
  PassthroughInsight,
  SpellCount,
  StageSpells,
  StageTime,
  TimeInStageInsight,
} from './figures.types.js';

const HOURS_PER_DAY = 24;

/** Nobody goes on from a placement. */
const KINDS = STAGE_KINDS.filter((kind) => kind !== 'placed');

export function passthrough(facts: StageSpells): PassthroughInsight {
  return {
    ...figureOf('passthrough', total(facts.spells), facts),
    stages: KINDS.map((kind) => {
      const spells = ofKind(facts, kind);
      const [passed, ended, waiting] = [total(spells, 'passed'), total(spells, 'ended'), total(spells, 'waiting')];
      return { kind, passed, ended, waiting, ...shareOf(passed, passed + ended, isEnough(facts, kind)) };
    }),
  };
}

export function timeInStage(facts: StageSpells): TimeInStageInsight {
  return {
    ...figureOf('timeInStage', total(facts.spells), facts),
    stages: KINDS.map((kind) => stageTime(kind, ofKind(facts, kind), isEnough(facts, kind))),
  };
}

function stageTime(kind: StageKind, all: readonly SpellCount[], claimed: boolean): StageTime {
  const spells = all.map(({ hours, fate, spells: count }) => ({
    time: hours / HOURS_PER_DAY,
    over: fate !== 'waiting',
    count,
  }));
  const over = quartilesOfCounts(spells.filter((spell) => spell.over));
  const waiting = quartilesOfCounts(spells.filter((spell) => !spell.over));
  const { median } = kaplanMeierOfCounts(
    spells.map(({ time, over: event, count }) => ({ time, events: event ? count : 0, censored: event ? 0 : count })),
  );
  const said = (days: number | null): number | null => (claimed ? days : null);
  return {
    kind,
    ended: over.n,
    lowerDays: said(over.lower),
    medianDays: said(over.median),
    upperDays: said(over.upper),
    waiting: waiting.n,
    waitingDays: said(waiting.median),
    expectedDays: said(median.estimate),
    lowDays: said(median.low),
    highDays: said(median.high),
  };
}

const ofKind = ({ spells }: StageSpells, kind: StageKind): SpellCount[] =>
  spells.filter((spell) => spell.kind === kind);

const isEnough = ({ searchesByKind }: StageSpells, kind: StageKind): boolean =>
  (searchesByKind.find((one) => one.kind === kind)?.searches ?? 0) >= FEWEST_SEARCHES;

function total(counts: readonly SpellCount[], fate?: Fate): number {
  return counts.reduce((sum, one) => sum + (fate === undefined || one.fate === fate ? one.spells : 0), 0);
}
