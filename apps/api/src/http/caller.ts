import type { FastifyRequest } from 'fastify';
import type { Caller } from '@app/auth/auth.types.js';

export const callerOf = ({ ip, headers }: FastifyRequest): Caller => ({
  address: ip,
  cookie: headers.cookie,
  userAgent: headers['user-agent'],
});
