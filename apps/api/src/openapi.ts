import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { GLOBAL_PREFIX } from './app.js';
import { documentOf } from './http/openapi.js';

// Writes the API document to standard output. A preview has the routes but no providers, so nothing connects anywhere.
const app = await NestFactory.create(ApiModule, new FastifyAdapter(), {
  preview: true,
  abortOnError: false,
  logger: false,
});
app.setGlobalPrefix(...GLOBAL_PREFIX);
process.stdout.write(`${JSON.stringify(documentOf(app), null, 2)}\n`);
