/** More than the pages that are asked for again by themselves. */
const MOST_KEPT = 50;

interface Kept {
  readonly tag: string;
  readonly body: string;
}

/**
 * Sends what the server has tagged with its tag, and gives back the answer of before when it says that nothing has
 * changed. Kept in memory only, as the server lets no browser store an answer, and no longer than somebody is signed in.
 */
export function rememberUnchanged(
  send: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  const kept = new Map<string, Kept>();
  const keep = (url: string, known: Kept): void => {
    kept.delete(url);
    kept.set(url, known);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  };
  return async (request) => {
    if (request.method !== 'GET') return send(request);
    const known = kept.get(request.url);
    if (known) request.headers.set('If-None-Match', known.tag);
    const response = await send(request);
    if (known && response.status === 304) {
      keep(request.url, known);
      return new Response(known.body, { headers: { 'content-type': 'application/json' } });
    }
    if (response.status === 401) kept.clear();
    const tag = response.headers.get('etag');
    if (!tag || !response.ok) kept.delete(request.url);
    else keep(request.url, { tag, body: await response.clone().text() });
    return response;
  };
}
