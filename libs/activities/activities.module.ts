import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  providers: [ActivitiesRepository, ActivitiesService, TasksRepository, TasksService],
  exports: [ActivitiesService, TasksService],
})
export class ActivitiesModule {}
