import { thisMoment } from './use-now';

/** What a request is made of, in this tab only, until it was sent. */
interface Waiting {
  readonly method: string;
  readonly url: string;
  readonly headers: [string, string][];
  readonly body: string;
}

interface Network {
  isOnline(): boolean;
  /** answers what ends it */
  subscribe(changed: (online: boolean) => void): () => void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
type Send = (request: Request) => Promise<Response>;

const PREFIX = 'searchlight-waiting ';
/** What is sent there may be a password, and waits in memory alone. */
const NEVER_KEPT = /^\/api\/(auth|account|invitations|sign-up)(\/|$)/;

/**
 * Changes made without a network wait here, in their order, and over a reload. A change goes out with the key that it
 * was made with, so that the server carries it out once.
 */
export class Line {
  private owner: string | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private made = 0;
  /** of this page, as opposed to those that a page before it left */
  private readonly own = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly network: Network,
    private readonly send: Send,
  ) {}

  /** Whose changes are kept, and told as left over. */
  belongsTo(userId: string): void {
    this.owner = userId;
  }

  /** In its place among those that wait; at once with a network. */
  async sent(request: Request): Promise<Response> {
    if (request.method === 'GET' || this.network.isOnline()) return this.send(request);
    const key = await this.keep(request);
    return this.inTurn(key, () => this.send(request));
  }

  /** What a page before this one left, to be sent one after the other by whoever calls. */
  leftOver(): (() => Promise<Response>)[] {
    return this.keys()
      .filter((key) => !this.own.has(key))
      .map((key) => {
        this.own.add(key);
        return () => this.inTurn(key, () => this.send(this.read(key)));
      });
  }

  /** Whoever signs out leaves nothing behind. */
  forget(): void {
    for (const key of allKeys(this.store)) if (key.startsWith(PREFIX)) this.store.removeItem(key);
  }

  private inTurn(key: string | null, send: () => Promise<Response>): Promise<Response> {
    const answered = this.turn.then(() => this.online()).then(send);
    this.turn = answered.catch(() => undefined);
    return answered.finally(() => key !== null && this.store.removeItem(key));
  }

  private async online(): Promise<void> {
    if (this.network.isOnline()) return;
    await new Promise<void>((resolve) => {
      const end = this.network.subscribe((online) => {
        if (!online) return;
        end();
        resolve();
      });
    });
  }

  /** A browser that keeps nothing, or is full, keeps it in memory alone. */
  private async keep(request: Request): Promise<string | null> {
    const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? true;
    if (this.owner === null || !isJson || NEVER_KEPT.test(new URL(request.url).pathname)) return null;
    const key = `${PREFIX}${this.owner} ${String(thisMoment().getTime()).padStart(15, '0')}-${String(++this.made).padStart(6, '0')}`;
    this.own.add(key);
    const { method, url, headers } = request;
    const waiting: Waiting = { method, url, headers: [...headers], body: await request.clone().text() };
    try {
      this.store.setItem(key, JSON.stringify(waiting));
      return key;
    } catch {
      return null;
    }
  }

  private read(key: string): Request {
    const { method, url, headers, body } = JSON.parse(this.store.getItem(key) ?? '{}') as Waiting;
    return new Request(url, { method, headers, body: body || undefined });
  }

  /** In the order in which they were made. */
  private keys(): string[] {
    const start = `${PREFIX}${this.owner} `;
    return allKeys(this.store)
      .filter((key) => this.owner !== null && key.startsWith(start))
      .sort();
  }
}

const allKeys = (store: Store): string[] => Array.from({ length: store.length }, (_, i) => store.key(i) ?? '');
