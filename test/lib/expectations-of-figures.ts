import { type Expectation, sliced, slicedTwice } from './expectation.js';

/** The operations that count over many searches. */
export const OF_FIGURES: Readonly<Record<string, readonly Expectation[]>> = {
  reports_pipelineHealth: [sliced({ ofItsMoment: true })],
  reports_pipelineHealthChanges: [sliced()],
  reports_pipelineHealthPdf: [sliced({ ofItsMoment: true })],
  figures_figures: [sliced({ ofItsMoment: true })],
  figures_sideBySide: [slicedTwice({ ofItsMoment: true })],
  sheets_figures: [sliced({ query: { format: 'csv', figure: 'passthrough' } })],
};
