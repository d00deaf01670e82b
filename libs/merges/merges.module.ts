import { Module } from '@nestjs/common';
import { RoleTemplatesModule } from '@app/role-templates/role-templates.module.js';
import { StagesModule } from '@app/stages/stages.module.js';
import { ImporterService } from './importer.service.js';

/**
 * Brings rows into a firm by sets. The one room whose SQL writes the tables of other rooms: a million rows go in at once,
 * not one service call at a time. What those rooms check row by row is checked by the rules of the format and in the
 * merges, and their clocks are read anew from the facts afterwards.
 */
@Module({ imports: [StagesModule, RoleTemplatesModule], providers: [ImporterService], exports: [ImporterService] })
export class MergesModule {}
