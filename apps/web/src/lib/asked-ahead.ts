declare global {
  interface Window {
    /** Answers on their way, by address: `first.js` asks for them before there is anything else. */
    askedAhead?: Record<string, Promise<Response>>;
  }
}

/** The rows of Today that are asked for at once; `first.js` asks for as many. */
export const TODAY_AT_ONCE = 100;
/** Longer than a page takes to begin on a bad line; after that an answer is asked for anew. */
const FRESH_MS = 30_000;

/**
 * The answer that was asked for ahead, once; null for anything else, and for all of them once anything is changed.
 * `age`: of the page, in milliseconds.
 */
export function askedAhead(
  { method, url }: Pick<Request, 'method' | 'url'>,
  age = performance.now(),
): Promise<Response> | null {
  const { askedAhead: ahead, location } = window;
  if (!ahead) return null;
  if (method !== 'GET' || age > FRESH_MS) {
    delete window.askedAhead;
    return null;
  }
  const address = url.startsWith(location.origin) ? url.slice(location.origin.length) : url;
  const answer = ahead[address];
  delete ahead[address];
  return answer ?? null;
}
