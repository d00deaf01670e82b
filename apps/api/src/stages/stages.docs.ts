import type { Docs } from '../http/documented.js';

export const stagesDocs = {
  list: {
    summary: 'List the stages',
    description:
      'The stages of the firm in the order of its process, each of a fixed kind, and those that are archived.',
  },
  edit: {
    summary: 'Change the stages',
    description:
      'Add, rename, reorder, archive and bring back in one request, which makes one new version; boards and clocks follow. For partners and admins.',
    refusals: ['not_allowed', 'stages_refused'],
  },
  versions: {
    summary: 'List changes of the stages',
    description: 'Who changed what and when, latest first.',
  },
} satisfies Docs;
