import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '@app/platform/database/database.js';
import { isDatabaseOutage } from '@app/platform/database/outage.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { describe } from '@app/platform/logging/describe.js';
import type { Problem } from './problem.dto.js';
import { type ErrorCode, type HttpErrorCode, problems } from './problems.js';
import { InvalidRequest } from './validation.pipe.js';

/** Whatever is thrown on the way leaves as application/problem+json, and nothing of our insides with it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (isForTheOperator(error, problem.status, request.raw)) {
      problem.requestId = request.id;
      this.logger.error({ requestId: request.id, status: problem.status, ...describe(error) });
    }
    if (!reply.sent) sendProblem(reply, problem);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.status === 503) reply.header('retry-after', '5');
  if (problem.retryAfter) reply.header('retry-after', String(problem.retryAfter));
  reply.status(problem.status).type('application/problem+json').send(problem);
}

export function problemFor(code: ErrorCode, detail: string, details: Record<string, unknown> = {}): Problem {
  const { status, title } = problems[code];
  return { ...details, type: `urn:searchlight:problem:${code}`, title, status, detail, code };
}

export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    if (Object.hasOwn(problems, error.code)) return problemFor(error.code as ErrorCode, error.message, error.details);
    return unexpected();
  }
  if (error instanceof InvalidRequest) {
    return problemFor('invalid', detailOf(error), { errors: error.fields });
  }
  if (isDatabaseOutage(error)) {
    return problemFor('unavailable', 'The database is not responding right now. Try again in a few seconds.');
  }
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.cause);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number') return fromStatus(status, error);
  return fromDatabaseRefusal(sqlState(error)) ?? unexpected();
}

function detailOf({ fields, unnamed }: InvalidRequest): string {
  const [first, ...more] = fields;
  if (unnamed > 0) return `Some fields need attention: these ${fields.length}, and ${unnamed} more.`;
  return more.length > 0 || !first ? 'Some fields need attention.' : first.message;
}

const unexpected = (): Problem =>
  problemFor(
    'unexpected',
    'Something went wrong on our side. Nothing was saved; the operator can find it by the request id.',
  );

function fromStatus(status: number, cause: unknown): Problem {
  const [code, detail] = STATUSES[status] ?? (status < 500 ? REFUSED : []);
  if (!code || !detail) return unexpected();
  const empty = (cause as { code?: unknown } | undefined)?.code === 'FST_ERR_CTP_EMPTY_JSON_BODY';
  return problemFor(code, empty ? 'The body is empty; send JSON.' : detail);
}

const REFUSED: [HttpErrorCode, string] = [
  'bad_request',
  'The request could not be understood: it must be valid HTTP with a JSON body.',
];
const STATUSES: Record<number, [HttpErrorCode, string] | undefined> = {
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not support that method.'],
  413: ['too_large', 'The body is larger than this address accepts.'],
  415: ['unsupported_media_type', 'Send the body as application/json.'],
  503: ['unavailable', 'The service is starting or stopping. Try again in a few seconds.'],
};

/**
 * The last net: a value or a rule that only Postgres refused. The caller sent something we cannot keep, so it is no
 * fault of ours, but it is logged: the DTO or the service should have said it better.
 */
function fromDatabaseRefusal(state: string): Problem | null {
  if (/^22|^54|^23514$|^23502$/.test(state)) {
    return problemFor('bad_request', 'A value in the request cannot be stored.');
  }
  if (/^23/.test(state)) {
    return problemFor('conflict', 'This conflicts with something that was saved earlier. Load the record again.');
  }
  return null;
}

/** A fault of ours or of the database. Whoever sends half a body and leaves is none, and can fill no log with it. */
export function isForTheOperator(
  error: unknown,
  status: number,
  sent: { readonly destroyed: boolean; readonly complete: boolean },
): boolean {
  if (sent.destroyed && !sent.complete) return false;
  return (status >= 500 && !(error instanceof HttpException)) || isUnexpectedDatabaseRefusal(error);
}

const isUnexpectedDatabaseRefusal = (error: unknown): boolean => /^(2[23]|54)/.test(sqlState(error));
