import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { OfficeCalendar } from '@app/platform/time/working-calendar.js';
import type { NotificationModes, NotificationTimes, PersonKey, Recipient } from './notifications.types.js';

/** A person with what they chose; null and missing: nothing yet. */
export interface PersonRow extends PersonKey, Recipient {
  readonly times: NotificationTimes | null;
  readonly version: number;
  readonly chosen: Partial<NotificationModes>;
  readonly calendar: OfficeCalendar;
  readonly absent: boolean;
}

/** What people chose to hear of, and when. */
@Injectable()
export class NotificationsRepository {
  async people(db: Transaction, keys: readonly PersonKey[]): Promise<PersonRow[]> {
    return prepared<PersonRow>(
      db,
      'notifications_people',
      `select m.firm_id as "firmId", m.user_id as "userId", m.name, m.email, m.role, m.time_zone as "timeZone",
              m.created_at as "createdAt", m.firm_name as "firmName", m.simulated,
              case when t.user_id is not null then json_build_object(
                'quietFrom', to_char(t.quiet_from, 'HH24:MI'), 'quietTo', to_char(t.quiet_to, 'HH24:MI'),
                'digestAt', to_char(t.digest_at, 'HH24:MI'), 'workingDaysOnly', t.working_days_only) end as times,
              coalesce(t.version, 0) as version,
              coalesce((select json_object_agg(p.kind, p.mode) from reminder_preference p
                        where p.firm_id = m.firm_id and p.user_id = m.user_id), '{}') as chosen,
              json_build_object('zone', o.time_zone, 'workingDays', o.working_days, 'version', o.calendar_version,
                'holidays', coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name)) from holiday h
                   where h.firm_id = o.firm_id and h.office_id = o.id and h.date >= current_date - 10), '[]')) as calendar,
              exists (select 1 from absence a where a.firm_id = m.firm_id and a.user_id = m.user_id
                      and (now() at time zone m.time_zone)::date between a.first_day and a.last_day) as absent
       from unnest($1::uuid[], $2::uuid[]) as k (firm_id, user_id)
       join mail_recipient m on m.firm_id = k.firm_id and m.user_id = k.user_id
       join firm_user u on u.firm_id = m.firm_id and u.id = m.user_id
       join office o on o.firm_id = u.firm_id and o.id = u.office_id
       left join reminder_setting t on t.firm_id = m.firm_id and t.user_id = m.user_id`,
      [keys.map((key) => key.firmId), keys.map((key) => key.userId)],
    );
  }

  /** False when somebody else saved meanwhile. Version 0: nothing was saved yet. */
  async saveTimes(
    tx: Transaction,
    { firmId, userId }: PersonKey,
    version: number,
    { quietFrom, quietTo, digestAt, workingDaysOnly }: NotificationTimes,
  ): Promise<boolean> {
    const values = [firmId, userId, quietFrom, quietTo, digestAt, workingDaysOnly];
    if (version === 0) {
      const rows: unknown[] = await tx.query(
        `insert into reminder_setting (firm_id, user_id, quiet_from, quiet_to, digest_at, working_days_only)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning version`,
        values,
      );
      return rows.length === 1;
    }
    const [, affected]: [unknown, number] = await tx.query(
      `update reminder_setting set quiet_from = $3, quiet_to = $4, digest_at = $5, working_days_only = $6, version = version + 1
       where firm_id = $1 and user_id = $2 and version = $7`,
      [...values, version],
    );
    return affected === 1;
  }

  async saveModes(tx: Transaction, { firmId, userId }: PersonKey, modes: Partial<NotificationModes>): Promise<void> {
    const entries = Object.entries(modes);
    if (entries.length === 0) return;
    await tx.query(
      `insert into reminder_preference (firm_id, id, user_id, kind, mode)
       select $1, id, $2, kind, mode from unnest($3::uuid[], $4::text[], $5::text[]) as p (id, kind, mode)
       on conflict (firm_id, user_id, kind) do update set mode = excluded.mode`,
      [firmId, userId, entries.map(() => newId()), entries.map(([kind]) => kind), entries.map(([, mode]) => mode)],
    );
  }

  /** What waits for a digest and is to be heard of at once from now on stays; what is switched off goes. */
  async dropWaiting(tx: Transaction, { firmId, userId }: PersonKey, kinds: string[]): Promise<void> {
    await tx.query(
      `update reminder set mode = 'off' where firm_id = $1 and recipient_id = $2 and kind = any($3)
         and delivery_id is null and cancelled_at is null and mode in ('immediate', 'digest')`,
      [firmId, userId, kinds],
    );
  }

  /**
   * Mails put off for quiet hours are decided on anew: one person's, or those of the whole firm. What waits because the
   * mail server said "not now" goes on waiting.
   */
  async lookAgain(tx: Transaction, firmId: string, userId: string | null): Promise<void> {
    await tx.query(
      `update delivery set not_before = least(not_before, greatest(due_at, now()))
       where firm_id = $1 and ($2::uuid is null or recipient_id = $2) and state = 'pending' and attempts = 0`,
      [firmId, userId],
    );
  }
}
