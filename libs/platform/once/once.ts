import type { Transaction } from '../database/database.js';
import { newId } from '../database/id.js';
import { prepared } from '../database/prepared.js';
import { DomainError } from '../errors/domain-error.js';

/** A request that is to act once: who sent it, under which key, and what it was (hashes, never the words). */
export interface OnceRequest {
  readonly firmId: string;
  readonly userId: string;
  readonly keyHash: Buffer;
  readonly requestHash: Buffer;
}

export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string | null;
}

/** `claimed`: this attempt carries the request out, under this id. */
export type Claim =
  | { readonly state: 'claimed'; readonly id: string }
  | { readonly state: 'answered'; readonly answer: KeptAnswer }
  | { readonly state: 'running' | 'other_request' | 'answer_lost' };

export type OnceErrorCode =
  'idempotency_key_refused' | 'idempotency_key_reused' | 'idempotency_key_in_use' | 'answer_not_kept';

/**
 * An attempt that is silent for longer is taken for dead, and the next one may take its key over. That is safe however
 * slow the first one is: what it does commits its claim too, and the claim is then no longer its own.
 */
const LEASE_SECONDS = 60;
const KEPT_HOURS = 24;

/**
 * The claim and the answer need not wait for the disk: what was asked is committed after the claim, so no crash of
 * Postgres keeps the one and loses the other, and an answer that is lost is not sent again as if it were new.
 */
const UNHURRIED = `set_config('synchronous_commit', 'off', true)`;

/** One attempt to get the key; whoever finds it `running` asks again. */
export async function claimOnce(db: Transaction, request: OnceRequest): Promise<Claim> {
  const { firmId, userId, keyHash, requestHash } = request;
  const id = newId();
  const key = [firmId, userId, keyHash];
  const claimed = await prepared(
    db,
    'once_claim',
    `insert into idempotency_key (firm_id, user_id, key_hash, id, request_hash, lease_until)
     select $1, $2, $3, $4, $5, now() + interval '${LEASE_SECONDS} seconds' from ${UNHURRIED}
     on conflict (firm_id, user_id, key_hash) do nothing returning id`,
    [...key, id, requestHash],
  );
  if (claimed.length > 0) return { state: 'claimed', id };
  const [held] = await db.query<Held[]>(
    `select request_hash = $4 as same, committed, lease_until < now() as over, status, content_type as "contentType", body
     from idempotency_key where firm_id = $1 and user_id = $2 and key_hash = $3`,
    [...key, requestHash],
  );
  if (!held) return { state: 'running' };
  if (held.over && !held.committed && held.status === null) return takeOver(db, request, id);
  if (!held.same) return { state: 'other_request' };
  const { status, contentType, body } = held;
  if (status !== null) return { state: 'answered', answer: { status, contentType, body } };
  return { state: held.over ? 'answer_lost' : 'running' };
}

interface Held extends Omit<KeptAnswer, 'status'> {
  readonly same: boolean;
  readonly committed: boolean;
  readonly over: boolean;
  readonly status: number | null;
}

/** The attempt before did nothing: had it done anything, its claim would be committed. */
async function takeOver(db: Transaction, request: OnceRequest, id: string): Promise<Claim> {
  const { firmId, userId, keyHash, requestHash } = request;
  const [taken] = await db.query<[{ id: string }[], number]>(
    `update idempotency_key
     set id = $4, request_hash = $5, created_at = now(), lease_until = now() + interval '${LEASE_SECONDS} seconds'
     where firm_id = $1 and user_id = $2 and key_hash = $3 and not committed and status is null and lease_until < now()
     returning id`,
    [firmId, userId, keyHash, id, requestHash],
  );
  return taken.length > 0 ? { state: 'claimed', id } : { state: 'running' };
}

export async function keepAnswer(db: Transaction, firmId: string, id: string, answer: KeptAnswer): Promise<void> {
  await prepared(
    db,
    'once_keep',
    `update idempotency_key set committed = true, status = $3, content_type = $4, body = $5
     from ${UNHURRIED} where firm_id = $1 and id = $2`,
    [firmId, id, answer.status, answer.contentType, answer.body],
  );
}

/** The request was refused or failed: the key is free again, unless the effect is committed without an answer to keep. */
export async function releaseClaim(db: Transaction, firmId: string, id: string): Promise<void> {
  const [, released] = await db.query<[unknown[], number]>(
    'delete from idempotency_key where firm_id = $1 and id = $2 and not committed',
    [firmId, id],
  );
  if (released === 0) await closeClaim(db, firmId, id);
}

/** It was done, but there is no answer that may be kept; whoever asks again is told so. */
export async function closeClaim(db: Transaction, firmId: string, id: string): Promise<void> {
  await db.query('update idempotency_key set committed = true, lease_until = now() where firm_id = $1 and id = $2', [
    firmId,
    id,
  ]);
}

/** Answers how many were forgotten. */
export async function forgetKeys(tx: Transaction, limit: number): Promise<number> {
  const [, forgotten] = await tx.query<[unknown[], number]>(
    `delete from idempotency_key where (firm_id, id) in (
       select firm_id, id from idempotency_key where created_at < now() - interval '${KEPT_HOURS} hours'
       limit $1 for update skip locked)`,
    [limit],
  );
  return forgotten;
}

export const takenOver = (): DomainError<OnceErrorCode> =>
  new DomainError(
    'idempotency_key_in_use',
    'This attempt took too long, and a later one with the same Idempotency-Key took its place. This one changed nothing.',
  );
