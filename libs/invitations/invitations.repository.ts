import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { type HeldInvitation, INVITATION_DAYS } from './invitations.types.js';
import { InvitationEntity } from './invitation.entity.js';

export interface OwedInvitation {
  readonly firmId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly firmName: string;
  readonly inviterName: string | null;
}

const TRIES = 12;

@Injectable()
export class InvitationsRepository {
  /** A link that was sent before is worth nothing from now on. */
  async ask(
    tx: Transaction,
    firmId: string,
    asked: { id: string; userId: string; by: string | null; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into invitation as i (firm_id, id, user_id, invited_by, asked_at) values ($1, $2, $3, $4, $5)
       on conflict (firm_id, user_id) do update
          set invited_by = excluded.invited_by, asked_at = excluded.asked_at, token_hash = null, expires_at = null,
              sent_at = null, refused_at = null, used_at = null, taken_back_at = null, tries = 0, next_try_at = now()`,
      [firmId, asked.id, asked.userId, asked.by, asked.at],
    );
  }

  async end(tx: Transaction, firmId: string, userId: string): Promise<void> {
    await tx.delete(InvitationEntity, { firmId, userId });
  }

  /** Remembered, so that whoever may invite may ask them again. An import may have named them without asking anybody. */
  async takeBack(tx: Transaction, firmId: string, taken: { id: string; userId: string; at: Date }): Promise<void> {
    await tx.query(
      `insert into invitation as i (firm_id, id, user_id, asked_at, taken_back_at) values ($1, $2, $3, $4, $4)
       on conflict (firm_id, user_id) do update
          set taken_back_at = excluded.taken_back_at, token_hash = null, expires_at = null, sent_at = null`,
      [firmId, taken.id, taken.userId, taken.at],
    );
  }

  async isTakenBack(tx: Transaction, firmId: string, userId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select 1 from invitation where firm_id = $1 and user_id = $2 and taken_back_at is not null',
      [firmId, userId],
    );
    return rows.length > 0;
  }

  /** The link opens nothing any more, and is remembered for a while. */
  async use(tx: Transaction, firmId: string, userId: string): Promise<void> {
    await tx.update(InvitationEntity, { firmId, userId }, { usedAt: () => 'now()' });
  }

  /** Whether somebody who works there joined with this link within the last day. */
  async isUsed(db: Transaction, tokenHash: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `select 1 from invitation i join firm_user u on u.firm_id = i.firm_id and u.id = i.user_id
       where i.token_hash = $1 and i.used_at > now() - interval '1 day'
         and u.auth_user_id is not null and u.deactivated_at is null`,
      [tokenHash],
    );
    return rows.length > 0;
  }

  /**
   * Takes mails that are owed; a try that comes to nothing is followed by another, each time twice as late. To sample
   * data nobody is invited.
   */
  takeOwed(tx: Transaction, limit: number): Promise<OwedInvitation[]> {
    return tx.query(
      `with taken as (
         select i.firm_id, i.id from invitation i
         join firm_user p on p.firm_id = i.firm_id and p.id = i.user_id
         where i.sent_at is null and i.refused_at is null and i.used_at is null and i.taken_back_at is null
           and i.next_try_at <= now() and i.tries < ${TRIES}
           and p.auth_user_id is null and p.deactivated_at is null
           and not exists (select 1 from firm f where f.id = i.firm_id and f.sample_of is not null)
         order by i.next_try_at limit $1 for update of i skip locked
       ), tried as (
         update invitation i
         set tries = i.tries + 1, next_try_at = now() + make_interval(mins => least(2 ^ i.tries, 360)::int)
         from taken t where i.firm_id = t.firm_id and i.id = t.id
         returning i.firm_id, i.id, i.user_id, i.invited_by
       )
       select t.firm_id as "firmId", t.id, u.name, u.email, f.name as "firmName", b.name as "inviterName"
       from tried t
       join firm f on f.id = t.firm_id
       join firm_user u on u.firm_id = t.firm_id and u.id = t.user_id
       left join firm_user b on b.firm_id = t.firm_id and b.id = t.invited_by`,
      [limit],
    );
  }

  /** Not tried yet: it is owed again in so many seconds. */
  async postpone(tx: Transaction, firmId: string, id: string, seconds: number): Promise<void> {
    await tx.query(
      `update invitation set tries = tries - 1, next_try_at = now() + make_interval(secs => $3)
       where firm_id = $1 and id = $2 and tries > 0`,
      [firmId, id, seconds],
    );
  }

  /**
   * Before the mail leaves: a link in a mail that arrives is always one we know. False when nobody is to be asked any
   * more.
   */
  async giveToken(tx: Transaction, firmId: string, id: string, tokenHash: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[]]>(
      `update invitation set token_hash = $3, expires_at = now() + interval '${INVITATION_DAYS} days'
       where firm_id = $1 and id = $2 and sent_at is null and used_at is null and taken_back_at is null
       returning 1`,
      [firmId, id, tokenHash],
    );
    return rows.length > 0;
  }

  /** Unless another mail has overtaken this one. */
  async settle(tx: Transaction, firmId: string, tokenHash: string, end: 'sent' | 'refused'): Promise<void> {
    await tx.update(InvitationEntity, { firmId, tokenHash }, { [`${end}At` as const]: () => 'now()' });
  }

  /** Without a firm: the link is how it becomes known. Of somebody who has left, or joined meanwhile, there is none. */
  async held(db: Transaction, tokenHash: string, lock = false): Promise<HeldInvitation | null> {
    const [row] = await db.query<HeldInvitation[]>(
      `select i.firm_id as "firmId", i.user_id as "userId", u.name, u.email, f.name as "firmName"
       from invitation i
       join firm_user u on u.firm_id = i.firm_id and u.id = i.user_id
       join firm f on f.id = i.firm_id
       where i.token_hash = $1 and i.expires_at > now() and u.auth_user_id is null and u.deactivated_at is null
       ${lock ? 'for update of i, u' : ''}`,
      [tokenHash],
    );
    return row ?? null;
  }
}
