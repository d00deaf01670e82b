import type { Docs } from '../http/documented.js';

export const leadsDocs = {
  preview: {
    summary: 'Show what a change of leads would do',
    description:
      'The answer of the change itself, with nothing changed: which searches would be handed over, and which would not and why.',
    refusals: ['already_lead', 'colleague_left', 'not_allowed', 'unknown_team_member'],
  },
  change: {
    summary: 'Change the leads of several searches',
    description:
      'Up to 100 in one transaction; what is refused (`refused`) stops no other. For the lead of each, partners and admins; whoever led a search before stays on its team. The answer names the lead before: the same request with those leads undoes it, where whoever asks may still change it and those people still work here.',
    refusals: ['already_lead', 'colleague_left', 'not_allowed', 'unknown_team_member'],
  },
} satisfies Docs;
