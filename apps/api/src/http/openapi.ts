import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ONCE_HEADER, ONCE_PATTERN } from './once.js';
import { describeBounds } from './openapi-bounds.js';
import { Problem } from './problem.dto.js';
import { PUBLIC_EXTENSION } from './public.decorator.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** The API document, from the controllers: the same whatever the machine, the settings or the time. */
export function documentOf(app: INestApplication): OpenAPIObject {
  describeBounds();
  const base = new DocumentBuilder()
    .setTitle('Searchlight')
    .setDescription('Errors are application/problem+json (RFC 9457).')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('searchlight.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${roomOf(controller)}_${method}`,
  });
  document.components = { ...document.components, responses: { Refusal: REFUSAL } };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) completeOperation(operation, method, path);
    }
  }
  return sorted(document) as OpenAPIObject;
}

const roomOf = (controller: string): string => {
  const name = controller.replace(/Controller$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
};

const isPublic = (operation: Operation): boolean => PUBLIC_EXTENSION in operation;

/** Which refusals an operation can answer with follows from its shape. */
function completeOperation(operation: Operation, method: string, path: string): void {
  const changes = method !== 'get';
  const open = isPublic(operation);
  if (method === 'post') operation.parameters = [...(operation.parameters ?? []), onceHeader(open)];
  if (!open) operation.security = [{ session: [] }];
  const problems: [string, boolean][] = [
    ['400', true],
    ['401', !open || path.startsWith('/api/auth/')],
    ['403', changes || !open],
    ['404', path.includes('{') || changes || asksForOne(operation)],
    ['408', changes],
    ['409', changes],
    ['413', changes],
    ['415', changes],
    ['422', method === 'post'],
    ['429', changes || !open],
    ['500', true],
    ['503', true],
  ];
  for (const [status, applies] of problems) if (applies) operation.responses[status] ??= PROBLEM;
  operation.responses['default'] ??= PROBLEM;
}

/** A list of what belongs to one record, or what a token stands for: there may be no such one. */
const asksForOne = ({ parameters = [] }: Operation): boolean =>
  parameters.some((parameter) => 'name' in parameter && /Id$|^token$/.test(parameter.name));

const onceHeader = (open: boolean) => ({
  name: ONCE_HEADER,
  in: 'header' as const,
  required: false,
  description: open
    ? 'Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about.'
    : 'One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: ONCE_PATTERN },
});

const REFUSAL = {
  description: 'A refusal. As default: one before the address was looked at (414, 431).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const PROBLEM = { $ref: '#/components/responses/Refusal' };

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
