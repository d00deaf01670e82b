import type { FastifyRequest } from 'fastify';
import type { Actor } from '@app/identity/identity.types.js';
import type { Load } from './load.decorator.js';

/** A request after the auth guard. */
export type ApiRequest = FastifyRequest & {
  actor?: Actor;
  /** What it holds of its firm's share, until it is answered. */
  place?: Load | undefined;
};
