import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { prepared } from '@app/platform/database/prepared.js';
import type { AttemptEnd, ClaimedDelivery, DueRow, FrozenMail } from './deliveries.types.js';

type Key = Pick<DueRow, 'firmId' | 'id'>;

/**
 * The state of every delivery. Each change is one conditional update: it names the fence it was claimed under, so a
 * holder that woke up after losing its lease changes nothing.
 */
@Injectable()
export class DeliveriesRepository {
  /**
   * Locks deliveries that have fallen due and that nobody else is claiming. What a request with an idempotency key may
   * have sent already is only for the transport that knows the key. Of sample data nothing is ever sent.
   */
  async lockDue(tx: Transaction, limit: number, transport: string): Promise<DueRow[]> {
    return prepared<DueRow>(
      tx,
      'deliveries_lock_due',
      `select d.firm_id as "firmId", d.id, d.form, d.recipient_id as "recipientId", d.contact_id as "contactId",
              d.due_at as "dueAt", d.message_id as "messageId", d.fence, d.attempts, d.mail as frozen, now() as now,
              coalesce(u.name, c.name) as "toName", coalesce(u.email, c.email) as "toAddress",
              exists (select 1 from mail_suppression m
                      where m.firm_id = d.firm_id and coalesce(m.user_id, m.contact_id) = coalesce(d.recipient_id, d.contact_id)
                        and m.lifted_at is null
                        and (m.address is null or lower(m.address) = lower(coalesce(u.email, c.email)))) as suppressed
       from delivery d
       left join firm_user u on u.firm_id = d.firm_id and u.id = d.recipient_id
       left join contact c on c.firm_id = d.firm_id and c.id = d.contact_id
       where d.state = 'pending' and d.not_before <= now() and (d.key_started_at is null or d.transport = $2)
         and not exists (select 1 from firm f where f.id = d.firm_id and f.sample_of is not null)
       order by d.not_before
       limit $1
       for update of d skip locked`,
      [limit, transport],
    );
  }

