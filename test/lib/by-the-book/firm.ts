import { parse } from 'csv-parse/sync';
import { type Day, dayBegins, dayOf, type Hold, later, type Office } from './days.js';
import { budgetsOf, limitsOf, type SetLimit } from './limits.js';

/**
 * IMPORT: the firm as its files say it. What no import brings stands in files of the same kind: `limits.csv`,
 * `client_days.csv`, `interviews_set.csv` and `corrections.csv`.
 */
export type FirmFiles = Readonly<Partial<Record<string, string>>>;

export const KINDS = [
  ...['sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed'],
] as const;

export interface Stage {
  key: string;
  label: string;
  kind: string;
  position: number;
  /** what was typed */
  budget: number | null;
}

export interface Episode {
  opened: number;
  closed: number | null;
  reason: string;
}

export interface Move {
  at: number;
  /** when it was voided */
  corrected: number;
  stage: Stage;
}

export interface Offer {
  extended: number;
  expires: number | null;
  decided: number | null;
  decision: string;
}

export interface Person {
  ref: string;
  /** in the order of CLOCKS, "Order" */
  moves: Move[];
  ended: number | null;
  inMarketSince: Day | null;
  offers: Offer[];
}

export interface Activity {
  at: number;
  kind: string;
  search: string;
  person: string;
  /** the client whose decision maker the contact is */
  decisionMakerOf: string;
}

export interface Search {
  ref: string;
  client: string;
  office: Office;
  limits: ReturnType<typeof limitsOf>;
  budgetOf: (stage: Stage) => number;
  target: Day | null;
  episodes: Episode[];
  holds: Hold[];
  people: Person[];
  activities: Activity[];
}

export interface Firm {
  stages: Stage[];
  searches: Search[];
}

type Row = Record<string, string>;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const isDay = (cell: string) => /^\d{4}-\d\d-\d\d$/.test(cell);

/** CLOCKS, "Budgets": the default process, whose budgets are typed in. */
const DEFAULT_BUDGETS = [null, 3, 4, 4, 4, 3, 2, null];
const DEFAULT_LABELS = [
  ...['Sourced', 'Contacted', 'Assessed', 'Presented', 'Client interview', 'Finalist', 'Offer', 'Placed'],
];
const DEFAULT_STAGES = KINDS.map((kind, index) => ({
  ...{ key: kind, kind, position: index + 1, budget: DEFAULT_BUDGETS[index] ?? null },
  label: DEFAULT_LABELS[index] as string,
}));

/** IMPORT, "Days, moments and their order". `after`: facts of that same day which a date alone follows. */
function first(cell: string | undefined, zone: string, after: number[] = []): number | null {
  if (!cell) return null;
  if (!isDay(cell)) return Date.parse(cell);
  return Math.max(dayBegins(cell, zone), ...after.filter((moment) => dayOf(moment, zone) === cell));
}

/** IMPORT: "of a cell with a time, the day it is at the firm's first office". */
function dayGiven(cell: string | undefined, zone: string): Day | null {
  if (!cell) return null;
  return isDay(cell) ? cell : dayOf(Date.parse(cell), zone);
}

function last(cell: string | undefined, zone: string): number | null {
  if (!cell) return null;
  return isDay(cell) ? dayBegins(later(cell, 1), zone) - 1 : Date.parse(cell);
}

function expiry(cell: string | undefined, zone: string): number | null {
  if (!cell) return null;
  return isDay(cell) ? dayBegins(later(cell, 1), zone) : Date.parse(cell);
}

