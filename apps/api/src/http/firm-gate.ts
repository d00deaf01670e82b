import { DomainError } from '@app/platform/errors/domain-error.js';
import { type AtMost, type Load, ORDINARY } from './load.decorator.js';
import type { HttpErrorCode } from './problems.js';
import type { ApiRequest } from './request.js';

/** Requests of one firm that may wait for their turn, and how long each does before it is refused. */
const LONGEST_QUEUE = 200;
const LONGEST_WAIT_MS = 3_000;
const RETRY_AFTER_SECONDS = 5;

interface Waiting {
  readonly load: Load;
  readonly enter: () => void;
}

class Firm {
  requests = 0;
  held = 0;
  readonly queue: Waiting[] = [];
}

/**
 * Shares the connections of this process among firms, so that the slow requests of one leave the others theirs. It
 * counts in memory and asks nobody. A firm that holds none always gets in; one that holds some gets more until it has
 * its share, or until all but a reserve are in use. The others of a firm wait in the order in which they came, and
 * firms take turns.
 */
export class FirmGate {
  /** the most that one firm holds at a time */
  private readonly share: number;
  /** in use by all, above which only who holds none gets in */
  private readonly ceiling: number;
  private readonly firms = new Map<string, Firm>();
  /** kind -> of whom, once for each that is under way */
  private readonly kinds = new Map<string, string[]>();
  private held = 0;
  private waiting = 0;

  constructor(pool: number) {
    this.share = Math.max(1, Math.ceil(pool * 0.6));
    this.ceiling = Math.max(1, Math.floor(pool * 0.8));
  }

  /** Nothing when the request may go on at once, else a promise of its turn. Every entry is left exactly once. */
  enter(firmId: string, load: Load = ORDINARY): Promise<void> | undefined {
    if (load.atMost) this.enterKind(firmId, load.atMost);
    let firm = this.firms.get(firmId);
    if (!firm) this.firms.set(firmId, (firm = new Firm()));
    const isNext = firm.queue.length === 0 || load.connections === 0;
    if (isNext && this.fits(firm, load)) {
      this.take(firm, load);
      return undefined;
    }
    if (firm.queue.length >= LONGEST_QUEUE) {
      if (load.atMost) this.leaveKind(firmId, load.atMost);
      throw tooMany();
    }
    return this.wait(firmId, firm, load);
  }

  leave(firmId: string, load: Load = ORDINARY): void {
    const firm = this.firms.get(firmId);
    if (!firm) return;
    if (load.atMost) this.leaveKind(firmId, load.atMost);
    firm.requests -= 1;
    firm.held -= load.connections;
    this.held -= load.connections;
    if (firm.requests === 0 && firm.queue.length === 0) this.firms.delete(firmId);
    if (this.waiting > 0) this.letIn();
  }

  private fits(firm: Firm, { connections }: Load): boolean {
    if (connections === 0 || firm.held === 0) return true;
    return firm.held + connections <= this.share && this.held + connections <= this.ceiling;
  }

  private take(firm: Firm, { connections }: Load): void {
    firm.requests += 1;
    firm.held += connections;
    this.held += connections;
  }

  private wait(firmId: string, firm: Firm, load: Load): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        firm.queue.splice(firm.queue.indexOf(waiting), 1);
        this.waiting -= 1;
        if (load.atMost) this.leaveKind(firmId, load.atMost);
        reject(tooMany());
        // what waited behind it may fit
        this.letIn();
      }, LONGEST_WAIT_MS);
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiting: Waiting = { load, enter };
      firm.queue.push(waiting);
      this.waiting += 1;
    });
  }

  /** Round by round one of each firm that may; who got in goes to the end, so that the next turn is another's. */
  private letIn(): void {
    for (let someGotIn = true; someGotIn && this.waiting > 0;) {
      someGotIn = false;
      for (const [firmId, firm] of [...this.firms]) {
        const [next] = firm.queue;
        if (!next || !this.fits(firm, next.load)) continue;
        firm.queue.shift();
        this.waiting -= 1;
        this.take(firm, next.load);
        this.firms.delete(firmId);
        this.firms.set(firmId, firm);
        next.enter();
        someGotIn = true;
      }
    }
  }

  private enterKind(firmId: string, { kind, perFirm, inAll, sentence }: AtMost): void {
    const underWay = this.kinds.get(kind) ?? [];
    if (underWay.length >= inAll || underWay.filter((id) => id === firmId).length >= perFirm) {
      throw new DomainError<HttpErrorCode>('firm_busy', sentence, { retryAfter: RETRY_AFTER_SECONDS });
    }
    this.kinds.set(kind, [...underWay, firmId]);
  }

  private leaveKind(firmId: string, { kind }: AtMost): void {
    const underWay = this.kinds.get(kind) ?? [];
    underWay.splice(underWay.indexOf(firmId), 1);
  }
}

/**
 * Waits for a request's turn and notes what it holds; the door gives it back with the answer. One that was answered
 * while it waited, because its body did not come, holds nothing and goes no further.
 */
export async function takePlace(
  gate: FirmGate,
  request: Pick<ApiRequest, 'place'>,
  reply: { readonly sent: boolean },
  { firmId, load }: { firmId: string; load: Load },
): Promise<void> {
  const turn = gate.enter(firmId, load);
  if (turn) await turn;
  if (reply.sent) {
    gate.leave(firmId, load);
    throw new DomainError<HttpErrorCode>('too_slow', 'This was answered while it waited.');
  }
  request.place = load;
}

const tooMany = (): DomainError =>
  new DomainError<HttpErrorCode>(
    'firm_busy',
    'Your firm has too many requests under way at once. Nothing was changed; try again in a few seconds.',
    { retryAfter: RETRY_AFTER_SECONDS },
  );
