import type { Docs } from '../http/documented.js';

export const roleTemplatesDocs = {
  list: {
    summary: 'List the roles a search can be for',
    description:
      'Each with the title, the letters of its references and the brief a search for it starts with; and those that are archived.',
  },
  add: {
    summary: 'Add a role template',
    description: 'A role the firm searches for. Its key is made of its title and stays. For partners and admins.',
    refusals: ['not_allowed', 'role_title_taken', 'too_many_role_templates'],
  },
  edit: {
    summary: 'Change a role template',
    description:
      'Or archive it and bring it back. Searches that were opened from it keep what they took. For partners and admins.',
    refusals: ['not_allowed', 'role_template_not_found', 'role_title_taken'],
  },
} satisfies Docs;
