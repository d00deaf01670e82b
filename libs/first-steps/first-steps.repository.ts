import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { StepsTaken } from './first-steps.types.js';

@Injectable()
export class FirstStepsRepository {
  /** An office is set up when days off are to come in its calendar; a colleague counts once they are invited. */
  async taken(db: Transaction, actor: Actor, now: Date): Promise<StepsTaken> {
    const [row] = await db.query<[StepsTaken]>(
      `select not exists (
                select 1 from office o where o.firm_id = $1 and not exists (
                  select 1 from holiday h where h.firm_id = $1 and h.office_id = o.id
                    and h.date >= ($4::timestamptz at time zone o.time_zone)::date)) as office,
              (select count(*) from firm_user u where u.firm_id = $1 and u.deactivated_at is null) > 1 as colleagues,
              exists (select 1 from client c where c.firm_id = $1) as client,
              exists (select 1 from contact k where k.firm_id = $1 and k.erased_at is null) as contact,
              exists (select 1 from search s where s.firm_id = $1 and ${visibleSearch('s')}) as search,
              exists (select 1 from import_run r where r.firm_id = $1 and r.state = 'done' and not r.check_only) as history,
              (select c.id from client c where c.firm_id = $1
                 and not exists (select 1 from contact k where k.firm_id = $1 and k.client_id = c.id and k.erased_at is null)
               order by c.created_at, c.id limit 1) as "clientId",
              exists (select 1 from firm f where f.sample_of = $1) as sample,
              exists (select 1 from first_steps_away a where a.firm_id = $1 and a.user_id = $3) as away`,
      [...viewer(actor), now],
    );
    return row;
  }

  async putAway(db: Transaction, { firmId, userId }: Actor): Promise<void> {
    await db.query('insert into first_steps_away (firm_id, user_id) values ($1, $2) on conflict do nothing', [
      firmId,
      userId,
    ]);
  }

  async callBack(db: Transaction, { firmId, userId }: Actor): Promise<void> {
    await db.query('delete from first_steps_away where firm_id = $1 and user_id = $2', [firmId, userId]);
  }
}
