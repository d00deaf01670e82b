import { type Readable, Transform } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

export interface WithRawBody {
  /** The bytes as they came, for who checks a signature over them. */
  rawChunks?: Buffer[];
}

const SIGNED = '/api/mail-events';

export function keepRawBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preParsing', async (request: FastifyRequest & WithRawBody, _reply: unknown, payload: Readable) => {
    if (request.routeOptions.url !== SIGNED) return payload;
    const chunks: Buffer[] = [];
    request.rawChunks = chunks;
    return payload.pipe(
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          chunks.push(chunk);
          done(null, chunk);
        },
      }),
    );
  });
}
