import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { isConfidential, viewer, visibleSearch, visibleSubject } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment, DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import type { DeliveryState, LockedDelivery, MailLogFilter, MailLogItem } from './mail-log.types.js';

export type MailLogRow = Omit<MailLogItem, 'actions'> & { readonly dueKey: string };

/** A delivery that somebody outside tells of. */
export interface Told {
  readonly firmId: string;
  readonly id: string;
  readonly state: DeliveryState;
  readonly recipientId: string | null;
  readonly contactId: string | null;
  readonly address: string | null;
  /** when the mail was handed over, or given up; null: not yet */
  readonly finishedAt: Date | null;
}

interface Contact {
  readonly firmId: string;
  readonly personId: string;
}

/** Why a contact gets no mails who took the way out of one. */
const ASKED = 'the recipient asked for no more reminders';

/** The mails that are about searches alone which the reader may not see, and those they were sent again for. */
const HIDDEN = `(
  with recursive hidden as (
    select r.delivery_id as id from reminder r join search s on s.firm_id = r.firm_id and s.id = r.search_id
    where r.firm_id = $1 and r.delivery_id is not null and ${isConfidential('s')} and not ${visibleSearch('s')}
      and not exists (select 1 from reminder o where o.firm_id = $1 and o.delivery_id = r.delivery_id and ${visibleSubject('o')})
    union
    select d.resend_of from delivery d join hidden h on h.id = d.id where d.firm_id = $1 and d.resend_of is not null
  )
  select id from hidden)`;

/** Parameters: `viewer` */
const ROW = `
  select d.id, d.form, d.state, d.due_at as "dueAt", ${cursorMoment('d.due_at')} as "dueKey",
         case when d.state in ('pending', 'claimed') then d.not_before end as "notBefore", d.finished_at as "finishedAt",
         d.response, d.bounced_at as "bouncedAt", d.bounce_reason as "bounceReason", d.resend_of as "resendOf",
         (select r.id from delivery r where r.firm_id = d.firm_id and r.resend_of = d.id) as "resentAs",
         case when d.resolved_by is not null then json_build_object('id', b.id, 'name', b.name) end as "resolvedBy",
         d.resolved_at as "resolvedAt",
         json_build_object('kind', case when u.id is null then 'contact' else 'user' end,
                           'id', coalesce(u.id, c.id), 'name', coalesce(u.name, c.name)) as recipient,
         coalesce((select array_agg(distinct r.kind order by r.kind) from reminder r
                   where r.firm_id = d.firm_id and r.delivery_id = d.id and ${visibleSubject('r')}), '{}') as kinds,
         coalesce((select json_agg(json_build_object('number', a.number, 'startedAt', a.started_at, 'endedAt', a.ended_at,
                                                     'result', a.result, 'response', a.response) order by a.number)
                   from delivery_attempt a where a.firm_id = d.firm_id and a.delivery_id = d.id), '[]') as attempts,
         (select json_build_object('id', m.id, 'reason', m.reason, 'since', m.created_at) from mail_suppression m
          where m.firm_id = d.firm_id and coalesce(m.user_id, m.contact_id) = coalesce(d.recipient_id, d.contact_id)
            and m.lifted_at is null
            and (m.address is null or lower(m.address) = lower(coalesce(u.email, c.email)))) as suppression
  from delivery d
  left join firm_user u on u.firm_id = d.firm_id and u.id = d.recipient_id
  left join contact c on c.firm_id = d.firm_id and c.id = d.contact_id
  left join firm_user b on b.firm_id = d.firm_id and b.id = d.resolved_by`;

/** Deliveries as people see and settle them. */
@Injectable()
export class MailLogRepository {
  /** Newest first; a row more than asked for tells that there is another page. */
  async list(db: Transaction, actor: Actor, filter: MailLogFilter, page: PageRequest): Promise<MailLogRow[]> {
    const parameters = viewer(actor);
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const wanted = ['d.firm_id = $1', `d.id not in ${HIDDEN}`];
    const cursor = readCursor(page.after, ['moment', 'uuid']);
    if (cursor) wanted.push(`(d.due_at, d.id) < (${bind(cursor[0])}::timestamptz, ${bind(cursor[1])}::uuid)`);
    if (filter.state) wanted.push(`d.state = ${bind(filter.state)}`);
    if (filter.kind) {
      wanted.push(`exists (select 1 from reminder r where r.firm_id = d.firm_id and r.delivery_id = d.id
                           and r.kind = ${bind(filter.kind)} and ${visibleSubject('r')})`);
    }
    if (filter.recipient) {
      const asked = bind(filter.recipient);
      wanted.push(`(d.recipient_id in (select x.id from firm_user x where x.firm_id = $1
                      and found_words(x.name || E'\\n' || x.email) @@ asked_words(${asked}))
                    or d.contact_id in (select x.id from contact x where x.firm_id = $1 and x.words @@ asked_words(${asked})))`);
    }
    return db.query(
      `${ROW} where ${wanted.join(' and ')}
       order by d.due_at desc, d.id desc limit ${bind((page.limit ?? DEFAULT_PAGE) + 1)}`,
      parameters,
    );
  }