  async claim(tx: Transaction, due: readonly DueRow[], leaseSeconds: number): Promise<ClaimedDelivery[]> {
    await tx.query(
      `update delivery set state = 'claimed', fence = fence + 1, attempts = attempts + 1, claimed_at = now(),
              lease_until = now() + make_interval(secs => $3), data_started_at = null
       where (firm_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [...keysOf(due), leaseSeconds],
    );
    return due.map(({ now: _, suppressed: __, ...row }) => ({
      ...row,
      fence: row.fence + 1,
      attempts: row.attempts + 1,
    }));
  }

  /** Those still held go on being held. */
  async renew(tx: Transaction, held: readonly ClaimedDelivery[], leaseSeconds: number): Promise<void> {
    await tx.query(
      `update delivery d set lease_until = now() + make_interval(secs => $4)
       from unnest($1::uuid[], $2::uuid[], $3::int[]) as h (firm_id, id, fence)
       where d.firm_id = h.firm_id and d.id = h.id and d.fence = h.fence and d.state = 'claimed' and d.lease_until > now()`,
      [...keysOf(held), held.map(({ fence }) => fence), leaseSeconds],
    );
  }

  async settle(
    tx: Transaction,
    due: readonly Key[],
    state: 'cancelled' | 'missed' | 'failed' | 'uncertain',
    response: string | null = null,
  ): Promise<void> {
    await tx.query(
      `update delivery set state = $3, finished_at = now(), response = coalesce($4, response), mail = null,
              key_started_at = null
       where (firm_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [...keysOf(due), state, response],
    );
  }

  /** Not now: each is looked at again at its own moment. */
  async postpone(tx: Transaction, rows: readonly { due: DueRow; until: Date }[]): Promise<void> {
    await tx.query(
      `update delivery d set not_before = greatest(p.until, now() + interval '1 second')
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as p (firm_id, id, until)
       where d.firm_id = p.firm_id and d.id = p.id`,
      [...keysOf(rows.map(({ due }) => due)), rows.map(({ until }) => until)],
    );
  }

  /** True when this holder still holds the delivery; from here on the mail may be on its way. */
  async markDataStarted(
    tx: Transaction,
    held: ClaimedDelivery,
    transport: string,
    keep: FrozenMail | null,
  ): Promise<boolean> {
    const rows = await prepared(
      tx,
      'deliveries_mark',
      `update delivery set data_started_at = now(), transport = $4, mail = coalesce(mail, $5::jsonb),
              key_started_at = case when $5::jsonb is null then null else coalesce(key_started_at, now()) end
       where firm_id = $1 and id = $2 and fence = $3 and state = 'claimed' and lease_until > now() and data_started_at is null
       returning id`,
      [held.firmId, held.id, held.fence, transport, keep && JSON.stringify(keep)],
    );
    return rows.length === 1;
  }

  /**
   * Also out of `uncertain`, if the lease ran out while the answer was on its way: the fence proves that nobody claimed
   * the delivery in between, and now the answer is known.
   */
  async finish(tx: Transaction, held: ClaimedDelivery, { next, ...end }: AttemptEnd): Promise<boolean> {
    const again = next.state === 'pending' ? next : null;
    const rows = await prepared(
      tx,
      'deliveries_finish',
      `with moved as (
         update delivery
         set state = $4, response = $5, lease_until = null, attempts = coalesce($7, attempts),
             provider_id = coalesce($8, provider_id),
             not_before = case when $4 = 'pending' then now() + make_interval(secs => $6) else not_before end,
             data_started_at = case when $4 = 'pending' then null else data_started_at end,
             mail = case when $9 then mail end, key_started_at = case when $9 then key_started_at end,
             finished_at = case when $4 = 'pending' then null else now() end
         where firm_id = $1 and id = $2 and fence = $3 and state in ('claimed', 'uncertain') and resolved_at is null
         returning firm_id, id, fence, claimed_at
       )
       insert into delivery_attempt (firm_id, delivery_id, number, started_at, result, response)
       select firm_id, id, fence, coalesce(claimed_at, now()), $10, $5 from moved
       on conflict (firm_id, delivery_id, number) do update
       set ended_at = now(), result = excluded.result, response = excluded.response
       returning number`,
      [
        held.firmId,
        held.id,
        held.fence,
        next.state,
        next.response,
        again?.waitSeconds ?? null,
        again?.attempts ?? null,
        end.providerId,
        again !== null && end.keepKey,
        end.result,
      ],
    );
    return rows.length === 1;
  }

  /**
   * Leases that ran out: provably unsent ones are owed again, and so are those that may be handed over twice without
   * arriving twice. The others may have arrived and are never sent again.
   */
  async releaseExpired(
    tx: Transaction,
    keySeconds: number,
  ): Promise<{ state: 'pending' | 'uncertain'; count: number }[]> {
    return tx.query(
      `with released as (
         update delivery
         set state = case when data_started_at is null or key_started_at is not null then 'pending' else 'uncertain' end,
             finished_at = case when data_started_at is null or key_started_at is not null then null else now() end,
             data_started_at = case when key_started_at is null then data_started_at end,
             lease_until = null
         where state = 'claimed' and lease_until <= now()
         returning firm_id, id, fence, claimed_at, state
       ), noted as (
         insert into delivery_attempt (firm_id, delivery_id, number, started_at, result, response)
         select firm_id, id, fence, coalesce(claimed_at, now()), 'lost', 'its sender is gone' from released
         on conflict do nothing
       ), forgotten as (
         update delivery
         set state = 'uncertain', finished_at = now(), data_started_at = key_started_at, mail = null,
             key_started_at = null, response = coalesce(response, 'the provider never answered')
         where state = 'pending' and key_started_at <= now() - make_interval(secs => $1)
         returning state
       )
       select state, count(*)::int from (select state from released union all select state from forgotten) s group by state`,
      [keySeconds],
    );
  }
}

const keysOf = (rows: readonly Key[]): [string[], string[]] => [
  rows.map((row) => row.firmId),
  rows.map((row) => row.id),
];
