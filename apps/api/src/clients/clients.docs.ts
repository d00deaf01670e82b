import type { Docs } from '../http/documented.js';

export const clientsDocs = {
  list: {
    summary: 'List clients',
    description: 'By name if no other order is asked for; `q` searches names, domains and industries.',
  },
  add: {
    summary: 'Add a client',
    description:
      'A hiring organisation, with its industry and country where they are known. Open to everybody at the firm.',
  },
  find: {
    summary: 'Show a client',
    description: 'With its contacts and those of its searches that you may see.',
    refusals: ['client_not_found'],
  },
  edit: {
    summary: 'Change a client',
    description: 'Fields left out stay as they are; null clears a field that may be empty.',
    refusals: ['client_not_found'],
  },
  addContact: {
    summary: 'Add a contact to a client',
    description:
      'A person on the client’s side. Mark the one who decides as `decision_maker`: the rule `decision_maker_silent` watches for conversations with them. Open to everyone at the firm; one who shares an address with another contact, at any client, has to be confirmed.',
    refusals: ['asked_to_be_forgotten', 'client_not_found', 'not_allowed', 'possible_duplicate'],
  },
  editContact: {
    summary: 'Change a contact of a client',
    description:
      'Name, role and address. The address of a person who asked to be forgotten is refused unless a partner keeps them on purpose.',
    refusals: [
      'asked_to_be_forgotten',
      'client_not_found',
      'contact_erased',
      'contact_not_found',
      'not_allowed',
      'possible_duplicate',
    ],
  },
} satisfies Docs;
