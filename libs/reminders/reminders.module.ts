import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { PlanningRepository } from './planning.repository.js';
import { PlanningService } from './planning.service.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';
import { PipelineHealthSource } from './reminders.types.js';

const PEOPLE = [NotificationsService, NotificationsRepository, RemindersRepository];

/** What people see and choose of their reminders. */
@Module({ providers: PEOPLE, exports: [NotificationsService] })
export class NotificationsModule {}

/** Planning them, without a word written. */
@Module({ providers: [...PEOPLE, PlanningService, PlanningRepository], exports: [PlanningService] })
export class PlanningModule {}

/** Planning and writing them. */
@Module({})
export class RemindersModule {
  /** `source` is where the Monday mail's report comes from, `imports` the modules it needs. */
  static withHealthFrom(source: Type<PipelineHealthSource>, imports: Type[]): DynamicModule {
    return {
      module: RemindersModule,
      imports,
      providers: [
        ...PEOPLE,
        RemindersService,
        PlanningService,
        PlanningRepository,
        { provide: PipelineHealthSource, useClass: source },
      ],
      exports: [NotificationsService, RemindersService, PlanningService],
    };
  }
}
