import type { Docs } from '../http/documented.js';

export const reportsDocs = {
  pipelineHealth: {
    summary: 'Show pipeline health',
    description:
      'The running searches you may see by health and with reasons, the windows closing this week, who stalls most by consultant, client and office, and the time to offer against the market; of everything, or of one lead, office, client or role.',
  },
  pipelineHealthChanges: {
    summary: 'Show what changed since last Monday',
    description:
      'How many searches were stalled, at risk, on track and on hold as the last Monday before today began in your zone, by the facts up to then, and which searches have become stalled, recovered, been put on hold, opened, placed or closed since; over the searches you may see today, with the names of today.',
    refusals: ['moment_too_costly', 'user_not_found'],
  },
  pipelineHealthPdf: {
    summary: 'Download pipeline health as PDF',
    description:
      'The same figures with every running search (the 500 most pressing, where there are more) on sheets of A4, in your own time zone.',
    refusals: ['printer_busy', 'user_not_found'],
  },
  find: {
    summary: 'Find by a few letters',
    description: 'The few searches, candidates and clients that match what is being typed, among those you may see.',
  },
} satisfies Docs;
