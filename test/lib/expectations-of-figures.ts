import { type Expectation, read, sliced, slicedTwice } from './expectation.js';

/** The operations that count: over many searches, and over one. */
export const OF_FIGURES: Readonly<Record<string, readonly Expectation[]>> = {
  reports_pipelineHealth: [sliced({ ofItsMoment: true })],
  reports_pipelineHealthChanges: [sliced()],
  reports_pipelineHealthPdf: [sliced({ ofItsMoment: true })],
  figures_figures: [sliced({ ofItsMoment: true })],
  figures_sideBySide: [slicedTwice({ ofItsMoment: true })],
  desks_figures: [read({ 'path.id': 'search' })],
  sheets_figures: [sliced({ query: { format: 'csv', figure: 'passthrough' } })],
};
