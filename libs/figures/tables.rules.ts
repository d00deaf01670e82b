import { PLACEMENT_OUTCOMES, type PlacementOutcome } from '@app/metrics/metrics.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import type { FigureName, Figures, FigureTable } from './figures.types.js';

const OUTCOME: Record<PlacementOutcome, string> = {
  placed: 'Placed',
  internal_hire: 'Filled internally',
  cancelled: 'Cancelled by the client',
  terminated: 'Mandate terminated',
  unfilled: 'Closed unfilled',
};
const SHARE = ['Share', '95 % from', '95 % to'];

/** As the screen says it. */
const inWords = (kind: StageKind): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`.replaceAll('_', ' ');

type Tables = { readonly [Name in FigureName]: (figure: Figures[Name]) => FigureTable };

/** Each figure as rows of numbers, as its table shows them: days and shares unrounded, what is not claimed left empty. */
const TABLES: Tables = {
  timeToOffer: ({ steps }) => ({
    title: 'Time to offer',
    heads: ['Day', 'At risk', 'Offers', 'Still waiting', '95 % from', '95 % to'],
    rows: steps.map(({ day, atRisk, events, waiting, low, high }) => [day, atRisk, events, waiting, low, high]),
  }),
  placedBy90: ({ steps }) => ({
    title: 'Placed by day 90',
    heads: ['Day', 'At risk', ...PLACEMENT_OUTCOMES.map((outcome) => OUTCOME[outcome]), 'Still open'],
    rows: steps.map((step) => [
      step.day,
      step.atRisk,
      ...PLACEMENT_OUTCOMES.map((outcome) => step[outcome]),
      step.waiting,
    ]),
  }),
  placementRate: ({ all, cohorts }) => ({
    title: 'Placement rate',
    named: true,
    heads: ['Opened', 'Placed', 'Ended otherwise', 'Go on', ...SHARE],
    rows: [...cohorts, all].map(({ opened, placed, notPlaced, open, share, low, high }) => [
      opened ?? 'All',
      ...[placed, notPlaced, open, share, low, high],
    ]),
  }),
  offerAcceptance: ({ accepted, declined, expired, rescinded, pending, takenBack, share, low, high }) => ({
    title: 'Offer acceptance',
    heads: ['Accepted', 'Declined', 'Expired', 'Rescinded', 'Undecided', 'Taken back', ...SHARE],
    rows: [[accepted, declined, expired, rescinded, pending, takenBack, share, low, high]],
  }),
  passthrough: ({ stages }) => ({
    title: 'Passthrough',
    named: true,
    heads: ['Stage', 'Went on', 'Ended there', 'Waiting', ...SHARE],
    rows: stages.map(({ kind, passed, ended, waiting, share, low, high }) => [
      inWords(kind),
      ...[passed, ended, waiting, share, low, high],
    ]),
  }),
  timeInStage: ({ stages }) => ({
    title: 'Time in stage',
    named: true,
    heads: [
      'Stage',
      ...['Over', 'Lower quartile', 'Median days', 'Upper quartile', 'In progress', 'Median age'],
      ...['Median of both', '95 % from', '95 % to'],
    ],
    rows: stages.map((stage) => [
      inWords(stage.kind),
      ...[stage.ended, stage.lowerDays, stage.medianDays, stage.upperDays, stage.waiting, stage.waitingDays],
      ...[stage.expectedDays, stage.lowDays, stage.highDays],
    ]),
  }),
  openSearches: ({ ages }) => ({
    title: 'Open searches by age',
    heads: ['From day', 'To day', 'Stalled', 'At risk', 'On track', 'On hold'],
    rows: ages.map(({ fromDay, toDay, stalled, atRisk, onTrack, onHold }) => [
      fromDay,
      toDay,
      stalled,
      atRisk,
      onTrack,
      onHold,
    ]),
  }),
  lostToMarket: ({ days, withoutWindow }) => ({
    title: 'Lost to the market',
    heads: ['Day of the window', 'Candidates'],
    rows: [
      ...days.map(({ day, candidates }) => [day, candidates]),
      ...(withoutWindow > 0 ? [[null, withoutWindow]] : []),
    ],
  }),
  load: ({ leads }) => ({
    title: 'Load per lead',
    named: true,
    heads: ['Lead', 'Running', 'Stalled', 'At risk', 'On hold', 'In play'],
    rows: leads.map(({ name, searches, stalled, atRisk, onHold, inPlay }) => [
      name,
      ...[searches, stalled, atRisk, onHold, inPlay],
    ]),
  }),
};

export function tableOf<Name extends FigureName>(name: Name, figures: Figures): FigureTable {
  return TABLES[name](figures[name]);
}
