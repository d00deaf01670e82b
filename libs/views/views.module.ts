import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ViewsRepository } from './views.repository.js';
import { ViewsService } from './views.service.js';

@Module({
  imports: [AuditModule],
  providers: [ViewsRepository, ViewsService],
  exports: [ViewsService],
})
export class ViewsModule {}
