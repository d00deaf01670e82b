import { Module, type DynamicModule } from '@nestjs/common';
import { MailLogModule } from '@app/mail-log/mail-log.module.js';
import { ClaimsService } from './claims.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesService } from './deliveries.service.js';

@Module({})
export class DeliveriesModule {
  /** `reminders` says what is owed and writes the mails. */
  static of(reminders: DynamicModule): DynamicModule {
    return {
      module: DeliveriesModule,
      imports: [reminders, MailLogModule],
      providers: [DeliveriesService, ClaimsService, DeliveriesRepository],
      exports: [DeliveriesService],
    };
  }
}
