import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { IMPORT_FILES, IMPORT_QUOTAS } from '@app/import-files/import-files.types.js';
import { loadConfig } from '@app/platform/config/config.js';
import { ApiModule } from './api.module.js';
import { serveApiDocs } from './http/api-docs.js';
import { shortenAnswers } from './http/compression.js';
import { createAdapter, furnishDoor } from './http/door.js';
import { keepAnswers } from './http/once.js';
import { keepRawBodies } from './http/raw-body.js';
import { serveWeb } from './http/web.js';

export const GLOBAL_PREFIX: Parameters<NestFastifyApplication['setGlobalPrefix']> = [
  'api',
  { exclude: ['health/live', 'health/ready', { path: 'unsubscribe', method: RequestMethod.POST }] },
];

/** The whole API, ready to listen or to be asked in process. */
export async function createApi(): Promise<NestFastifyApplication> {
  const config = loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, createAdapter(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix(...GLOBAL_PREFIX);
  await furnishDoor(app, config);
  keepRawBodies(app);
  keepAnswers(app);
  await shortenAnswers(app);
  await app.register(multipart, {
    limits: { fileSize: IMPORT_QUOTAS.bytesPerFile + 1, files: IMPORT_FILES.length, fields: 1 },
  });
  serveApiDocs(app);
  await serveWeb(app, config.WEB_DIR);
  return app;
}
