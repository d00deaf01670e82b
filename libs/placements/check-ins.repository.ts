import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { onTeam, viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { cursorMoment, DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { CheckIn } from './check-ins.types.js';
import { CheckInEntity } from './check-in.entity.js';

/** An offer as far as its check-ins follow from it. */
export interface Placement {
  offerId: string;
  candidacyId: string;
  searchId: string;
  /** null: not accepted, taken back, or not agreed yet. */
  startDate: LocalDate | null;
  signals: string[];
}

export type ListedCheckIn = CheckIn & { dueKey: string };

const RECORD = `k.id, k.offer_id as "offerId", k.candidacy_id as "candidacyId",
  json_build_object('id', s.id, 'title', s.title) as search, json_build_object('id', p.id, 'name', p.name) as candidate,
  k.day, k.due_on::text as "dueOn", k.done_at as "doneAt",
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "doneBy", k.note, k.version`;

const NAMES = `join search_header s on s.firm_id = k.firm_id and s.id = k.search_id
  join candidacy_overview c on c.firm_id = k.firm_id and c.id = k.candidacy_id
  join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
  left join firm_user u on u.firm_id = k.firm_id and u.id = k.done_by`;

const ON_TEAM = onTeam('k');
const VISIBLE = visibleSearch('s');
const DUE = `(k.due_on::timestamp at time zone 'utc')`;

@Injectable()
export class CheckInsRepository {
  async placement(tx: Transaction, firmId: string, offerId: string): Promise<Placement | null> {
    const [row] = await tx.query<Placement[]>(
      `select o.id as "offerId", o.candidacy_id as "candidacyId", o.search_id as "searchId", p.signals,
              case when o.decision = 'accepted' and o.taken_back_at is null then o.start_date::text end as "startDate"
       from candidacy_offer o
       join candidacy_overview c on c.firm_id = o.firm_id and c.id = o.candidacy_id
       join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
       where o.firm_id = $1 and o.id = $2`,
      [firmId, offerId],
    );
    return row ?? null;
  }

  /** Leaves what is done; of the rest, exactly what is planned. */
  async replacePlan(
    tx: Transaction,
    firmId: string,
    { offerId, candidacyId, searchId }: Placement,
    plan: readonly { day: number; dueOn: LocalDate }[],
  ): Promise<void> {
    const days = plan.map(({ day }) => day);
    await tx.query(
      'delete from check_in where firm_id = $1 and offer_id = $2 and done_at is null and day <> all ($3::int[])',
      [firmId, offerId, days],
    );
    await tx.query(
      `insert into check_in as k (firm_id, id, offer_id, candidacy_id, search_id, day, due_on)
       select $1, n.id, $2, $3, $4, n.day, n.due_on from unnest($5::uuid[], $6::int[], $7::date[]) as n (id, day, due_on)
       on conflict (firm_id, offer_id, day) do update set due_on = excluded.due_on, version = k.version + 1
       where k.done_at is null and k.due_on <> excluded.due_on`,
      [firmId, offerId, candidacyId, searchId, days.map(() => newId()), days, plan.map(({ dueOn }) => dueOn)],
    );
  }

  /** Of one offer, or of everybody placed in the searches this person works on and not done yet, by the day they are due. */
  list(
    db: Transaction,
    actor: Actor,
    { offerId, until }: { offerId?: string; until?: LocalDate },
    page: PageRequest,
  ): Promise<ListedCheckIn[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const where = offerId
      ? [`k.offer_id = ${bind(offerId)}`, VISIBLE]
      : ['k.done_at is null', `($2::boolean or ${ON_TEAM})`];
    if (until) where.push(`k.due_on <= ${bind(until)}::date`);
    const cursor = readCursor(page.after, ['moment', 'uuid']);
    if (cursor) where.push(`(${DUE}, k.id) > (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)`);
    return db.query(
      `select ${RECORD}, ${cursorMoment(DUE)} as "dueKey" from check_in k ${NAMES}
       where k.firm_id = $1 and ${where.join(' and ')}
       order by k.due_on, k.id limit ${(page.limit ?? DEFAULT_PAGE) + 1}`,
      parameters,
    );
  }

  async knowsOffer(db: Transaction, actor: Actor, offerId: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `select 1 from candidacy_offer o join search s on s.firm_id = o.firm_id and s.id = o.search_id
       where o.firm_id = $1 and o.id = $4 and ${VISIBLE}`,
      [...viewer(actor), offerId],
    );
    return rows.length > 0;
  }

  async find(db: Transaction, actor: Actor, checkInId: string): Promise<CheckIn | null> {
    const [row] = await db.query<CheckIn[]>(
      `select ${RECORD} from check_in k ${NAMES} where k.firm_id = $1 and k.id = $4 and ${VISIBLE}`,
      [...viewer(actor), checkInId],
    );
    return row ?? null;
  }

  async setDone(
    tx: Transaction,
    firmId: string,
    checkInId: string,
    done: { at: Date; by: string | null; note: string | null } | null,
  ): Promise<void> {
    const { at: doneAt = null, by: doneBy = null, note = null } = done ?? {};
    await tx.update(CheckInEntity, { firmId, id: checkInId }, { doneAt, doneBy, note });
  }
}
