import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { isConfidential, seesEverything, viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment, DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import type { Viewer } from '@app/platform/persons/holdings.js';
import { IMPORT_LOCK } from '@app/import-files/import-lock.sql.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { Erasure, ErasureReason, PersonRef, RoomCounts } from './compliance.types.js';
import { ErasureEntity } from './erasure.entity.js';

const WITHHELD = 'A client whose search is confidential';

/** What a person's own record says of them. */
export interface PersonRecord {
  name: string;
  email: string | null;
  phone: string | null;
  profileUrl: string | null;
  employer: string | null;
  ref: string | null;
  source: string | null;
  erased: boolean;
  /** Somebody else of the firm is called the same. */
  namesake: boolean;
}

const NAMESAKE = `(
  exists (select 1 from candidate o where o.firm_id = x.firm_id and o.name = x.name and o.id <> x.id)
  or exists (select 1 from contact o where o.firm_id = x.firm_id and o.name = x.name and o.id <> x.id)
  or exists (select 1 from firm_user o where o.firm_id = x.firm_id and o.name = x.name))`;

const RECORDS: Record<PersonRef['kind'], string> = {
  candidate: `select x.name, x.email, x.phone, x.profile_url as "profileUrl", x.employer, x.ref, x.source,
      x.erased_at is not null as erased, ${NAMESAKE} as namesake
    from candidate x where x.firm_id = $1 and x.id = $2`,
  contact: `select x.name, x.email, null as phone, null as "profileUrl", k.name as employer, x.ref, null as source,
      x.erased_at is not null as erased, ${NAMESAKE} as namesake
    from contact x join client k on k.firm_id = x.firm_id and k.id = x.client_id where x.firm_id = $1 and x.id = $2`,
};

const ERASURE = `e.id, e.at, e.reason, e.requested_on::text as "requestedOn", e.counts,
  jsonb_build_object('kind', e.person_kind, 'id', e.person_id) as person,
  (select jsonb_build_object('id', u.id, 'name', u.name) from firm_user u
   where u.firm_id = e.firm_id and u.id = e.by_user_id) as by`;

export type StoredErasure = Omit<Erasure, 'total'>;

@Injectable()
export class ComplianceRepository {
  async person(db: Transaction, firmId: string, { kind, id }: PersonRef): Promise<PersonRecord | null> {
    const [row] = await db.query<PersonRecord[]>(RECORDS[kind], [firmId, id]);
    return row ?? null;
  }

  /** Nobody writes anything new about them until the transaction has ended. */
  async lockPerson(tx: Transaction, firmId: string, ref: PersonRef): Promise<PersonRecord | null> {
    await tx.query(`select 1 from ${ref.kind} where firm_id = $1 and id = $2 for update`, [firmId, ref.id]);
    return this.person(tx, firmId, ref);
  }

  /** A large firm's texts take a while to look through. */
  async patiently(tx: Transaction): Promise<void> {
    await tx.query(`set local statement_timeout = '120s'`);
  }

  /** Until the transaction ends no import begins. False when one reads, or waits to. */
  async keepImportsOut(tx: Transaction, firmId: string): Promise<boolean> {
    const [row] = await tx.query<[{ held: boolean }]>(
      `select pg_try_advisory_xact_lock_shared(${IMPORT_LOCK})
         and not exists (select 1 from import_run where firm_id = $1::uuid and state in ('waiting', 'running')) as held`,
      [firmId],
    );
    return row.held;
  }

  /** From here to the commit, append-only tables let their words be taken out. */
  async begin(
    tx: Transaction,
    firmId: string,
    erasure: { id: string; by: string | null; person: PersonRef; reason: ErasureReason; requestedOn: LocalDate },
  ): Promise<void> {
    const { id, by, person, reason, requestedOn } = erasure;
    const about = { personKind: person.kind, personId: person.id, reason, requestedOn };
    await tx.insert(ErasureEntity, { firmId, id, byUserId: by, ...about, counts: {} });
    await tx.query(`select set_config('searchlight.erasure', $1, true)`, [id]);
  }

  async finish(tx: Transaction, firmId: string, id: string, counts: RoomCounts): Promise<void> {
    await tx.update(ErasureEntity, { firmId, id }, { counts });
    await tx.query(`select set_config('searchlight.erasure', '', true)`);
  }

  async list(db: Transaction, firmId: string, page: PageRequest): Promise<(StoredErasure & { key: string })[]> {
    const key = readCursor(page.after, ['moment', 'uuid']);
    return db.query(
      `select ${ERASURE}, ${cursorMoment('e.at')} as key from erasure e
       where e.firm_id = $1 and ($2::timestamptz is null or (e.at, e.id) < ($2::timestamptz, $3::uuid))
       order by e.at desc, e.id desc limit $4`,
      [firmId, key?.[0] ?? null, key?.[1] ?? null, (page.limit ?? DEFAULT_PAGE) + 1],
    );
  }

  async find(db: Transaction, firmId: string, id: string): Promise<StoredErasure | null> {
    const [row] = await db.query<StoredErasure[]>(
      `select ${ERASURE} from erasure e where e.firm_id = $1 and e.id = $2`,
      [firmId, id],
    );
    return row ?? null;
  }

  async firmName(db: Transaction, firmId: string): Promise<string> {
    const [row] = await db.query<{ name: string }[]>('select name from firm where id = $1', [firmId]);
    return row?.name ?? '';
  }

  viewerOf(actor: Actor): Viewer {
    const visible = visibleSearch('x', { all: 'p.sees_all', user: 'p.viewer_id' });
    return { seesAll: seesEverything(actor), userId: actor.userId, visible };
  }

  /** Clients they were presented to in what who asks may see; those of confidential searches are not named. */
  async recipients(db: Transaction, actor: Actor, person: PersonRef): Promise<string[]> {
    const rows = await db.query<{ name: string }[]>(
      `select distinct case when ${isConfidential('s')} then '${WITHHELD}' else k.name end as name
       from candidacy c join search s on s.firm_id = c.firm_id and s.id = c.search_id
       join client k on k.firm_id = s.firm_id and k.id = s.client_id
       where c.firm_id = $1 and c.candidate_id = $4 and c.presented_at is not null and ${visibleSearch('s')} order by 1`,
      [...viewer(actor), person.id],
    );
    return rows.map(({ name }) => name);
  }
}
