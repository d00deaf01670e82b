import type { Docs } from '../http/documented.js';

export const flagsDocs = {
  openFlags: {
    summary: 'List the open flags of a search',
    description: 'Each with its sentence, basis and evidence, and who has it in hand.',
    refusals: ['search_not_found'],
  },
  why: {
    summary: 'Explain a flag',
    description: 'How it was decided: the fact its clock runs from, the days counted, the rule and its limits.',
    refusals: ['flag_not_found'],
  },
  history: {
    summary: 'List every flag a search had',
    description: 'Newest first, with when and why each was cleared.',
    refusals: ['search_not_found'],
  },
  whatIf: {
    summary: 'Ask what would change',
    description: 'Which flags and windows would change with other limits or an event to come. Saves nothing.',
    refusals: ['search_not_assessed', 'search_not_found', 'what_if_refused'],
  },
  asOf: {
    summary: 'Show the searches at an earlier moment',
    description: 'The running searches you may see as the rules saw them then, the worst first.',
    refusals: ['moment_in_future', 'moment_too_costly'],
  },
  acknowledge: {
    summary: 'Acknowledge a flag',
    description:
      'Says that someone knows, and why it has to wait; the flag is not escalated. For the team of the search, the person assigned to the flag, partners and admins.',
    refusals: ['flag_acknowledged', 'flag_not_found', 'flag_not_standing', 'not_allowed'],
  },
  takeBack: {
    summary: 'Take an acknowledgement back',
    description:
      'The flag is open to be taken in hand again. For the team of the search, the person assigned to the flag, partners and admins.',
    refusals: ['flag_not_found', 'flag_not_standing', 'not_allowed'],
  },
  snooze: {
    summary: 'Snooze a flag',
    description:
      'Out of sight until a day begins at the office, 60 days at most. For the team of the search, the person assigned to the flag, partners and admins.',
    refusals: ['flag_not_found', 'flag_not_standing', 'not_allowed', 'snooze_date_refused'],
  },
  wake: {
    summary: 'End a snooze',
    description: 'Before its time. For the team of the search, the person assigned to the flag, partners and admins.',
    refusals: ['flag_not_found', 'flag_not_standing', 'not_allowed'],
  },
  changeAll: {
    summary: 'Change several flags',
    description:
      'Acknowledges, snoozes, assigns, or takes that back, one flag after the other, 200 at most. What is refused is listed and stops no other.',
  },
  assign: {
    summary: 'Assign a flag',
    description:
      'To a colleague who may see its search; null gives it back to the lead. For the team of the search, the person assigned to the flag, partners and admins.',
    refusals: ['flag_not_found', 'flag_not_standing', 'not_allowed', 'unknown_assignee'],
  },
} satisfies Docs;
