import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type {
  CalendarHoliday,
  CalendarState,
  ClientCalendarRecord,
  OfficeCalendarRecord,
  StoredVersion,
} from './calendars.types.js';

type StoredOffice = Omit<OfficeCalendarRecord, 'allowed'>;
type StoredClient = Omit<ClientCalendarRecord, 'allowed'>;

const RUNNING = `status in ('open', 'offer', 'on_hold')`;
const holidaysOf = (table: 'holiday' | 'client_holiday', owner: string): string =>
  `coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name) order by h.date)
             from ${table} h where h.firm_id = $1 and h.${owner} = $4), '[]') as holidays`;
/** The running searches this person may see. */
const runningOf = (owner: string): string =>
  `(select count(*)::int from search s
    where s.firm_id = $1 and s.${owner} = $4 and s.${RUNNING} and ${visibleSearch('s')}) as "runningSearches"`;

@Injectable()
export class CalendarsRepository {
  async office(db: Transaction, actor: Actor, officeId: string): Promise<StoredOffice | null> {
    const [row] = await db.query<StoredOffice[]>(
      `select o.id as "officeId", o.key, o.country, o.region, o.time_zone as "timeZone",
              o.working_days as "workingDays", o.calendar_version as version, ${holidaysOf('holiday', 'office_id')},
              ${runningOf('office_id')}
       from office o where o.firm_id = $1 and o.id = $4`,
      [...viewer(actor), officeId],
    );
    return row ?? null;
  }

  async lockOffice(tx: Transaction, firmId: string, officeId: string): Promise<void> {
    await tx.query('select 1 from office where firm_id = $1 and id = $2 for no key update', [firmId, officeId]);
  }

  async saveOffice(tx: Transaction, firmId: string, officeId: string, state: CalendarState): Promise<void> {
    await tx.query(
      `update office set time_zone = $3, working_days = $4, region = $5, calendar_version = calendar_version + 1
       where firm_id = $1 and id = $2`,
      [firmId, officeId, state.timeZone, state.workingDays, state.region ?? null],
    );
    await this.saveHolidays(tx, 'holiday', 'office_id', [firmId, officeId], state.holidays);
  }

  async client(db: Transaction, actor: Actor, clientId: string): Promise<StoredClient | null> {
    const [row] = await db.query<StoredClient[]>(
      `select c.id as "clientId", c.country, c.calendar_version as version, ${holidaysOf('client_holiday', 'client_id')},
              ${runningOf('client_id')}
       from client c where c.firm_id = $1 and c.id = $4`,
      [...viewer(actor), clientId],
    );
    return row ?? null;
  }

  async lockClient(tx: Transaction, firmId: string, clientId: string): Promise<void> {
    await tx.query('select 1 from client where firm_id = $1 and id = $2 for no key update', [firmId, clientId]);
  }

  async saveClient(tx: Transaction, firmId: string, clientId: string, holidays: CalendarHoliday[]): Promise<void> {
    await tx.query('update client set calendar_version = calendar_version + 1 where firm_id = $1 and id = $2', [
      firmId,
      clientId,
    ]);
    await this.saveHolidays(tx, 'client_holiday', 'client_id', [firmId, clientId], holidays);
  }

  /** Keeps a version of an office's calendar as it is from now on; one that is kept already stays. */
  async keepOfficeVersion(
    tx: Transaction,
    firmId: string,
    officeId: string,
    version: { version: number; byUserId: string | null; state: CalendarState },
  ): Promise<void> {
    const { region, timeZone, workingDays, holidays } = version.state;
    await tx.query(
      `insert into calendar_edit (firm_id, id, office_id, version, by_user_id, time_zone, working_days, holidays, region)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (firm_id, office_id, version) do nothing`,
      [
        ...[firmId, newId(), officeId, version.version, version.byUserId],
        ...[timeZone, workingDays, JSON.stringify(holidays), region ?? null],
      ],
    );
  }

  async keepClientVersion(
    tx: Transaction,
    firmId: string,
    clientId: string,
    version: { version: number; byUserId: string | null; holidays: CalendarHoliday[] },
  ): Promise<void> {
    await tx.query(
      `insert into client_calendar_edit (firm_id, id, client_id, version, by_user_id, holidays)
       values ($1, $2, $3, $4, $5, $6) on conflict (firm_id, client_id, version) do nothing`,
      [firmId, newId(), clientId, version.version, version.byUserId, JSON.stringify(version.holidays)],
    );
  }

  /** The latest first; one more than shown, so that the last one shown can be compared with it. */
  officeVersions(db: Transaction, firmId: string, officeId: string, limit: number): Promise<StoredVersion[]> {
    return db.query(
      `select version, at, by_user_id as "byUserId", region, time_zone as "timeZone", working_days as "workingDays", holidays
       from calendar_edit where firm_id = $1 and office_id = $2 order by version desc limit $3`,
      [firmId, officeId, limit],
    );
  }

  clientVersions(db: Transaction, firmId: string, clientId: string, limit: number): Promise<StoredVersion[]> {
    return db.query(
      `select version, at, by_user_id as "byUserId", holidays
       from client_calendar_edit where firm_id = $1 and client_id = $2 order by version desc limit $3`,
      [firmId, clientId, limit],
    );
  }

  /** Has the running searches of an office or a client looked at again, locked in the order every writer of flags takes. */
  async lookAgain(tx: Transaction, firmId: string, of: { officeId: string } | { clientId: string }): Promise<void> {
    const [column, id] = 'officeId' in of ? ['office_id', of.officeId] : ['client_id', of.clientId];
    await tx.query(
      `update search_check k set next_check_at = '-infinity'
       from (select id from search where firm_id = $1 and ${column} = $2 and ${RUNNING}
             order by id for no key update) running
       where k.firm_id = $1 and k.search_id = running.id`,
      [firmId, id],
    );
  }

  private async saveHolidays(
    tx: Transaction,
    table: 'holiday' | 'client_holiday',
    owner: 'office_id' | 'client_id',
    [firmId, ownerId]: [string, string],
    holidays: readonly CalendarHoliday[],
  ): Promise<void> {
    const rows = JSON.stringify(holidays.map((holiday) => ({ ...holiday, id: newId() })));
    await tx.query(
      `delete from ${table} h where h.firm_id = $1 and h.${owner} = $2
         and h.date not in (select w.date from jsonb_to_recordset($3::jsonb) as w (date date))`,
      [firmId, ownerId, rows],
    );
    await tx.query(
      `insert into ${table} as h (firm_id, id, ${owner}, date, name)
       select $1, w.id, $2, w.date, w.name from jsonb_to_recordset($3::jsonb) as w (id uuid, date date, name text)
       on conflict (firm_id, ${owner}, date) do update set name = excluded.name
         where h.name is distinct from excluded.name`,
      [firmId, ownerId, rows],
    );
  }
}
