import { createHash, createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Catch,
  Injectable,
  Logger,
  type ArgumentsHost,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Config } from '@app/platform/config/config.js';
import { Database, sqlState } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import {
  claimOnce,
  closeClaim,
  keepAnswer,
  releaseClaim,
  type Claim,
  type KeptAnswer,
  type OnceErrorCode,
} from '@app/platform/once/once.js';
import type { ApiRequest } from './request.js';

export const ONCE_HEADER = 'Idempotency-Key';
export const ONCE_PATTERN = '^[\\x20-\\x7e]{1,255}$';
const REPLAYED_HEADER = 'idempotency-replayed';
const PRINTABLE = new RegExp(ONCE_PATTERN);
/** How long a repeat waits for the first attempt, and how soon it looks again. */
const PATIENCE_MS = 10_000;
const RETRY_AFTER_SECONDS = 5;
const LOOKS_MS = [20, 40, 80, 160, 250];

/** The answer of the first attempt, on its way out again. */
class Answered extends Error {
  constructor(readonly answer: KeptAnswer) {
    super('answered before');
  }
}

/** A POST with an `Idempotency-Key` is carried out once; a repeat gets the first one's answer. */
@Injectable()
export class OnceGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST') return true;
    if (typeof key !== 'string' || !PRINTABLE.test(key)) {
      throw refusal('idempotency_key_refused', `${ONCE_HEADER} takes 1 to 255 printable ASCII characters.`);
    }
    return this.claim(request, key);
  }

  private async claim(request: ApiRequest, key: string): Promise<boolean> {
    const { actor } = request;
    // without a session there is nobody whose key it could be; such requests are single by the token they carry
    if (!actor?.userId) return true;
    const { firmId, userId } = actor;
    const keyHash = createHash('sha256').update(key).digest();
    // with our secret, because a body may hold a password, and a bare hash of one can be guessed at
    const requestHash = createHmac('sha256', this.config.AUTH_SECRET).update(sentBy(request)).digest();
    const asked = { firmId, userId, keyHash, requestHash };
    const until = performance.now() + PATIENCE_MS;
    let claim = await claimOnce(this.database.db, asked);
    for (let look = 0; claim.state === 'running' && performance.now() < until; look += 1) {
      await pause(LOOKS_MS[Math.min(look, LOOKS_MS.length - 1)]);
      claim = await claimOnce(this.database.db, asked);
    }
    if (claim.state === 'answered') throw new Answered(claim.answer);
    if (claim.state !== 'claimed') throw refusalOf(claim.state);
    request.actor = { ...actor, once: claim.id };
    return true;
  }
}

@Catch(Answered)
export class AnsweredFilter implements ExceptionFilter<Answered> {
  catch({ answer: { status, contentType, body } }: Answered, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    reply.status(status).header(REPLAYED_HEADER, 'true');
    if (contentType) reply.header('content-type', contentType);
    reply.send(body ?? undefined);
  }
}

/** Keeps the answer of a claimed request before it is sent; gives the key back when there was a refusal. */
export function keepAnswers(app: NestFastifyApplication): void {
  const { db } = app.get(Database);
  const logger = new Logger('Once');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request: ApiRequest, reply: FastifyReply, payload: unknown, done: () => void) => {
      const { firmId, once } = request.actor ?? {};
      if (!firmId || !once) return done();
      const answer = { status: reply.statusCode, contentType: contentTypeOf(reply), body: textOf(payload) };
      const settled =
        answer.status >= 400
          ? releaseClaim(db, firmId, once)
          : answer.body === undefined || reply.hasHeader('set-cookie')
            ? closeClaim(db, firmId, once)
            : keepAnswer(db, firmId, once, { ...answer, body: answer.body });
      settled.then(
        () => done(),
        (error: unknown) => {
          // what was done is done: without a database to keep it in, the answer is still the answer
          logger.warn({ requestId: request.id, state: sqlState(error), what: 'an answer was not kept' });
          done();
        },
      );
    });
}

/** Undefined: not a text, so not to be kept. */
function textOf(payload: unknown): string | null | undefined {
  if (payload === undefined || payload === null) return null;
  if (Buffer.isBuffer(payload)) return payload.toString('utf8');
  return typeof payload === 'string' ? payload : undefined;
}

const contentTypeOf = (reply: FastifyReply): string | null => {
  const type = reply.getHeader('content-type');
  return typeof type === 'string' ? type : null;
};

/** The files of a form are not read before the answer is known; of those its length must be the same. */
const sentBy = ({ method, url, body, headers }: ApiRequest): string =>
  `${method} ${url}\n${body === undefined || body === null ? (headers['content-length'] ?? '') : JSON.stringify(body)}`;

function refusalOf(state: Exclude<Claim['state'], 'claimed' | 'answered'>): DomainError {
  switch (state) {
    case 'other_request':
      return refusal(
        'idempotency_key_reused',
        `This ${ONCE_HEADER} was already used for another request. Use a new key for each request.`,
      );
    case 'answer_lost':
      return refusal(
        'answer_not_kept',
        `The first request with this ${ONCE_HEADER} was carried out, but its answer was not kept. Check the record before you send anything again.`,
      );
    case 'running':
      return refusal(
        'idempotency_key_in_use',
        `The first request with this ${ONCE_HEADER} is still being processed. Try again in a few seconds.`,
        { retryAfter: RETRY_AFTER_SECONDS },
      );
  }
}

const refusal = (code: OnceErrorCode, sentence: string, details = {}): DomainError<OnceErrorCode> =>
  new DomainError(code, sentence, details);
