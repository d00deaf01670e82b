import { newId } from '@app/platform/database/id.js';
import { TEST_PUBLIC_URL } from '../medium/api.js';
import type { Asker, Expectation, Relation } from './expectation.js';
import type { Operation } from './operations.js';
import type { Stage } from './scenes.js';

/** An answer without what differs between any two: the date and the id of the request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
export interface Asked {
  readonly who: Asker;
  /** what is named at this place has the relation, everything else is one's own */
  readonly place: string | null;
  readonly relation: Relation;
}
export type Ask = (operation: Operation, row: Expectation, asked: Asked) => Promise<Answer>;

interface Parts {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** Asks the api over the wire, as a person or as nobody. */
export function asker(url: string, { firm, scenes, fresh }: Stage): Ask {
  return async (operation, row, { who, place, relation }) => {
    const parts = structuredClone({ path: row.path ?? {}, query: row.query ?? {}, body: row.body ?? {} }) as Parts;
    for (const [at, thing] of Object.entries(row.names ?? {})) {
      const related = at === place ? relation : 'own';
      put(parts, at.split('.'), row.fresh?.includes(thing) ? await fresh(thing, related) : scenes[related][thing]);
    }
    const query = new URLSearchParams(parts.query as Record<string, string>).toString();
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(parts.path[name]));
    const response = await fetch(`${url}${path}${query ? `?${query}` : ''}`, {
      method: operation.method,
      redirect: 'manual',
      headers: {
        origin: TEST_PUBLIC_URL,
        ...(who === 'anonymous' ? {} : { cookie: firm.cookie(who) }),
        ...(takesBody(operation) && !row.upload ? { 'content-type': 'application/json' } : {}),
      },
      ...(takesBody(operation)
        ? { body: row.upload ? formOf(row.upload) : JSON.stringify(parts.body).replaceAll('{new}', newId()) }
        : {}),
    });
    const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()).toString('latin1') };
  };
}

const takesBody = ({ described }: Operation): boolean => described.requestBody !== undefined;

function put(into: object, [name, ...rest]: readonly string[], value: string): void {
  const target = into as Record<string, unknown>;
  const key = (name ?? '').replace('[]', '');
  const isList = name?.endsWith('[]') ?? false;
  if (rest.length === 0) target[key] = isList ? [value] : value;
  else if (isList) put(((target[key] ??= [{}]) as object[])[0] ?? {}, rest, value);
  else put((target[key] ??= {}) as object, rest, value);
}

function formOf(files: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text], { type: 'text/csv' }), name);
  return form;
}
