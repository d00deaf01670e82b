import type { FastifyRequest } from 'fastify';
import type { Actor } from '@app/identity/identity.types.js';

/** A request after the auth guard. */
export type ApiRequest = FastifyRequest & { actor?: Actor };
