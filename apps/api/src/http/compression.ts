import { hash } from 'node:crypto';
import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Shorter answers fit into the first packet anyway. */
const WORTH_COMPRESSING_BYTES = 1_024;

/**
 * Answers as short as the caller's line may need them: compressed where the caller takes that, and without their body
 * where the caller has it already. Bodies of requests are taken uncompressed only, so that none is larger than it looks.
 */
export async function shortenAnswers(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', tellUnchanged);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: WORTH_COMPRESSING_BYTES,
    globalDecompression: false,
  });
}

/** A weak tag, as it is the same whatever the encoding. */
function tellUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return done(null, payload);
  const tag = `W/"${hash('sha1', payload, 'base64url')}"`;
  reply.header('etag', tag);
  if (!isAmong(request.headers['if-none-match'], tag)) return done(null, payload);
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  done(null, null);
}

/** RFC 9110, 13.1.2: `*`, or tags compared without regard to weakness. */
const isAmong = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((known) => known.trim() === '*' || `W/${known.trim().replace(/^W\//, '')}` === tag) ?? false;
