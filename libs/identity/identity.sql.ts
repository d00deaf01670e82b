import { view } from '@app/platform/migrate/definitions.sql.js';

export const IDENTITY_SQL = [
  // Whom mails go to. Nobody who has left hears of anything; and whoever was invited and has not joined is sent nothing but
  // the invitation: their address is typed and not yet proved, and mails name candidates and clients.
  view(
    'mail_recipient',
    `
      select u.firm_id, u.id as user_id, u.name, u.email, u.role, u.created_at, o.time_zone,
             f.name as firm_name, f.simulated
      from firm_user u
      join office o on o.firm_id = u.firm_id and o.id = u.office_id
      join firm f on f.id = u.firm_id
      where u.deactivated_at is null and u.auth_user_id is not null
    `,
  ),
];
