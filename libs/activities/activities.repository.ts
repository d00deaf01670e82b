import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch, visibleSubject } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment, DEFAULT_PAGE, type PageRequest, readCursor } from '@app/platform/lists/page.js';
import type {
  Activity,
  ActivityFilter,
  ActivityKind,
  ActivityVersion,
  ListedActivity,
  LockedActivity,
} from './activities.types.js';
import { mentionsOf } from './activities.sql.js';
import { ActivityEntity } from './activity.entity.js';

export interface NewActivity {
  id: string;
  firmId: string;
  kind: ActivityKind;
  at: Date;
  byUserId: string | null;
  searchId: string | null;
  candidateId: string | null;
  contactId: string | null;
  text: string | null;
}

export type StoredActivity = Omit<Activity, 'changeable'>;
export type StoredListed = Omit<ListedActivity, 'changeable'> & { atKey: string };

const PERSON = (of: string) =>
  `(select json_build_object('id', u.id, 'name', u.name) from firm_user u where u.firm_id = ${of.split('.')[0]}.firm_id and u.id = ${of})`;

const COLUMN = { searchId: 'search_id', candidateId: 'candidate_id', contactId: 'contact_id' } as const;

@Injectable()
export class ActivitiesRepository {
  async insert(tx: Transaction, activity: NewActivity): Promise<void> {
    await tx.query(
      `insert into activity (firm_id, id, kind, at, by_user_id, search_id, candidate_id, contact_id, text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        activity.firmId,
        activity.id,
        activity.kind,
        activity.at,
        activity.byUserId,
        activity.searchId,
        activity.candidateId,
        activity.contactId,
        activity.text,
      ],
    );
  }

  /** Whether somebody is known, erased or not known; nobody erases them before the transaction ends. */
  async erased(
    tx: Transaction,
    firmId: string,
    about: { candidateId: string | null; contactId: string | null },
  ): Promise<boolean> {
    const rows = await tx.query<{ erased: boolean }[]>(
      `with person as (
         select erased_at is not null as erased from candidate where firm_id = $1 and id = $2 for key share
       ), spoken_with as (
         select erased_at is not null as erased from contact where firm_id = $1 and id = $3 for key share
       ) select erased from person union all select erased from spoken_with`,
      [firmId, about.candidateId, about.contactId],
    );
    return rows.some(({ erased }) => erased);
  }

  /** What was logged about a candidate in a search, newest first, with what was taken back since. */
  async about(
    db: EntityManager,
    firmId: string,
    searchId: string,
    candidateId: string,
    limit: number,
  ): Promise<StoredActivity[]> {
    return db.query(
      `(select a.id, a.kind, a.at, ${PERSON('a.by_user_id')} as by, a.text, a.version, null::json as withdrawn,
               ${mentionsOf('a.firm_id', 'a.id')} as mentions
        from activity a where a.firm_id = $1 and a.search_id = $2 and a.candidate_id = $3)
       union all
       (select v.activity_id, v.kind, v.at, ${PERSON('v.by_user_id')}, v.text, v.version,
               json_build_object('at', v.changed_at, 'by', ${PERSON('v.changed_by')}, 'reason', v.reason),
               '[]'::json
        from activity_version v
        where v.firm_id = $1 and v.search_id = $2 and v.candidate_id = $3 and v.change = 'withdrawn')
       order by at desc, id desc limit $4`,
      [firmId, searchId, candidateId, limit],
    );
  }

  /** A page of what was logged, newest first, with what was taken back since; a row more than asked for tells of another page. */
  list(db: Transaction, actor: Actor, filter: ActivityFilter, page: PageRequest): Promise<StoredListed[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const about = (['searchId', 'candidateId', 'contactId'] as const).flatMap((field) => {
      const id = filter[field];
      return id ? [`${COLUMN[field]} = ${bind(id)}`] : [];
    });
    if (filter.clientId) {
      const client = bind(filter.clientId);
      about.push(`(search_id = any (array(select s.id from search s where s.firm_id = $1 and s.client_id = ${client}))
        or contact_id = any (array(select k.id from contact k where k.firm_id = $1 and k.client_id = ${client})))`);
    }
    const cursor = readCursor(page.after, ['moment', 'uuid']);
    const before = cursor ? `and (a.at, a.id) < (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)` : '';
    const subject = ['firm_id = $1', ...about].join(' and ');
    return db.query(
      `with page as (
         select * from (
           select id, firm_id, kind, at, by_user_id, search_id, candidate_id, contact_id, text, version,
                  null::timestamptz as changed_at, null::uuid as changed_by, null as reason
           from activity where ${subject}
           union all
           select activity_id, firm_id, kind, at, by_user_id, search_id, candidate_id, contact_id, text, version,
                  changed_at, changed_by, reason
           from activity_version where ${subject} and change = 'withdrawn'
         ) a where ${visibleSubject('a')} ${before}
         order by a.at desc, a.id desc limit ${(page.limit ?? DEFAULT_PAGE) + 1}
       )
       select a.id, a.kind, a.at, ${cursorMoment('a.at')} as "atKey", ${PERSON('a.by_user_id')} as by, a.text, a.version,
              case when a.changed_at is not null then
                json_build_object('at', a.changed_at, 'by', ${PERSON('a.changed_by')}, 'reason', a.reason) end as withdrawn,
              ${mentionsOf('$1', 'a.id')} as mentions,
              case when s.id is not null then json_build_object('id', s.id, 'title', s.title) end as search,
              case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as candidate,
              case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as contact
       from page a
       left join search s on s.firm_id = $1 and s.id = a.search_id
       left join candidate p on p.firm_id = $1 and p.id = a.candidate_id
       left join contact k on k.firm_id = $1 and k.id = a.contact_id
       order by a.at desc, a.id desc`,
      parameters,
    );
  }

  /** The search of an activity, taken back or not; null where it belongs to none, undefined where there is no such activity. */
  async searchOf(db: Transaction, firmId: string, id: string): Promise<string | null | undefined> {
    const [row] = await db.query<{ searchId: string | null }[]>(
      `select search_id as "searchId" from activity where firm_id = $1 and id = $2
       union all
       select search_id from activity_version where firm_id = $1 and activity_id = $2 limit 1`,
      [firmId, id],
    );
    return row?.searchId;
  }

  /** Whether there is such an activity, or was before it was withdrawn, that this person may see. */
  async isVisible(db: Transaction, actor: Actor, id: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `select 1 from (
         select firm_id, search_id from activity where firm_id = $1 and id = $4
         union all
         select firm_id, search_id from activity_version where firm_id = $1 and activity_id = $4 limit 1
       ) a where ${visibleSubject('a')}`,
      [...viewer(actor), id],
    );
    return rows.length > 0;
  }

  async lock(tx: Transaction, firmId: string, id: string): Promise<LockedActivity | null> {
    const [row] = await tx.query<LockedActivity[]>(
      `select id, kind, by_user_id as "byUserId", search_id as "searchId", candidate_id as "candidateId",
              contact_id as "contactId", text, version
       from activity where firm_id = $1 and id = $2 for update`,
      [firmId, id],
    );
    return row ?? null;
  }

  /** Keeps what it says, and who changes it. */
  async keepVersion(
    tx: Transaction,
    firmId: string,
    activityId: string,
    version: { id: string; change: 'corrected' | 'withdrawn'; at: Date; by: string | null; reason: string | null },
  ): Promise<void> {
    await tx.query(
      `insert into activity_version (firm_id, id, activity_id, version, kind, at, by_user_id, search_id, candidate_id,
                                     contact_id, text, import_key, logged_at, change, changed_at, changed_by, reason)
       select firm_id, $3, id, version, kind, at, by_user_id, search_id, candidate_id, contact_id, text, import_key,
              created_at, $4, $5, $6, $7
       from activity where firm_id = $1 and id = $2`,
      [firmId, activityId, version.id, version.change, version.at, version.by, version.reason],
    );
  }

  /** Which of these colleagues work here and may see the search, if it is about one. */
  async mentionable(
    tx: Transaction,
    firmId: string,
    searchId: string | null,
    userIds: readonly string[],
  ): Promise<{ id: string; name: string; may: boolean }[]> {
    return tx.query(
      `select u.id, u.name, u.deactivated_at is null and ($2::uuid is null or exists (
                select 1 from search s where s.firm_id = u.firm_id and s.id = $2
                  and ${visibleSearch('s', { all: 'false', user: 'u.id' })})) as may
       from firm_user u where u.firm_id = $1 and u.id = any ($3::uuid[])`,
      [firmId, searchId, userIds],
    );
  }

  /** Who is named now: others go, who was named before stays as they were, told or not. */
  async setMentions(
    tx: Transaction,
    firmId: string,
    activityId: string,
    userIds: readonly string[],
    by: string | null,
  ): Promise<void> {
    await tx.query('delete from mention where firm_id = $1 and activity_id = $2 and user_id <> all ($3::uuid[])', [
      firmId,
      activityId,
      userIds,
    ]);
    await tx.query(
      `insert into mention (firm_id, activity_id, user_id, by_user_id)
       select $1, $2, user_id, $4 from unnest($3::uuid[]) as named (user_id) on conflict do nothing`,
      [firmId, activityId, userIds, by],
    );
  }

  async mentioned(tx: Transaction, firmId: string, activityId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'select user_id as id from mention where firm_id = $1 and activity_id = $2',
      [firmId, activityId],
    );
    return rows.map(({ id }) => id);
  }

  async setText(tx: Transaction, firmId: string, id: string, text: string): Promise<void> {
    await tx.update(ActivityEntity, { firmId, id }, { text });
  }

  async remove(tx: Transaction, firmId: string, id: string): Promise<void> {
    await tx.delete(ActivityEntity, { firmId, id });
  }

  versions(db: Transaction, firmId: string, id: string): Promise<ActivityVersion[]> {
    return db.query(
      `select v.version, v.text, v.change, v.changed_at as "changedAt", ${PERSON('v.changed_by')} as "changedBy", v.reason
       from activity_version v where v.firm_id = $1 and v.activity_id = $2 order by v.version`,
      [firmId, id],
    );
  }
}
