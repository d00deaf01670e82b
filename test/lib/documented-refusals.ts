import fs from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BEFORE_ANY } from '../../apps/api/src/http/problem-meanings.js';
import type { ErrorCode } from '../../apps/api/src/http/problems.js';

interface Response {
  $ref?: string;
  content?: Record<string, { examples?: Record<string, unknown> }>;
}
export interface DocumentedOperation {
  operationId: string;
  responses: Record<string, Response>;
}
interface ApiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { responses: Record<string, Response> };
}

const PROBLEM = 'application/problem+json';

export const readDocument = (): ApiDocument => JSON.parse(fs.readFileSync('openapi.json', 'utf8')) as ApiDocument;

/** The codes that an operation says it refuses with. */
export function codesOf({ responses }: DocumentedOperation, { components }: ApiDocument): string[] {
  return Object.values(responses).flatMap((response) => {
    const { content } = response.$ref ? (components.responses[response.$ref.split('/').at(-1) ?? ''] ?? {}) : response;
    return Object.keys(content?.[PROBLEM]?.examples ?? {});
  });
}

/**
 * Looks at every refusal of an api on its way out. What its operation does not document is in the set that is handed
 * back, so a test that provokes a refusal also finds out whether it is documented.
 */
export function watchRefusals(app: NestFastifyApplication): ReadonlySet<string> {
  const undocumented = new Set<string>();
  const document = readDocument();
  const known = new Map<string, { id: string; codes: ReadonlySet<string> }>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
      known.set(route, { id: operation.operationId, codes: new Set(codesOf(operation, document)) });
    }
  }
  const look = (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: () => void): void => {
    const operation = known.get(`${request.method} ${request.routeOptions.url ?? ''}`);
    if (operation && reply.statusCode >= 400 && typeof payload === 'string') {
      const { code } = JSON.parse(payload) as { code: ErrorCode };
      if (!operation.codes.has(code) && !BEFORE_ANY.includes(code)) undocumented.add(`${operation.id} ${code}`);
    }
    done();
  };
  app.getHttpAdapter().getInstance().addHook('onSend', look);
  return undocumented;
}
