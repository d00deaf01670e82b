import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { NotificationsModule } from '@app/reminders/reminders.module.js';
import { BouncesService } from './bounces.service.js';
import { Claims } from './claims.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxService } from './outbox.service.js';

/** What became of mails, without sending any. */
@Module({
  imports: [AuditModule, NotificationsModule],
  providers: [OutboxService, OutboxRepository, BouncesService],
  exports: [OutboxService, BouncesService],
})
export class OutboxModule {}

@Module({})
export class DeliveriesModule {
  /** `reminders` says what is owed and writes the mails. */
  static of(reminders: DynamicModule): DynamicModule {
    return {
      module: DeliveriesModule,
      imports: [reminders, OutboxModule],
      providers: [DeliveriesService, Claims, DeliveriesRepository],
      exports: [DeliveriesService],
    };
  }
}
