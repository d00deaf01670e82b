import { createHash } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { EXAMPLES } from './example-values.js';
import type { Operation } from './openapi-refusals.js';

type Components = NonNullable<OpenAPIObject['components']>;

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  example?: unknown;
  minimum?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Where a value stands: in which shape, under which name, and under which name that shape stands itself. */
interface Place {
  readonly shape: string;
  readonly owner: string;
  readonly field: string;
}

const MOMENT = '2026-11-30T09:15:00.000Z';
const DAY = '2026-11-30';
const SCHEMAS = '#/components/schemas/';

/** Shows what each body and answer looks like: in JSON once for all operations that share its shape. */
export function describeExamples(operation: Operation, components: Components): void {
  const { requestBody, responses } = operation;
  const answers = Object.entries(responses).flatMap(([status, one]) => (status.startsWith('2') && one ? [one] : []));
  for (const body of [...(requestBody ? [requestBody] : []), ...answers]) {
    for (const [type, media] of Object.entries(('content' in body && body.content) || {})) {
      const { $ref } = media.schema as Schema;
      if (type !== 'application/json') media.example ??= EXAMPLES[type];
      else if (!$ref) media.example ??= EXAMPLES[operation.operationId ?? ''];
      else {
        const name = $ref.slice(SCHEMAS.length);
        (components.examples ??= {})[name] ??= { value: exampleOf(name, components) };
        media.examples = { example: { $ref: `#/components/examples/${name}` } };
      }
    }
  }
}

function exampleOf(root: string, components: Components): unknown {
  const schemas = (components.schemas ?? {}) as Record<string, Schema>;
  const of = (schema: Schema, place: Place): unknown => {
    const { $ref, allOf, anyOf, oneOf } = schema;
    if ($ref) {
      const name = $ref.slice(SCHEMAS.length);
      return of(schemas[name] ?? {}, { ...place, shape: name.replace(/Dto$/, '') });
    }
    const given = valueOf(schema, place);
    if (given !== undefined) return given;
    const [part] = allOf ?? anyOf ?? oneOf ?? [];
    if (part) return of(part, place);
    if (schema.items) return [of(schema.items, place)];
    if (!schema.properties) throw new Error(`example-values.ts has no example of ${place.shape}.${place.field}`);
    const fields = Object.entries(schema.properties).map(([field, inner]) => {
      return [field, of(inner, { shape: place.shape, owner: place.field, field })] as const;
    });
    return Object.fromEntries(fields);
  };
  return of({ $ref: SCHEMAS + root }, { shape: '', owner: '', field: '' });
}

/** What the table says, where the schema allows it; else what the schema says by itself. */
function valueOf(schema: Schema, { shape, owner, field }: Place): unknown {
  if (schema.example !== undefined) return schema.example;
  const names = [`${shape}.${field}`, `${owner}.${field}`, field].filter((name) => Object.hasOwn(EXAMPLES, name));
  const given = names.map((name) => EXAMPLES[name]).find((value) => fits(value, schema));
  if (given !== undefined) return given;
  const types = typesOf(schema);
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'uuid') return idOf(field === 'id' ? shape : field);
  if (schema.format === 'date-time') return MOMENT;
  if (schema.format === 'date') return DAY;
  if (types.includes('boolean')) return owner === 'allowed' || owner === 'actions';
  if (types.includes('integer') || types.includes('number')) return schema.minimum ?? 1;
  return undefined;
}

const typesOf = ({ type = [], allOf = [], anyOf = [] }: Schema): string[] =>
  [type, ...[...allOf, ...anyOf].map((part) => part.type ?? [])].flat();

const fits = (value: unknown, schema: Schema): boolean =>
  typesOf(schema).some((type) => kindsOf(value).includes(type)) &&
  !schema.properties &&
  (schema.enum?.includes(value) ?? true);

function kindsOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (Number.isInteger(value)) return ['integer', 'number'];
  return [Array.isArray(value) ? 'array' : typeof value];
}

/** The same for the same thing wherever it is named. */
function idOf(what: string): string {
  const name = what.replace(/Ids?$|s$/, '').toLowerCase();
  return `019ad1f0-8a40-7000-8000-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
