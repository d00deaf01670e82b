import net from 'node:net';

/** A TCP line that a test may cut, reset, slow down or leave hanging; between a process of ours and whatever it calls. */
export class FaultProxy {
  /** Milliseconds each chunk waits, both ways. */
  delayMs = 0;
  /** New connections are closed at once, as by a host whose service is down. */
  refusing = false;
  connections = 0;
  private stalled = false;
  private readonly pairs = new Set<readonly [net.Socket, net.Socket]>();
  private readonly server: net.Server;

  private constructor(private readonly target: () => number) {
    this.server = net.createServer((inner) => this.join(inner));
  }

  /** `target`: the port to go on to, asked for each connection, for it may change. */
  static async start(target: () => number): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  /** Ends what is open, in the middle of whatever it says. */
  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** The same with RST instead of FIN. */
  reset(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.resetAndDestroy();
  }

  /** Nothing passes, nothing is closed: what a host that vanished looks like. */
  stall(): void {
    this.stalled = true;
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  /** The outer side goes, the inner one is not told. */
  halfOpen(): void {
    for (const pair of this.pairs) {
      pair[0].removeAllListeners('close').on('error', () => undefined);
      pair[1].removeAllListeners('close').destroy();
    }
  }

  resume(): void {
    this.stalled = false;
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.cut();
    await closed;
  }

  private join(inner: net.Socket): void {
    inner.on('error', () => undefined);
    if (this.refusing) return void inner.resetAndDestroy();
    this.connections += 1;
    const outer = net.connect(this.target(), '127.0.0.1');
    const pair = [inner, outer] as const;
    this.pairs.add(pair);
    for (const [from, to] of [[inner, outer] as const, [outer, inner] as const]) {
      from.on('error', () => undefined);
      from.on('data', (chunk) => this.pass(chunk, to));
      from.on('end', () => to.end());
      from.on('close', () => {
        this.pairs.delete(pair);
        to.destroy();
      });
      if (this.stalled) from.pause();
    }
  }

  private pass(chunk: Buffer, to: net.Socket): void {
    const write = (): void => void (to.writable && to.write(chunk));
    if (this.delayMs > 0) setTimeout(write, this.delayMs);
    else write();
  }
}
