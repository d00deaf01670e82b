import type { Document, Operation, Schema } from './schema.js';
import type { Known, Mood, Values } from './values.js';

export interface Target {
  method: string;
  path: string;
  operation: Operation;
}

export interface Request {
  method: string;
  /** Path and query, written as they go over the line. */
  address: string;
  headers: Record<string, string>;
  body: Buffer | string | null;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const WRONG_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/json; charset=x',
  '',
];
const FORM = 'multipart/form-data; boundary=fuzz';

export const targetsOf = ({ paths }: Document): Target[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ method, path, operation: item[method] }] : [])),
  );

/** A request to this target in this mood. */
export function requestTo({ method, path, operation }: Target, mood: Mood, values: Values, known: Known): Request {
  const spoil = spoilerOf(mood, values);
  const { parameters = [] } = operation;
  const headers: Record<string, string> = {};
  const query: string[] = [];
  let address = path;
  for (const { name, in: where, required, schema } of parameters) {
    if (where !== 'path' && !required && values.chance(0.5)) continue;
    const value = spoil(schema, () => values.valid(schema, name === 'id' ? idOf(path) : name, known));
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (where === 'path') address = address.replace(`{${name}}`, written(text, values, mood) || '-');
    else if (where === 'header') headers[name] = text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 2_000);
    else query.push(`${name}=${written(text, values, mood)}`);
  }
  if (mood === 'hostile' && values.chance(0.2)) query.push(...odd(values));
  if (query.length > 0) address += `?${query.join('&')}`;
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return { method, address, headers, body: null };
  if (type.startsWith('multipart/')) {
    return { method, address, headers: { ...headers, 'content-type': FORM }, body: formOf(mood, values) };
  }
  const body = bodyOf(content.schema, mood, values, known);
  const contentType = mood === 'hostile' && values.chance(0.08) ? values.pick(WRONG_TYPES) : 'application/json';
  return { method, address, headers: { ...headers, 'content-type': contentType }, body };
}

/** `/api/candidacies/{id}/moves` names a candidacy. */
export function idOf(path: string): string {
  const segments = path.split('/');
  return segments[segments.indexOf('{id}') - 1] ?? '';
}

/** Near requests have one thing wrong in most cases, hostile ones about half of all things. */
function spoilerOf(mood: Mood, values: Values): (schema: Schema, valid: () => unknown) => unknown {
  const share = { valid: 0, near: 0.25, hostile: 0.5 }[mood];
  return (schema, valid) => (values.chance(share) ? values.hostile(schema) : valid());
}

/** Encoded as it should be; a hostile caller also writes escapes that are none. */
function written(text: string, values: Values, mood: Mood): string {
  if (mood === 'hostile' && values.chance(0.05)) return values.pick(['%zz', '%', '%E0%A4%A', '%00', '..%2f', '%ff%fe']);
  return encodeURIComponent(text.toWellFormed()).slice(0, values.chance(0.9) ? 3_000 : 12_000);
}

const odd = (values: Values): string[] =>
  values.pick([
    ['limit=1', 'limit=2'],
    ['after=a', 'after=b'],
    ['q[a]=1', 'q[]=2'],
    ['__proto__=1', 'constructor=2'],
    ['unknown=1'],
    ['%00=1'],
    Array.from({ length: 60 }, (_, at) => `k${at}=1`),
    ['&&&=', '=', '?'],
  ]);

function bodyOf(schema: Schema, mood: Mood, values: Values, known: Known): string {
  const body = values.valid(schema, '', known);
  if (mood === 'valid' || typeof body !== 'object' || body === null) return JSON.stringify(body);
  if (mood === 'hostile' && values.chance(0.25)) return wildBody(values);
  const fields = body as Record<string, unknown>;
  const spoilt =
    mood === 'near' ? [values.pick(Object.keys(fields))] : Object.keys(fields).filter(() => values.chance(0.5));
  for (const name of spoilt) {
    if (values.chance(0.15)) delete fields[name];
    else if (name) fields[name] = inside(fields[name], values);
  }
  if (values.chance(0.1)) fields[values.pick(['firmId', 'role', 'id', 'isAdmin', 'constructor', 'x\0'])] = 'me';
  return JSON.stringify(body);
}

/** Spoils a value, or something deep inside it. */
function inside(value: unknown, values: Values): unknown {
  if (typeof value === 'object' && value !== null && values.chance(0.6)) {
    const key = values.pick(Object.keys(value));
    if (key !== undefined) {
      const container = value as Record<string, unknown>;
      container[key] = inside(container[key], values);
      return value;
    }
  }
  return values.hostile({});
}

function wildBody(values: Values): string {
  const keys = (count: number) => Array.from({ length: count }, (_, at) => `"k${at}":1`).join(',');
  return values.pick([
    () => '',
    () => '{',
    () => 'null',
    () => '[]',
    () => '"text"',
    () => '1e999',
    () => '{"__proto__":{"a":1}}',
    () => `{"x":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}}`,
    () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    () => `{${keys(1_500)}}`,
    () => `{${keys(20_000)}}`,
    () => JSON.stringify({ items: new Array<object>(5_000).fill({}) }),
    () => JSON.stringify({ version: 1, name: 'x'.repeat(60_000) }),
    () => `{"version":${'9'.repeat(400)}}`,
    () => '{"version":1e400,"name":"a"}',
    () => '{"name":"\\ud800"}',
    () => '\ufeff{"name":"a"}',
  ])();
}

const CSV = [
  ['clients.csv', 'client_ref,name\nC-1,Acme\nC-2,\n'],
  ['candidates.csv', 'candidate_ref,name,email\nP-1,Zoé,zoe@fuzz.example\n'],
  ['people.csv', 'x\n'],
  ['clients.csv', ''],
  ['../../clients.csv', 'client_ref,name\nC-1,"Acme\n'],
] as const;

function formOf(mood: Mood, values: Values): string {
  const part = ([name, text]: readonly [string, string]) =>
    `--fuzz\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`;
  const form = `${part(mood === 'valid' ? values.pick(CSV.slice(0, 2)) : values.pick(CSV))}--fuzz--\r\n`;
  if (mood === 'valid') return form;
  return values.pick([
    form,
    form.slice(0, -9),
    form.slice(0, Math.floor(form.length / 2)),
    form.replaceAll('fuzz', 'fizz'),
    form.replace('; filename="', '; note="'),
    part(CSV[0]).repeat(20) + form,
    '',
    'x'.repeat(2_000),
  ]);
}
