import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { DueDelivery } from '@app/reminders/reminders.types.js';
import type { ClaimedDelivery, NextState } from './deliveries.types.js';

/**
 * The state of every delivery. Each change is one conditional update: it names the fence it was claimed under, so a
 * holder that woke up after losing its lease changes nothing.
 */
@Injectable()
export class DeliveriesRepository {
  /** Locks deliveries that have fallen due and that nobody else is claiming. */
  async lockDue(tx: Transaction, limit: number): Promise<DueDelivery[]> {
    return tx.query(
      `select d.firm_id as "firmId", d.id, d.form, d.recipient_id as "recipientId", d.contact_id as "contactId",
              d.due_at as "dueAt", d.message_id as "messageId", d.fence, d.attempts, now() as now,
              coalesce(u.name, c.name) as "toName", coalesce(u.email, c.email) as "toAddress"
       from delivery d
       left join firm_user u on u.firm_id = d.firm_id and u.id = d.recipient_id
       left join contact c on c.firm_id = d.firm_id and c.id = d.contact_id
       where d.state = 'pending' and d.not_before <= now()
       order by d.not_before
       limit $1
       for update of d skip locked`,
      [limit],
    );
  }

  async claim(tx: Transaction, due: readonly DueDelivery[], leaseSeconds: number): Promise<ClaimedDelivery[]> {
    await tx.query(
      `update delivery set state = 'claimed', fence = fence + 1, attempts = attempts + 1,
              lease_until = now() + make_interval(secs => $3), data_started_at = null
       where (firm_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [...keysOf(due), leaseSeconds],
    );
    return due.map((row) => ({ ...row, fence: row.fence + 1, attempts: row.attempts + 1 }));
  }

  async settle(tx: Transaction, due: readonly DueDelivery[], state: 'cancelled' | 'missed'): Promise<void> {
    await tx.query(
      `update delivery set state = $3, finished_at = now()
       where (firm_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [...keysOf(due), state],
    );
  }

  /** Not now: each is looked at again at its own moment. */
  async postpone(tx: Transaction, rows: readonly { due: DueDelivery; until: Date }[]): Promise<void> {
    await tx.query(
      `update delivery d set not_before = greatest(p.until, now() + interval '1 second')
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as p (firm_id, id, until)
       where d.firm_id = p.firm_id and d.id = p.id`,
      [...keysOf(rows.map(({ due }) => due)), rows.map(({ until }) => until)],
    );
  }

  /** True when this holder still holds the delivery; from here on the mail may be on its way. */
  async markDataStarted(tx: Transaction, held: ClaimedDelivery): Promise<boolean> {
    const [, affected]: [unknown, number] = await tx.query(
      `update delivery set data_started_at = now()
       where firm_id = $1 and id = $2 and fence = $3 and state = 'claimed' and lease_until > now() and data_started_at is null`,
      [held.firmId, held.id, held.fence],
    );
    return affected === 1;
  }

  /**
   * Also out of `uncertain`, if the lease ran out while the answer was on its way: the fence proves that nobody claimed
   * the delivery in between, and now the answer is known.
   */
  async finish(tx: Transaction, held: ClaimedDelivery, next: NextState): Promise<boolean> {
    const again = next.state === 'pending' ? next : null;
    const [, affected]: [unknown, number] = await tx.query(
      `update delivery set state = $4, response = $5, lease_until = null, attempts = coalesce($7, attempts),
              not_before = case when $4 = 'pending' then now() + make_interval(secs => $6) else not_before end,
              data_started_at = case when $4 = 'pending' then null else data_started_at end,
              finished_at = case when $4 = 'pending' then null else now() end
       where firm_id = $1 and id = $2 and fence = $3 and state in ('claimed', 'uncertain')`,
      [
        held.firmId,
        held.id,
        held.fence,
        next.state,
        next.response,
        again?.waitSeconds ?? null,
        again?.attempts ?? null,
      ],
    );
    return affected === 1;
  }

  /** Leases that ran out: provably unsent ones are owed again, the others may have arrived and are never sent again. */
  async releaseExpired(tx: Transaction): Promise<{ state: 'pending' | 'uncertain'; count: number }[]> {
    return tx.query(`
      with released as (
        update delivery
        set state = case when data_started_at is null then 'pending' else 'uncertain' end,
            finished_at = case when data_started_at is null then null else now() end,
            lease_until = null
        where state = 'claimed' and lease_until <= now()
        returning state
      )
      select state, count(*)::int from released group by state`);
  }
}

const keysOf = (rows: readonly DueDelivery[]): [string[], string[]] => [
  rows.map((row) => row.firmId),
  rows.map((row) => row.id),
];
