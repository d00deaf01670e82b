import net from 'node:net';

/** The ways a line breaks: by FIN, by RST, with one side not told, or with nobody told (a host that vanished). */
export const BREAKS = ['cut', 'reset', 'half-open', 'stall'] as const;
export type Break = (typeof BREAKS)[number];
/** The same for all connections of a host; or its service is down for a while. */
export const OUTAGES = [...BREAKS, 'refuse'] as const;
export type Outage = (typeof OUTAGES)[number];

/** One connection through the proxy. */
export type Line = readonly [inner: net.Socket, outer: net.Socket];

/** So many bytes of a chunk still pass, then its line breaks. */
export interface Intervention {
  readonly passing: number;
  readonly how: Break;
}

/** A TCP line that a test may cut, reset, slow down or leave hanging; between a process of ours and whatever it calls. */
export class FaultProxy {
  /** Milliseconds each chunk waits, both ways. */
  delayMs = 0;
  /** Asked before a chunk goes on; `outward`: away from our process. */
  intervene: (chunk: Buffer, line: Line, outward: boolean) => Intervention | null = () => null;
  private stalled = false;
  private refusing = false;
  private readonly lines = new Set<Line>();
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

  /** How many connections there are now. */
  get open(): number {
    return this.lines.size;
  }

  /** What is open breaks, in the middle of whatever it says. `stall` and `refuse` also meet the connections after it. */
  break(how: Outage): void {
    if (how === 'stall') return this.stall();
    this.refusing = how === 'refuse';
    for (const line of this.lines) breakLine(line, how === 'refuse' ? 'reset' : how);
  }

  stall(): void {
    this.stalled = true;
    for (const line of this.lines) breakLine(line, 'stall');
  }

  /** What was stalled goes on where it stood; what was cut stays cut. */
  resume(): void {
    this.stalled = this.refusing = false;
    for (const line of this.lines) for (const socket of line) socket.resume();
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.break('cut');
    await closed;
  }

  private join(inner: net.Socket): void {
    inner.on('error', () => undefined);
    if (this.refusing) return void inner.resetAndDestroy();
    const outer = net.connect(this.target(), '127.0.0.1');
    const line: Line = [inner, outer];
    this.lines.add(line);
    for (const [from, to] of [[inner, outer] as const, [outer, inner] as const]) {
      from.on('error', () => undefined);
      from.on('data', (chunk) => this.pass(chunk, line, from, to));
      from.on('end', () => to.end());
      from.on('close', () => {
        this.lines.delete(line);
        to.destroy();
      });
      if (this.stalled) from.pause();
    }
  }

  private pass(chunk: Buffer, line: Line, from: net.Socket, to: net.Socket): void {
    const intervention = this.intervene(chunk, line, from === line[0]);
    const write = (part: Buffer): void => void (part.length > 0 && to.writable && to.write(part));
    if (intervention) {
      const { passing, how } = intervention;
      write(chunk.subarray(0, passing));
      breakLine(line, how);
      if (how === 'stall') from.unshift(chunk.subarray(passing));
    } else if (this.delayMs > 0) setTimeout(() => write(chunk), this.delayMs);
    else write(chunk);
  }
}

function breakLine(line: Line, how: Break): void {
  const [inner, outer] = line;
  switch (how) {
    case 'cut':
      return line.forEach((socket) => socket.destroy());
    case 'reset':
      return line.forEach((socket) => socket.resetAndDestroy());
    case 'stall':
      return line.forEach((socket) => socket.pause());
    case 'half-open':
      outer.removeAllListeners('close').destroy();
      // whatever our process says from here on is taken and goes nowhere
      inner.removeAllListeners('end').on('end', () => inner.destroy());
  }
}
