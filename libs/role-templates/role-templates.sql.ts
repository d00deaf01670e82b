import { view } from '@app/platform/migrate/definitions.sql.js';

export const ROLE_TEMPLATES_SQL = [
  // A role by the key that searches and limits have of it.
  view(
    'search_role',
    `
      select firm_id, key, family, code, title, criteria, archived_at is not null as archived from role_template
    `,
  ),
];
