import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PlanningRepository } from './planning.repository.js';
import { PlanningService } from './planning.service.js';
import { RemindersRepository } from './reminders.repository.js';
import { RemindersService } from './reminders.service.js';
import { PipelineHealthSource } from './reminders.types.js';

@Module({})
export class RemindersModule {
  /** `source` is where the Monday mail's report comes from, `imports` the modules it needs. */
  static withHealthFrom(source: Type<PipelineHealthSource>, imports: Type[]): DynamicModule {
    return {
      module: RemindersModule,
      imports,
      providers: [
        RemindersService,
        RemindersRepository,
        PlanningService,
        PlanningRepository,
        { provide: PipelineHealthSource, useClass: source },
      ],
      exports: [RemindersService, PlanningService],
    };
  }
}
