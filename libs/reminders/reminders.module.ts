import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { DeliveriesRepository } from './deliveries.repository.js';
import { PlanningRepository } from './planning.repository.js';
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
        PlanningRepository,
        DeliveriesRepository,
        { provide: PipelineHealthSource, useClass: source },
      ],
      exports: [RemindersService],
    };
  }
}
