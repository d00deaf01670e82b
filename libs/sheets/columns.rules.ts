import type { CandidateRow, Layer, Signal } from '@app/candidates/candidates.types.js';
import type { ClientRow } from '@app/clients/clients.types.js';
import { localDateOf } from '@app/platform/time/zone.js';
import type { SearchRow } from '@app/searches/searches.types.js';
import type { Health, SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import type { Cell, CellKind, Head } from './sheets.types.js';

export interface SheetColumn<Row> extends Head {
  of: (row: Row, zone: string) => Cell;
}

/** What a column of a list becomes in a sheet, where a cell holds one thing: one column or several. */
interface Part<Row> {
  /** by which it is chosen; without one it is always there */
  id?: string;
  /** there only when it is asked for */
  extra?: true;
  columns: readonly SheetColumn<Row>[];
}

const column = <Row>(kind: CellKind, head: string, of: SheetColumn<Row>['of']): SheetColumn<Row> => ({
  kind,
  head,
  of,
});

export const LAYER: Record<Layer, string> = {
  inference_infrastructure: 'Inference and infrastructure',
  evaluation_reliability: 'Evaluation and reliability',
  product_execution: 'AI product',
  governance: 'Governance',
  research: 'Research',
};
export const SIGNAL: Record<Signal, string> = {
  hyperscaler_alumni: 'Hyperscaler alumni',
  phd: 'Doctorate',
  frontier_lab: 'Frontier lab',
  big4_ai: 'Big-four AI practice',
};
export const HEALTH: Record<Health, string> = {
  on_track: 'On track',
  at_risk: 'At risk',
  stalled: 'Stalled',
  on_hold: 'On hold',
};
export const STATUS: Record<SearchStatus, string> = {
  draft: 'Draft',
  open: 'Open',
  on_hold: 'On hold',
  offer: 'Offer out',
  placed: 'Placed',
  closed: 'Closed',
};
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const countryName = (code: string | null): string | null => code && (countries.of(code) ?? code);

const EMPLOYER = column<CandidateRow>('text', 'Employer', ({ employer }) => employer);

export const CANDIDATES: readonly Part<CandidateRow>[] = [
  {
    columns: [column('text', 'Name', ({ name }) => name), column('text', 'Title', ({ title }) => title), EMPLOYER],
  },
  {
    id: 'place',
    columns: [
      column('text', 'City', ({ city }) => city),
      column('text', 'Country', ({ country }) => countryName(country)),
    ],
  },
  { id: 'employer', extra: true, columns: [EMPLOYER] },
  { id: 'layer', columns: [column('text', 'Layer', ({ layer }) => layer && LAYER[layer])] },
  {
    id: 'background',
    columns: [column('text', 'Background', ({ signals }) => signals.map((signal) => SIGNAL[signal]).join(', '))],
  },
  { id: 'source', extra: true, columns: [column('text', 'Source', ({ source }) => source)] },
  { id: 'ref', extra: true, columns: [column('text', 'Reference', ({ ref }) => ref)] },
  { id: 'active', columns: [column('number', 'Active in', ({ activeSearches }) => activeSearches)] },
];

const CLIENT = column<SearchRow>('text', 'Client', ({ client }) => client.name);

export const SEARCHES: readonly Part<SearchRow>[] = [
  { id: 'health', columns: [column('text', 'Health', ({ health }) => health && HEALTH[health])] },
  {
    columns: [
      column('text', 'Search', ({ title }) => title),
      CLIENT,
      column('text', 'Reference', ({ ref }) => ref),
      column('text', 'Confidential', ({ confidential }) => (confidential ? 'Yes' : 'No')),
    ],
  },
  {
    id: 'why',
    columns: [column('text', 'Why', ({ reason }) => reason), column('text', 'What next', ({ nextStep }) => nextStep)],
  },
  { id: 'client', extra: true, columns: [CLIENT] },
  { id: 'lead', columns: [column('text', 'Lead', ({ lead }) => lead.name)] },
  { id: 'status', extra: true, columns: [column('text', 'Status', ({ status }) => STATUS[status])] },
  { id: 'active', columns: [column('number', 'Active', ({ activeCount }) => activeCount)] },
  { id: 'day', columns: [column('number', 'Day', ({ day }) => day)] },
  {
    id: 'opened',
    extra: true,
    columns: [column('day', 'Opened', ({ openedAt }, zone) => localDateOf(openedAt, zone))],
  },
  { id: 'target', extra: true, columns: [column('day', 'Target date', ({ targetDate }) => targetDate)] },
];

export const CLIENTS: readonly Part<ClientRow>[] = [
  { columns: [column('text', 'Client', ({ name }) => name)] },
  { id: 'industry', columns: [column('text', 'Industry', ({ industry }) => industry)] },
  { id: 'country', columns: [column('text', 'Country', ({ country }) => countryName(country))] },
  { id: 'domain', columns: [column('text', 'Domain', ({ domain }) => domain)] },
  { id: 'ref', extra: true, columns: [column('text', 'Reference', ({ ref }) => ref)] },
];

/** The columns of a sheet, in the order of the list: those asked for, else those the list begins with; none twice. */
export function columnsOf<Row>(parts: readonly Part<Row>[], words: string | undefined): SheetColumn<Row>[] {
  const asked = words ? words.split('.') : undefined;
  const shown = parts.filter(({ id, extra }) => !id || (asked ? asked.includes(id) : !extra));
  return [...new Set(shown.flatMap(({ columns }) => columns))];
}