  async find(db: Transaction, actor: Actor, id: string): Promise<MailLogRow | null> {
    const [row] = await db.query<MailLogRow[]>(`${ROW} where d.firm_id = $1 and d.id = $4 and d.id not in ${HIDDEN}`, [
      ...viewer(actor),
      id,
    ]);
    return row ?? null;
  }

  async figures(
    db: Transaction,
    actor: Actor,
  ): Promise<{ counts: { state: DeliveryState; count: number }[]; oldestDueAt: Date | null; bounced: number }> {
    const counts = await db.query(
      `select state, count(*) filter (where state <> 'uncertain' or resolved_at is null)::int as count
       from delivery d where firm_id = $1 and d.id not in ${HIDDEN} group by state`,
      viewer(actor),
    );
    const [row] = await db.query(
      `select min(not_before) filter (where state = 'pending' and not_before <= now()) as "oldestDueAt",
              (count(*) filter (where bounced_at is not null))::int as bounced
       from delivery d
       where firm_id = $1 and d.id not in ${HIDDEN} and (state = 'pending' or bounced_at is not null)`,
      viewer(actor),
    );
    return { counts, ...row };
  }

  async lock(tx: Transaction, actor: Actor, id: string): Promise<LockedDelivery | null> {
    const [row] = await tx.query<LockedDelivery[]>(
      `select id, form, state, recipient_id as "recipientId", contact_id as "contactId", message_id as "messageId",
              resolved_at as "resolvedAt", finished_at as "finishedAt"
       from delivery d where firm_id = $1 and id = $4 and id not in ${HIDDEN} for update`,
      [...viewer(actor), id],
    );
    return row ?? null;
  }

  /** A new mail in the place of one that may not have arrived; what was to be told goes over to it. */
  async insertResend(
    tx: Transaction,
    firmId: string,
    old: LockedDelivery,
    next: { id: string; messageId: string },
  ): Promise<void> {
    await tx.query(
      `insert into delivery (firm_id, id, form, recipient_id, contact_id, message_id, due_at, not_before, resend_of)
       values ($1, $2, $3, $4, $5, $6, now(), now(), $7)`,
      [firmId, next.id, old.form, old.recipientId, old.contactId, next.messageId, old.id],
    );
    await tx.query(`update reminder set delivery_id = $3 where firm_id = $1 and delivery_id = $2`, [
      firmId,
      old.id,
      next.id,
    ]);
  }

  async resolve(tx: Transaction, firmId: string, id: string, by: string | null, arrived: boolean): Promise<void> {
    await tx.query(
      `update delivery set resolved_at = now(), resolved_by = $3, state = case when $4 then 'sent' else state end
       where firm_id = $1 and id = $2`,
      [firmId, id, by, arrived],
    );
  }

  /** The delivery a bounce or an event is about, locked. */
  async lockTold(
    tx: Transaction,
    by: { messageId?: string | null; providerId?: string | null; id?: string | null },
  ): Promise<Told | null> {
    const [row] = await tx.query<Told[]>(
      `select d.firm_id as "firmId", d.id, d.state, d.recipient_id as "recipientId", d.contact_id as "contactId",
              coalesce(u.email, c.email) as address, d.finished_at as "finishedAt"
       from delivery d
       left join firm_user u on u.firm_id = d.firm_id and u.id = d.recipient_id
       left join contact c on c.firm_id = d.firm_id and c.id = d.contact_id
       where d.message_id = $1 or d.provider_id = $2 or d.id = $3
       limit 1 for update of d`,
      [by.messageId ?? null, by.providerId ?? null, by.id ?? null],
    );
    return row ?? null;
  }

  async markBounced(tx: Transaction, { firmId, id }: Told, reason: string): Promise<void> {
    await tx.query(
      `update delivery set state = 'failed', bounced_at = coalesce(bounced_at, now()), bounce_reason = $3,
              finished_at = coalesce(finished_at, now()), lease_until = null, mail = null, key_started_at = null
       where firm_id = $1 and id = $2`,
      [firmId, id, reason],
    );
  }

  /** Somebody saw it arrive, so nobody need ask. */
  async markArrived(tx: Transaction, { firmId, id }: Told): Promise<void> {
    await tx.query(
      `update delivery set state = 'sent', resolved_at = now() where firm_id = $1 and id = $2 and state = 'uncertain'`,
      [firmId, id],
    );
  }

