import { Injectable } from '@nestjs/common';
import { mentionsOf } from '@app/activities/activities.sql.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSubject } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment, DEFAULT_PAGE, type PageRequest, readCursor } from '@app/platform/lists/page.js';
import type { TimelineEntry, TimelineFilter } from './timeline.types.js';

export type StoredEntry = Omit<TimelineEntry, 'changeable'> & { atKey: string };

const PERSON = (id: string): string =>
  `(select json_build_object('id', u.id, 'name', u.name) from firm_user u where u.firm_id = $1 and u.id = ${id})`;

const COLUMN = {
  searchId: 'search_id',
  candidateId: 'candidate_id',
  contactId: 'contact_id',
  kind: 'kind',
} as const;

/** In its searches, and with its contacts elsewhere: each part goes by an index, which one that asks for either does not. */
function ofClient(client: string): readonly [string, string] {
  const searches = `array(select s.id from search s where s.firm_id = $1 and s.client_id = ${client})`;
  const contacts = `array(select k.id from contact k where k.firm_id = $1 and k.client_id = ${client})`;
  return [
    `h.search_id = any (${searches})`,
    `h.contact_id = any (${contacts}) and (h.search_id is null or h.search_id <> all (${searches}))`,
  ];
}

@Injectable()
export class TimelineRepository {
  /** A page of what happened, newest first; a row more than asked for tells of another page. */
  page(db: Transaction, actor: Actor, filter: TimelineFilter, page: PageRequest): Promise<StoredEntry[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const about = (['searchId', 'candidateId', 'contactId', 'kind'] as const).flatMap((field) => {
      const value = filter[field];
      return value ? [`h.${COLUMN[field]} = ${bind(value)}`] : [];
    });
    const cursor = readCursor(page.after, ['moment', 'uuid']);
    const before = cursor ? `and (h.at, h.id) < (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)` : '';
    const limit = (page.limit ?? DEFAULT_PAGE) + 1;
    const part = (...more: string[]): string =>
      `(select * from happening h where ${['h.firm_id = $1', ...about, ...more].join(' and ')} and ${visibleSubject('h')}
        ${before} order by h.at desc, h.id desc limit ${limit})`;
    const parts = filter.clientId ? ofClient(bind(filter.clientId)).map((which) => part(which)) : [part()];
    return db.query(
      `with page as (
         select * from (${parts.join(' union all ')}) h order by h.at desc, h.id desc limit ${limit}
       )
       select h.id, h.kind, h.what, h.came_from as "from", h.at, ${cursorMoment('h.at')} as "atKey",
              ${PERSON('h.by_user_id')} as by, h.text, h.version,
              case when h.voided_at is not null then
                json_build_object('at', h.voided_at, 'by', ${PERSON('h.voided_by')}, 'reason', h.voided_why) end as voided,
              case when s.id is not null then json_build_object('id', s.id, 'title', s.title) end as search,
              case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as candidate,
              case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as contact,
              ${mentionsOf('$1', 'h.id')} as mentions
       from page h
       left join search s on s.firm_id = $1 and s.id = h.search_id
       left join candidate p on p.firm_id = $1 and p.id = h.candidate_id
       left join contact k on k.firm_id = $1 and k.id = h.contact_id
       order by h.at desc, h.id desc`,
      parameters,
    );
  }
}
