import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { FilesModule } from '@app/platform/files/files.module.js';
import { StagesModule } from '@app/stages/stages.module.js';
import { Importer } from './importer.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { UploadIntake } from './runs/upload-intake.js';

/**
 * Brings a firm's history in. The one room whose SQL writes the tables of other rooms: a million rows go in by sets,
 * not one service call at a time. What those rooms check row by row is checked here in the rules of the format and in
 * the merges, and their clocks are read anew from the facts afterwards.
 */
@Module({
  imports: [AuditModule, FilesModule, StagesModule],
  providers: [Importer, ImportsRepository, UploadIntake, ImportsService],
  exports: [ImportsService],
})
export class ImportsModule {}
