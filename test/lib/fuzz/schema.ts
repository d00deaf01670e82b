import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Operation['responses'] };
}

export interface Answer {
  status: number;
  type: string;
  body: Buffer;
}

const FORMATS: Record<string, RegExp | true> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  email: true,
  binary: true,
  uri: true,
};
const PROBLEM = 'application/problem+json';
/** Refused before the address is known, so declared as `default`. */
const BELOW = new Set([414, 431]);

/** Whether answers are what the document says: the status, the type, and no field more or less. */
export class DocumentCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, formats: FORMATS });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: Document) {
    const closed = closedOf(document.components) as object;
    this.ajv.addSchema({ $id: 'document', components: closed });
  }

  /** What is wrong with an answer; null when nothing is. */
  faultOf(operation: Operation, { status, type, body }: Answer): string | null {
    const declared = operation.responses[String(status)] ?? (BELOW.has(status) ? operation.responses['default'] : null);
    if (!declared) return `${status} is not declared`;
    const { content } = declared.$ref ? this.resolve(declared.$ref) : declared;
    if (status >= 400) {
      if (type !== PROBLEM) return `${status} is ${type}, not a problem`;
      const fault = this.mismatch({ $ref: '#/components/schemas/Problem' }, body);
      return (
        fault ?? ((JSON.parse(body.toString()) as Answer).status === status ? null : 'another status in the problem')
      );
    }
    if (!content) return body.length === 0 ? null : `${status} has a body that is not declared`;
    const media = content[type];
    if (!media) return `${status} is ${type}, which is not declared`;
    return type === 'application/json' ? this.mismatch(media.schema, body) : null;
  }

  private resolve(ref: string): Operation['responses'][string] {
    return this.document.components.responses[ref.split('/').at(-1) ?? ''] ?? {};
  }

  private mismatch(schema: Schema, body: Buffer): string | null {
    const key = JSON.stringify(schema);
    const inDocument = JSON.parse(key.replaceAll('"#/components', '"document#/components')) as object;
    const validate = this.compiled.get(key) ?? this.ajv.compile(inDocument);
    this.compiled.set(key, validate);
    let value: unknown;
    try {
      value = JSON.parse(body.toString());
    } catch {
      return 'the body is not JSON';
    }
    if (validate(value)) return null;
    const [error] = validate.errors ?? [];
    return `${error?.instancePath.replaceAll(/\d+/g, 'n')} ${error?.message} ${JSON.stringify(error?.params)}`;
  }
}

/** Objects that say nothing of further fields have none. */
function closedOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closedOf);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closedOf(value)])) as Schema;
  if (copy.properties && copy.type === 'object') copy.additionalProperties ??= false;
  return copy;
}
