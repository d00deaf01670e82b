import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { Lifecycle } from './lifecycle.js';
import { WorkerModule } from './worker.module.js';

/** Containers are killed after 30 s; whatever hangs, this process is gone before. */
const SHUTDOWN_DEADLINE_MS = 24_000;

const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
app.useLogger(app.get(Logger));
app.enableShutdownHooks();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => setTimeout(() => process.exit(1), SHUTDOWN_DEADLINE_MS).unref());
}
await app.get(Lifecycle).start();
