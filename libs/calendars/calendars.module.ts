import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { CalendarsRepository } from './calendars.repository.js';
import { CalendarsService } from './calendars.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  providers: [CalendarsRepository, CalendarsService],
  exports: [CalendarsService],
})
export class CalendarsModule {}
