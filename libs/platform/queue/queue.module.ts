import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { QueueBackend } from './backend.js';
import { JobQueues } from './job-queues.js';

@Module({
  providers: [{ provide: QueueBackend, inject: [Config], useFactory: (config: Config) => new QueueBackend(config) }],
  exports: [QueueBackend],
})
class QueueBackendModule {}

@Module({
  imports: [
    QueueBackendModule,
    BullModule.forRootAsync({
      imports: [QueueBackendModule],
      inject: [QueueBackend],
      useFactory: (backend: QueueBackend) => ({ connection: backend.forWorkers }),
      // otherwise workers take jobs while other modules are still starting
      extraOptions: { manualRegistration: true },
    }),
    // no queue of Nest's own: this brings the explorer that finds the processors
    BullModule.registerQueue(),
  ],
  providers: [JobQueues],
  exports: [JobQueues],
})
export class QueueModule {}