  /** False: they are held back already, or were allowed again after this had happened (null: it happens now). */
  async suppress(tx: Transaction, id: string, to: Told, reason: string, happenedAt: Date | null): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into mail_suppression (firm_id, id, user_id, contact_id, reason, address)
       select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6
       where not exists (
         select 1 from mail_suppression m
         where m.firm_id = $1 and coalesce(m.user_id, m.contact_id) = coalesce($3, $4)
           and lower(m.address) = lower($6) and m.lifted_at > $7::timestamptz)
       on conflict (firm_id, (coalesce(user_id, contact_id))) where lifted_at is null
       do update set address = excluded.address, reason = excluded.reason
         where mail_suppression.address is not null and lower(mail_suppression.address) <> lower(excluded.address)
       returning id`,
      [to.firmId, id, to.recipientId, to.contactId, reason, to.address, happenedAt],
    );
    return rows.length === 1;
  }

  /** Whether a client's contact asked for no more mails; null: there is no such contact. */
  async findAsked(db: Transaction, { firmId, personId }: Contact): Promise<{ asked: boolean } | null> {
    const [row] = await db.query<{ asked: boolean }[]>(
      `select exists (select 1 from mail_suppression m
                      where m.firm_id = c.firm_id and m.contact_id = c.id and m.reason = $3 and m.lifted_at is null) as asked
       from contact c where c.firm_id = $1 and c.id = $2`,
      [firmId, personId, ASKED],
    );
    return row ?? null;
  }

  /** False: they had asked already. A suppression of another reason makes room until they take it back. */
  async suppressAsAsked(tx: Transaction, id: string, { firmId, personId }: Contact): Promise<boolean> {
    await tx.query(
      `update mail_suppression set lifted_at = now()
       where firm_id = $1 and contact_id = $2 and reason <> $3 and lifted_at is null`,
      [firmId, personId, ASKED],
    );
    const rows: unknown[] = await tx.query(
      `insert into mail_suppression (firm_id, id, contact_id, reason) values ($1, $2, $3, $4)
       on conflict (firm_id, (coalesce(user_id, contact_id))) where lifted_at is null
       do update set reason = excluded.reason, address = null where mail_suppression.reason <> excluded.reason
       returning id`,
      [firmId, id, personId, ASKED],
    );
    return rows.length === 1;
  }

  /** Only what they had asked for themselves: a suppression that made room for it, in the same moment, counts again. */
  async liftAsAsked(tx: Transaction, { firmId, personId }: Contact): Promise<boolean> {
    const [rows]: [{ id: string }[]] = await tx.query(
      `update mail_suppression set lifted_at = now()
       where firm_id = $1 and contact_id = $2 and reason = $3 and lifted_at is null returning id`,
      [firmId, personId, ASKED],
    );
    if (!rows[0]) return false;
    await tx.query(
      `update mail_suppression m set lifted_at = null from mail_suppression asked
       where asked.firm_id = $1 and asked.id = $2 and m.firm_id = asked.firm_id and m.contact_id = asked.contact_id
         and m.lifted_at = asked.created_at`,
      [firmId, rows[0].id],
    );
    return true;
  }

  /** Mails that wait for a later moment than now. */
  async findPutOff(db: Transaction, firmId: string): Promise<string[]> {
    const rows: { id: string }[] = await db.query(
      `select id from delivery where firm_id = $1 and state = 'pending' and not_before > now()`,
      [firmId],
    );
    return rows.map(({ id }) => id);
  }

  /** All that were to go out, except `spared`, may have gone out already. Answers how many. */
  async withholdDue(tx: Transaction, firmId: string, spared: readonly string[], why: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `update delivery set state = 'uncertain', finished_at = now(), lease_until = null, fence = fence + 1, mail = null,
              key_started_at = null, response = $3
       where firm_id = $1 and state in ('pending', 'claimed') and id <> all ($2)`,
      [firmId, spared, why],
    );
    return count;
  }

  /** Who gets mails again. */
  async lift(
    tx: Transaction,
    firmId: string,
    id: string,
    by: string | null,
  ): Promise<{ subjectType: 'user' | 'contact'; subjectId: string } | null> {
    const [rows]: [{ subjectType: 'user' | 'contact'; subjectId: string }[]] = await tx.query(
      `update mail_suppression set lifted_at = now(), lifted_by = $3
       where firm_id = $1 and id = $2 and lifted_at is null
       returning case when user_id is null then 'contact' else 'user' end as "subjectType",
                 coalesce(user_id, contact_id) as "subjectId"`,
      [firmId, id, by],
    );
    return rows[0] ?? null;
  }
}
