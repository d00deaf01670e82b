import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemFor, sendProblem } from './problem.filter.js';

export interface Patience {
  /** How often bodies under way are looked at. */
  everyMs: number;
  /** A body is here within this; one of files, which may be as large as they are, has this to bring its share. */
  bodyMs: number;
  /** Bytes of a form of files within `bodyMs`. */
  share: number;
  /** Bodies from one address that may take longer than two looks at the same time. */
  atOnce: number;
}

export const PATIENCE: Readonly<Patience> = { everyMs: 5_000, bodyMs: 60_000, share: 60 * 1024, atOnce: 50 };

interface Arrival {
  request: FastifyRequest;
  reply: FastifyReply;
  looks: number;
  since: number;
  bytes: number;
}

/**
 * Ends requests whose body hardly comes: each holds a connection, and a form of files also holds what is stored of it.
 * Time in which we do not read, because the database is slower than the sender, does not count.
 */
export function endSlowBodies(fastify: FastifyInstance, patience: Readonly<Patience> = PATIENCE): void {
  const arrivals = new Set<Arrival>();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) {
      const arrival = { request, reply, looks: 0, since: performance.now(), bytes: bytesOf(request) };
      arrivals.add(arrival);
      request.raw.once('close', () => arrivals.delete(arrival));
    }
    done();
  });
  const look = setInterval(() => {
    const perAddress = new Map<string, number>();
    for (const arrival of arrivals) {
      const { request } = arrival;
      if (request.raw.complete) {
        arrivals.delete(arrival);
        continue;
      }
      arrival.looks += 1;
      const others = perAddress.get(request.ip) ?? 0;
      if (arrival.looks > 2) perAddress.set(request.ip, others + 1);
      if (others >= patience.atOnce || isTooSlow(arrival, patience)) {
        arrivals.delete(arrival);
        end(arrival);
      }
    }
  }, patience.everyMs);
  look.unref();
  fastify.addHook('onClose', (_, done) => {
    clearInterval(look);
    done();
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const bytesOf = ({ raw }: FastifyRequest): number => raw.socket.bytesRead;

function isTooSlow(arrival: Arrival, { bodyMs, share }: Readonly<Patience>): boolean {
  const { request, reply } = arrival;
  const now = performance.now();
  const bytes = bytesOf(request);
  const isForm = request.headers['content-type']?.startsWith('multipart/') === true;
  // whoever has been answered has nothing left to send
  const mayGoOn = isForm && !reply.sent && (bytes - arrival.bytes >= share || waitsForUs(request));
  if (mayGoOn) Object.assign(arrival, { since: now, bytes });
  return now - arrival.since > bodyMs;
}

const waitsForUs = ({ raw }: FastifyRequest): boolean => raw.readableLength >= raw.readableHighWaterMark;

function end({ request, reply }: Arrival): void {
  const close = () => request.raw.destroy();
  if (reply.sent) return void close();
  reply.raw.once('finish', close).once('close', close);
  reply.header('connection', 'close');
  sendProblem(
    reply,
    problemFor('too_slow', 'The body did not arrive in time. Send it again over a faster connection.'),
  );
}
