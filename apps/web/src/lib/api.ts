import createClient from 'openapi-fetch';
import type { paths } from './contract';
import { ApiProblem, unreachable } from './problem';

/** One typed client for every call. */
export const api = createClient<paths>({ baseUrl: '' });

/** The body of an answer, or the problem the server described. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok) throw ApiProblem.from(response.status, error);
  return data as T;
}

/** For the few calls that the document does not describe: login and file upload. */
export async function post<T>(path: string, body: FormData | object): Promise<T> {
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method: 'POST',
    headers: form ? {} : { 'content-type': 'application/json' },
    body: form ? body : JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const text = await response.text();
  const parsed: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  if (!response.ok) throw ApiProblem.from(response.status, parsed);
  return parsed as T;
}
