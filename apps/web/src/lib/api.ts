import { createApiClient } from '@app/api-client/client.js';
import { onlineManager } from '@tanstack/react-query';
import { actingAs } from './acting-as';
import type { Me } from './answers';
import { askedAhead } from './asked-ahead';
import { Line } from './line';
import { onceEach } from './once';
import { ApiProblem, unreachable } from './problem';
import { queryClient } from './query-client';
import { keys } from './query-keys';
import { rememberUnchanged } from './unchanged';

/** Changes wait there while there is no network. */
export const line = new Line(sessionStorage, onlineManager, (request) => askedAhead(request) ?? fetch(request));

/** One typed client for every call; what it posts is done once, however often it is sent. */
export const api = onceEach(
  createApiClient(
    '',
    actingAs(
      rememberUnchanged((request) => line.sent(request)),
      () => queryClient.getQueryData<Me>(keys.me())?.user.id,
    ),
  ),
);

/** A file the server makes, to be kept: never remembered, as answers are. */
export async function fileOf(address: string): Promise<Blob> {
  const response = await fetch(address, { credentials: 'same-origin' }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok) throw ApiProblem.from(response.status, await response.json().catch(() => null));
  return response.blob();
}

/** The body of an answer, or the problem the server described. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok) throw ApiProblem.from(response.status, error);
  return data as T;
}
