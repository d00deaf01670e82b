import type { Document, Schema } from './schema.js';

/** How a request means it: as it should be, nearly so, or not at all. */
export type Mood = 'valid' | 'near' | 'hostile';

export interface Known {
  /** An id of that kind of record, of the caller's firm or of another. */
  id: (field: string) => string;
  /** The version of the record that the address names. */
  version: () => number;
}

const WORDS = ['Ada', 'Zoé', 'København', '株式会社', 'שלום', 'naïve', 'O’Neil', 'x', '3.14', 'a b  c'];
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202Eabc\u202C',
  'x'.repeat(10_000),
  '𐍈'.repeat(2_000),
  '\ud800',
  "'; drop table search; --",
  '${{7*7}}',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '%00',
  '%',
  '_%\\',
  'null',
  'true',
  '1e309',
  '0001-01-01',
  '9999-12-31T23:59:59.999999999Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-02-30',
  '\ufeff',
  '\r\nset-cookie: a=b',
  '{"a":1}',
  '00000000-0000-0000-0000-000000000000',
];
const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
  5e-324,
];
const OF_WRONG_TYPE: unknown[] = [null, true, false, 0, 'text', [], {}, [null], [[]], { a: { b: [1] } }, ['a', 'a']];
const LOCAL_MOMENTS = ['T09:30:00Z', 'T23:59:59+14:00', 'T00:00:00-05:00', 'T12:00:00.123456789+01:00'];

/** Values for the fields of the document, from a printed seed. */
export class Values {
  constructor(
    private readonly random: () => number,
    private readonly schemas: Document['components']['schemas'],
    private readonly now: number,
  ) {}

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)] as T;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** As the document wants it. */
  valid(schema: Schema, field: string, known: Known, depth = 0): unknown {
    if (schema.$ref) return this.valid(this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, field, known, depth);
    const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (choices) return this.valid(this.pick(choices), field, known, depth);
    if (schema.enum) return this.pick(schema.enum);
    const type = this.pick([schema.type ?? 'string'].flat());
    if (type === 'null') return null;
    if (type === 'boolean') return this.chance(0.5);
    if (type === 'number' || type === 'integer') return this.number(schema, field, known);
    if (type === 'array') {
      const most = Math.min(schema.maxItems ?? 3, 3);
      const count = Math.floor(this.random() * (most + 1));
      return Array.from({ length: count }, () => this.valid(schema.items ?? {}, field, known, depth + 1));
    }
    if (type === 'object') return this.object(schema, known, depth);
    return this.text(schema, field, known);
  }

  /** Anything but that, or at the edge of it. */
  hostile(schema: Schema): unknown {
    const kind = this.random();
    if (kind < 0.35) return this.pick(HOSTILE_TEXTS);
    if (kind < 0.55) return this.pick(HOSTILE_NUMBERS);
    if (kind < 0.65 && schema.maximum !== undefined) return schema.maximum + 1;
    if (kind < 0.75 && schema.maxLength !== undefined)
      return 'x'.repeat(schema.maxLength + Math.floor(this.random() * 2));
    if (kind < 0.8) return Array.from({ length: 600 }, (_, at) => at);
    if (kind < 0.85) return JSON.parse(`${'['.repeat(40)}1${']'.repeat(40)}`) as unknown;
    return this.pick(OF_WRONG_TYPE);
  }

  hostileText(): string {
    return this.pick(HOSTILE_TEXTS);
  }

  private object(schema: Schema, known: Known, depth: number): unknown {
    const entries = Object.entries(schema.properties ?? {})
      .filter(([name]) => schema.required?.includes(name) || (depth < 4 && this.chance(0.6)))
      .map(([name, inner]) => [name, this.valid(inner, name, known, depth + 1)] as const);
    const more = schema.additionalProperties;
    if (typeof more === 'object' && !schema.properties && this.chance(0.6)) {
      entries.push([known.id('stageId'), this.valid(more, 'days', known, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  private number(schema: Schema, field: string, known: Known): number {
    if (field === 'version' && this.chance(0.9)) return known.version();
    const low = schema.minimum ?? 0;
    const high = Math.min(schema.maximum ?? low + 1_000, low + 1_000);
    return low + Math.floor(this.random() * (high - low + 1));
  }

  private text(schema: Schema, field: string, known: Known): string {
    const day = new Date(this.now + Math.floor((this.random() - 0.6) * 200) * 86_400_000).toISOString().slice(0, 10);
    if (schema.format === 'uuid') return known.id(field);
    if (schema.format === 'date') return day;
    if (schema.format === 'date-time') return `${day}${this.pick(LOCAL_MOMENTS)}`;
    if (schema.format === 'email') return `${Math.floor(this.random() * 1e6)}@fuzz.example`;
    if (typeof schema.example === 'string' && this.chance(0.9)) return schema.example;
    const words = Array.from({ length: 1 + Math.floor(this.random() * 4) }, () => this.pick(WORDS)).join(' ');
    return words.padEnd(schema.minLength ?? 0, '.').slice(0, schema.maxLength ?? 1_000);
  }
}
