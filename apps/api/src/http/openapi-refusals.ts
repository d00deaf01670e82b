import type { OpenAPIObject } from '@nestjs/swagger';
import { REFUSALS } from './documented.js';
import { meanings } from './problem-meanings.js';
import { problemFor } from './problem.filter.js';
import { type ErrorCode, problems } from './problems.js';
import { PUBLIC_EXTENSION } from './public.decorator.js';

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
type Components = NonNullable<OpenAPIObject['components']>;
type Response = Exclude<NonNullable<Components['responses']>[string], { $ref: string }>;
type Schema = { $ref?: string; properties?: Record<string, unknown> };

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** What may happen to any request, whatever is asked: a field that nobody asked for is `invalid` everywhere. */
const ANY: readonly ErrorCode[] = ['bad_request', 'invalid', 'unexpected', 'unavailable'];
/** A session is looked for, and then the firm's turn. */
const SIGNED_IN: readonly ErrorCode[] = ['not_signed_in', 'acting_as_another', 'firm_busy'];
/** A body is taken in, and something is written. */
const CHANGE: readonly ErrorCode[] = ['cross_origin', 'too_slow', 'conflict', 'too_large', 'unsupported_media_type'];
const KEYED: readonly ErrorCode[] = ['idempotency_key_reused', 'idempotency_key_in_use', 'answer_not_kept'];

/** Every refusal of an operation: the room's own, and those that follow from the shape of the request. */
export function refusalsOf(operation: Operation, method: string, schemas: Components['schemas']): ErrorCode[] {
  const own = ((operation as unknown as Record<string, unknown>)[REFUSALS] ?? []) as ErrorCode[];
  const isOpen = PUBLIC_EXTENSION in operation;
  const parameters = (operation.parameters ?? []).flatMap((one) => ('name' in one && one.in !== 'header' ? one : []));
  const fields = Object.keys(bodyOf(operation, schemas)?.properties ?? {});
  const named = [...parameters.map(({ name }) => name), ...fields];
  const codes = [
    ...ANY,
    ...own,
    ...(named.includes('after') ? (['unknown_cursor'] as const) : []),
    ...(named.includes('version') ? (['stale_version'] as const) : []),
    ...(isOpen ? [] : SIGNED_IN),
    ...(method === 'get' ? [] : CHANGE),
    ...(method === 'post' ? (['idempotency_key_refused'] as const) : []),
    ...(method === 'post' && !isOpen ? KEYED : []),
  ];
  return [...new Set(codes)].sort();
}

function bodyOf({ requestBody }: Operation, schemas: Components['schemas']): Schema | undefined {
  const content = requestBody && 'content' in requestBody ? requestBody.content : {};
  const [media] = Object.values(content);
  const schema = media?.schema as Schema | undefined;
  return schema?.$ref ? (schemas?.[schema.$ref.split('/').at(-1) ?? ''] as Schema | undefined) : schema;
}

/** One answer for each status, shared by all operations that refuse with the same codes. */
export function describeRefusals(operation: Operation, codes: readonly ErrorCode[], components: Components): void {
  const responses = (components.responses ??= {});
  const examples = (components.examples ??= {});
  for (const status of new Set(codes.map((code) => problems[code].status))) {
    const some = codes.filter((code) => problems[code].status === status);
    const name = [status, ...some].join('.');
    responses[name] ??= answerOf(some);
    for (const code of some)
      examples[code] ??= { summary: problems[code].title, value: problemFor(code, meanings[code]) };
    operation.responses[status] = { $ref: `#/components/responses/${name}` };
  }
}

const answerOf = (codes: readonly ErrorCode[]): Response => ({
  description: codes.map((code) => `- \`${code}\`: ${meanings[code]}`).join('\n'),
  content: {
    'application/problem+json': {
      schema: PROBLEM,
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
});
