import { Module } from '@nestjs/common';
import { RoleTemplatesService } from './role-templates.service.js';

@Module({ providers: [RoleTemplatesService], exports: [RoleTemplatesService] })
export class RoleTemplatesModule {}
