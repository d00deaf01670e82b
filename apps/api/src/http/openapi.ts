import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ONCE_HEADER, ONCE_PATTERN } from './once.js';
import { REFUSALS } from './documented.js';
import { describeBounds } from './openapi-bounds.js';
import { describeExamples } from './openapi-examples.js';
import { describeRefusals, type Operation, refusalsOf } from './openapi-refusals.js';
import { BEFORE_ANY } from './problem-meanings.js';
import { problems } from './problems.js';
import { Problem } from './problem.dto.js';
import { PUBLIC_EXTENSION } from './public.decorator.js';

const INTRODUCTION = `Every operation of Searchlight: what it takes, what it answers, and everything it refuses.

- **Session.** \`POST /api/auth/sign-in/email\` answers with a cookie; send it with every request. A change sent by a browser must come from our own pages.
- **Refusals** are \`application/problem+json\` (RFC 9457). Programs go by \`code\`; \`detail\` is a sentence that may be shown as it is. Something you may not see is answered like something that does not exist.
- **Versions.** A change takes the \`version\` that was read. If somebody else was faster, the answer is 409 \`stale_version\` with the record as it is now in \`current\`.
- **Pages.** Send the \`next\` of a page as \`after\` to get the following one; \`next\` is null on the last.
- **Acting as.** A session may be in another firm by the time of a request: by a switch in another window, or because sample data was taken away. With the id of your user of \`GET /api/me\` as \`Acting-As\`, a request for another user or firm is refused (409 \`acting_as_another\`).
- **Repeating a POST.** With an \`Idempotency-Key\`, the same request acts once, however often it is sent.
- **Time.** Moments are ISO 8601 with an offset, days are \`YYYY-MM-DD\`, ids are UUIDs.
- **Allowed.** Where a record has \`allowed\` or \`actions\`, it says what you may do next.`;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Components = NonNullable<OpenAPIObject['components']>;

/** The API document, from the controllers: the same whatever the machine, the settings or the time. */
export function documentOf(app: INestApplication): OpenAPIObject {
  describeBounds();
  const base = new DocumentBuilder()
    .setTitle('Searchlight')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('searchlight.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${roomOf(controller)}_${method}`,
  });
  const components: Components = { ...document.components, responses: { Refusal: REFUSAL }, examples: {} };
  document.components = components;
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) completeOperation(operation, method, components);
    }
  }
  return sorted(document) as OpenAPIObject;
}

const roomOf = (controller: string): string => {
  const name = controller.replace(/Controller$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** What an operation is asked with and answers, and every refusal, follows from its shape and what its room says. */
function completeOperation(operation: Operation, method: string, components: Components): void {
  const open = PUBLIC_EXTENSION in operation;
  if (method === 'post') operation.parameters = [...(operation.parameters ?? []), onceHeader(open)];
  if (!open) operation.security = [{ session: [] }];
  describeExamples(operation, components);
  describeRefusals(operation, refusalsOf(operation, method, components.schemas), components);
  delete (operation as unknown as Record<string, unknown>)[REFUSALS];
  operation.responses['default'] ??= { $ref: '#/components/responses/Refusal' };
}

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
  description: `Refused before the address was looked at: ${BEFORE_ANY.map((code) => `\`${code}\` (${problems[code].status})`).join(', ')}.`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
