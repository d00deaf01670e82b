import { Line } from './line';

class Tab {
  readonly kept = new Map<string, string>();
  constructor(private readonly full = false) {}
  get length(): number {
    return this.kept.size;
  }
  key = (i: number): string | null => [...this.kept.keys()][i] ?? null;
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  removeItem = (key: string): void => void this.kept.delete(key);
  setItem = (key: string, value: string): void => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  };
}

class Net {
  private readonly told = new Set<(online: boolean) => void>();
  constructor(private online: boolean) {}
  isOnline = (): boolean => this.online;
  subscribe = (changed: (online: boolean) => void): (() => void) => {
    this.told.add(changed);
    return () => void this.told.delete(changed);
  };
  set(online: boolean): void {
    this.online = online;
    for (const tell of [...this.told]) tell(online);
  }
}

const URL_OF = (name: string): string => `http://localhost/api/${name}`;
const change = (name: string, body: object = {}, method = 'POST'): Request =>
  new Request(URL_OF(name), {
    method,
    headers: { 'content-type': 'application/json', 'Idempotency-Key': `key of ${name}` },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });

/** A page with its line; `arrived` is what the server has seen. */
function aPage(tab: Tab, net: Net, user = 'u1') {
  const arrived: string[] = [];
  const line = new Line(tab, net, async (request) => {
    arrived.push(
      `${request.method} ${new URL(request.url).pathname} ${request.headers.get('idempotency-key')} ${await request.text()}`,
    );
    return new Response('{}');
  });
  line.belongsTo(user);
  return { line, arrived };
}
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('a change', () => {
  it('goes out at once with a network, and leaves nothing', async () => {
    const tab = new Tab();
    const { line, arrived } = aPage(tab, new Net(true));

    await line.sent(change('moves'));

    expect(arrived).toEqual(['POST /api/moves key of moves {}']);
    expect(tab.length).toBe(0);
  });

  it('waits without one, and goes out once, in its turn, when there is one', async () => {
    const [tab, net] = [new Tab(), new Net(false)];
    const { line, arrived } = aPage(tab, net);
    const sent = [line.sent(change('one')), line.sent(change('two')), line.sent(change('three'))];
    await aTurn();
    expect([arrived.length, tab.length]).toEqual([0, 3]);

    net.set(true);
    await Promise.all(sent);

    expect(arrived.map((what) => what.split(' ')[1])).toEqual(['/api/one', '/api/two', '/api/three']);
    expect(tab.length).toBe(0);
  });

  it('is sent by the next page of the same person, with the key it was made with', async () => {
    const [tab, net] = [new Tab(), new Net(false)];
    void aPage(tab, net).line.sent(change('moves', { toStageId: 's2' }));
    await aTurn();

    const stranger = aPage(tab, net, 'u2');
    expect(stranger.line.leftOver()).toEqual([]);
    const next = aPage(tab, net);
    const leftOver = next.line.leftOver();
    const sent = leftOver.map((send) => send());
    await aTurn();
    expect(next.arrived).toEqual([]);
    net.set(true);
    await Promise.all(sent);

    expect(next.arrived).toEqual(['POST /api/moves key of moves {"toStageId":"s2"}']);
    expect([tab.length, next.line.leftOver().length]).toEqual([0, 0]);
  });

  it.each([
    ['of a password', 'account/password'],
    ['of who signs in', 'auth/sign-in/email'],
    ['of who joins', 'invitations/accept'],
  ])('%s waits in memory alone', async (_name, where) => {
    const [tab, net] = [new Tab(), new Net(false)];
    const { line, arrived } = aPage(tab, net);
    const sent = line.sent(change(where, { password: 'four herons over the weir' }));
    await aTurn();
    expect(tab.length).toBe(0);

    net.set(true);
    await sent;

    expect(arrived).toHaveLength(1);
  });

  it('waits in memory where a browser keeps nothing', async () => {
    const net = new Net(false);
    const { line, arrived } = aPage(new Tab(true), net);
    const sent = line.sent(change('moves'));

    net.set(true);
    await sent;

    expect(arrived).toHaveLength(1);
  });

  it('that cannot be read any more stops no other', async () => {
    const [tab, net] = [new Tab(), new Net(true)];
    tab.kept.set('searchlight-waiting u1 000000000000001-000001', 'no JSON');
    tab.kept.set(
      'searchlight-waiting u1 000000000000002-000001',
      JSON.stringify({ method: 'POST', url: URL_OF('moves'), headers: [], body: '{}' }),
    );
    const { line, arrived } = aPage(tab, net);

    const told = await Promise.allSettled(line.leftOver().map((send) => send()));

    expect(told.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect([arrived.length, tab.length]).toEqual([1, 0]);
  });

  it('is forgotten by whoever signs out', async () => {
    const [tab, net] = [new Tab(), new Net(false)];
    const { line } = aPage(tab, net);
    void line.sent(change('moves'));
    await aTurn();
    tab.kept.set('searchlight-color-scheme', 'dark');

    line.forget();

    expect([...tab.kept.keys()]).toEqual(['searchlight-color-scheme']);
  });
});

it('what is only asked for does not wait', async () => {
  const { line, arrived } = aPage(new Tab(), new Net(false));

  await line.sent(change('board', {}, 'GET'));

  expect(arrived).toHaveLength(1);
});
