import { ABOUT_CANDIDACY, type HoldsPersons } from '@app/platform/persons/holdings.js';

const IN_THEIR_SEARCHES = `t.search_id in (
  select c.search_id from candidacy c where c.firm_id = p.firm_id and c.candidate_id = p.candidate_id)`;

export const STALLS: HoldsPersons = {
  room: 'stalls',
  holdings: [
    {
      // other flags of their searches may count on them, and say so in their evidence
      table: 'stall_flag',
      about: IN_THEIR_SEARCHES,
      given: ABOUT_CANDIDACY('t.candidacy_id'),
      columns: {
        rule: 'kept',
        severity: 'kept',
        state: 'kept',
        cleared_reason: 'kept',
        basis: 'sentence',
        evidence: 'sentence',
        sentence: 'sentence',
        next_step: 'sentence',
        acknowledge_reason: 'sentence',
      },
      becomes: {
        acknowledge_reason: `case when ${ABOUT_CANDIDACY('t.candidacy_id')} then left(t.acknowledge_reason, 0) || '[erased]' else erase_words(t.acknowledge_reason, p.words) end`,
      },
      search: 't.search_id',
      users: ['acknowledged_by', 'assigned_to', 'told_to'],
      unexported: ['episode_key'],
    },
  ],
};
