import type { Docs } from '../http/documented.js';

export const reportsDocs = {
  pipelineHealth: {
    summary: 'Show pipeline health',
    description:
      'The running searches you may see by health and with reasons, the windows closing this week, and the time to offer against the market.',
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
