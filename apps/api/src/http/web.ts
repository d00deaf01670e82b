import fs from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOurs, WEB_ROUTE } from './door.js';

/** Vite puts a hash of the content into the names below this folder. */
const HASHED = 'assets/';
const INDEX = 'index.html';
/** Beside each file lies what it is compressed to, which goes out in its place and never by itself. */
const COMPRESSED = /[.](br|gz)$/;

/** Serves the built web app. Its own routes all answer with index.html. Without a build there is only the API. */
export async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  const root = path.resolve(webDir);
  const files = listFiles(root);
  if (!files.has(INDEX)) return;
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false, preCompressed: true });
  app
    .getHttpAdapter()
    .getInstance()
    .get(WEB_ROUTE, (request: FastifyRequest, reply: FastifyReply) => {
      const file = (request.params as { '*': string })['*'];
      if (files.has(file)) {
        reply.header('cache-control', file.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
        return reply.sendFile(file);
      }
      if (isOurs(`/${file}`) || !request.headers.accept?.includes('text/html')) return reply.callNotFound();
      reply.header('cache-control', 'no-cache');
      return reply.sendFile(INDEX);
    });
}

/** The names of what there is: a name that is not on the list never reaches the disk. */
function listFiles(root: string): Set<string> {
  if (!fs.existsSync(root)) return new Set();
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !COMPRESSED.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  return new Set(names.map((name) => name.split(path.sep).join('/')));
}