export function readFirm(files: FirmFiles): Firm {
  const rows = (name: string): Row[] => parse(files[name] ?? '', { columns: true });
  const offices = new Map<string, Office>();
  for (const row of rows('offices.csv')) offices.set(row['office'] as string, readOffice(row, rows('holidays.csv')));
  const firstZone = ([...offices.values()][0] as Office).zone;
  const stages = readStages(rows('stages.csv'));
  const candidates = new Map(rows('candidates.csv').map((row) => [row['candidate_ref'] as string, row]));
  const decisionMakers = new Map(
    rows('contacts.csv').map((row) => [row['contact_ref'], row['role'] === 'decision_maker' ? row['client_ref'] : '']),
  );

  const set = rows('limits.csv').map((row) => ({ ...row, value: Number(row['value']) }) as unknown as SetLimit);

  const searches = rows('searches.csv').map((row): Search => {
    const [ref, client] = [row['search_ref'] as string, row['client_ref'] as string];
    const ofOffice = offices.get(row['office'] as string) as Office;
    const ofClient = rows('client_days.csv').filter(({ client_ref }) => client_ref === client);
    const clientDays = ofClient.map(({ date }) => date as string);
    const office = {
      ...ofOffice,
      holidays: new Set([...ofOffice.holidays, ...clientDays]),
      ofClient: new Set(clientDays.filter((day) => !ofOffice.holidays.has(day))),
    };
    const limits = limitsOf(set, row['role_key'] as string, ref);
    const ofSearch = (name: string) => rows(name).filter(({ search_ref }) => search_ref === ref);
    const episodes = readEpisodes(row, ofSearch('reopenings.csv'), office.zone);
    const moves = ofSearch('stage_moves.csv');
    const corrections = ofSearch('corrections.csv');
    const offers = ofSearch('offers.csv');
    return {
      ...{ ref, client, office, episodes, limits, budgetOf: budgetsOf(stages, limits) },
      target: row['target_date'] || null,
      holds: ofSearch('holds.csv').map((hold) => ({
        start: first(hold['started_at'], office.zone) as number,
        end: first(hold['ended_at'], office.zone),
      })),
      people: ofSearch('candidacies.csv').map((candidacy): Person => {
        const person = candidacy['candidate_ref'] as string;
        const ofPerson = ({ candidate_ref }: Row) => candidate_ref === person;
        return {
          ref: person,
          ended: last(candidacy['ended_at'], office.zone),
          inMarketSince: dayGiven(candidates.get(person)?.['in_market_since'], firstZone),
          moves: readMoves(moves.filter(ofPerson), corrections.filter(ofPerson), stages, office.zone),
          offers: offers.filter(ofPerson).map((offer) => readOffer(offer, episodes, office.zone)),
        };
      }),
      // a conversation about no search has the day of the firm's first office
      activities: [...rows('activities.csv'), ...rows('interviews_set.csv')]
        .filter(({ search_ref }) => search_ref === ref || !search_ref)
        .map((activity) => ({
          at: first(activity['at'], activity['search_ref'] ? office.zone : firstZone) as number,
          kind: activity['kind'] ?? 'interview_set',
          search: activity['search_ref'] ?? '',
          person: activity['candidate_ref'] ?? '',
          decisionMakerOf: decisionMakers.get(activity['contact_ref'] ?? '') ?? '',
        })),
    };
  });
  return { stages, searches };
}

function readOffice(row: Row, holidays: Row[]): Office {
  const days = (row['working_days'] || 'mon;tue;wed;thu;fri').split(';');
  return {
    zone: row['time_zone'] as string,
    workingDays: new Set(days.map((day) => WEEKDAYS.indexOf(day) + 1)),
    holidays: new Set(holidays.filter(({ office }) => office === row['office']).map(({ date }) => date as string)),
    ofClient: new Set(),
  };
}

function readStages(rows: Row[]): Stage[] {
  const stages = rows.map((row) => ({
    ...{ key: row['stage'] as string, kind: row['kind'] as string, position: Number(row['position']) },
    label: row['label'] as string,
    budget: row['budget_working_days'] ? Number(row['budget_working_days']) : null,
  }));
  return (stages.length > 0 ? stages : DEFAULT_STAGES).sort((a, b) => a.position - b.position);
}

/** IMPORT: "`closed_at` of `searches.csv` is the first closing; what follows a reopening stands in `reopenings.csv`". */
function readEpisodes(search: Row, reopenings: Row[], zone: string): Episode[] {
  const episodes: Episode[] = [
    {
      opened: first(search['opened_at'], zone) as number,
      closed: last(search['closed_at'], zone),
      reason: search['close_reason'] ?? '',
    },
  ];
  const sorted = reopenings
    .map((row) => ({ row, at: first(row['reopened_at'], zone) as number }))
    .sort((a, b) => a.at - b.at);
  for (const { row } of sorted) {
    const closings = episodes.map(({ closed }) => closed ?? 0);
    episodes.push({
      opened: first(row['reopened_at'], zone, closings) as number,
      closed: last(row['closed_at'], zone),
      reason: row['close_reason'] ?? '',
    });
  }
  return episodes;
}

/** IMPORT: facts of one moment stand in the order of the process; a kind stands for the first stage of that kind. */
function readMoves(rows: Row[], corrections: Row[], stages: Stage[], zone: string): Move[] {
  return rows
    .filter(({ voided }) => voided !== 'yes')
    .map((row) => ({
      at: first(row['at'], zone) as number,
      corrected: correctedAt(row, corrections),
      stage:
        stages.find(({ key }) => key === row['stage']) ?? (stages.find(({ kind }) => kind === row['stage']) as Stage),
    }))
    .sort((a, b) => a.at - b.at || a.stage.position - b.stage.position);
}

const correctedAt = (move: Row, corrections: Row[]) =>
  Date.parse(
    corrections.find(({ stage, at }) => stage === move['stage'] && at === move['at'])?.['corrected_at'] ?? '',
  ) || Infinity;

function readOffer(row: Row, episodes: Episode[], zone: string): Offer {
  const begins = first(row['extended_at'], zone) as number;
  const isOpen = episodes.some(({ opened, closed }) => opened <= begins && (closed === null || begins <= closed));
  // IMPORT: the opening, or the first reopening, of a day as which begins the search is closed
  const openings = isOpen ? [] : episodes.map(({ opened }) => opened).filter((opened) => opened >= begins);
  const extended = first(row['extended_at'], zone, openings.sort((a, b) => a - b).slice(0, 1)) as number;
  return {
    extended,
    expires: expiry(row['expires_at'], zone),
    decided: first(row['decided_at'], zone, [extended]),
    decision: row['decision'] ?? '',
  };
}
