import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { FilesModule } from '@app/platform/files/files.module.js';
import { MergesModule } from '@app/merges/merges.module.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { UploadIntakeService } from './upload-intake.service.js';

/** A firm's history comes in: uploads, runs, and what became of them. */
@Module({
  imports: [AuditModule, FilesModule, MergesModule],
  providers: [ImportsRepository, UploadIntakeService, ImportsService],
  exports: [ImportsService],
})
export class ImportsModule {}
