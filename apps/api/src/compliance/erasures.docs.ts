import type { Docs } from '../http/documented.js';

export const erasuresDocs = {
  list: {
    summary: 'List erasures',
    description: 'The proof of every erasure, latest first. They name nobody. For partners and admins.',
    refusals: ['not_allowed'],
  },
  erase: {
    summary: 'Erase a person',
    description:
      'Takes a candidate or a contact out of every room in one transaction; it cannot be undone. For partners and admins, who type the name of the person to confirm.',
    refusals: [
      'confirmation_wrong',
      'import_under_way',
      'not_allowed',
      'person_erased',
      'person_not_found',
      'request_in_future',
    ],
  },
  preview: {
    summary: 'Preview an erasure',
    description:
      'How many records an erasure would take out, by room and table. Changes nothing. For partners and admins.',
    refusals: ['not_allowed', 'person_erased', 'person_not_found'],
  },
  find: {
    summary: 'Show an erasure',
    description: 'One proof: when, by whom, why, and how many records. For partners and admins.',
    refusals: ['erasure_not_found', 'not_allowed'],
  },
  exportOf: {
    summary: 'Export what is held about a person',
    description:
      'One document to hand to the person: what you may see of their data, with sources, recipients and purposes. For partners and admins; that it was made is audited.',
    refusals: ['not_allowed', 'person_erased', 'person_not_found'],
  },
} satisfies Docs;
