import { createApiClient } from '@app/api-client/client.js';
import { ApiProblem, unreachable } from './problem';

/** One typed client for every call. */
export const api = createApiClient();

/** The body of an answer, or the problem the server described. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok) throw ApiProblem.from(response.status, error);
  return data as T;
}
