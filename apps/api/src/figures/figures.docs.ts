import type { Docs } from '../http/documented.js';

const OF =
  'over the searches you may see: of everything, or of one lead, client, office, role or practice, and of the episodes opened in a period. docs/METRICS.md defines each.';

export const figuresDocs = {
  figures: {
    summary: 'Show the figures of the firm',
    description: `Time to offer with its curve, placed by day 90 with what competes, placement rate by quarter of opening, offer acceptance, passthrough, time in stage, open searches by age and health, candidates lost to the market and load per lead, each with its unit, definition, interval and the searches it comes from, ${OF}`,
  },
  sideBySide: {
    summary: 'Set two selections side by side',
    description: `The time to offer of two selections with the log-rank test, each ${OF} The second selection is asked for by the same words with \`other\` before them.`,
  },
} satisfies Docs;
