import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NotificationsModule } from '@app/notifications/notifications.module.js';
import { MyRemindersService } from './my-reminders.service.js';
import { PlanningRepository } from './planning.repository.js';
import { PlanningService } from './planning.service.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';
import { PipelineHealthSource } from './reminders.types.js';

/** What people see of their reminders. */
@Module({
  imports: [NotificationsModule],
  providers: [MyRemindersService, RemindersRepository],
  exports: [MyRemindersService],
})
export class MyRemindersModule {}

/** Planning them, without a word written. */
@Module({
  imports: [NotificationsModule],
  providers: [PlanningService, PlanningRepository],
  exports: [PlanningService],
})
export class PlanningModule {}

/** Planning and writing them. */
@Module({})
export class RemindersModule {
  /** `source` is where the Monday mail's report comes from, `imports` the modules it needs. */
  static withHealthFrom(source: Type<PipelineHealthSource>, imports: Type[]): DynamicModule {
    return {
      module: RemindersModule,
      imports: [...imports, NotificationsModule, PlanningModule],
      providers: [RemindersService, RemindersRepository, { provide: PipelineHealthSource, useClass: source }],
      exports: [NotificationsModule, PlanningModule, RemindersService],
    };
  }
}
