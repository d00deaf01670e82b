import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { RoleTemplatesService } from '@app/role-templates/role-templates.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { IdParam } from '../http/id.dto.js';
import { roleTemplatesDocs } from './role-templates.docs.js';
import { AddRoleTemplateDto, EditRoleTemplateDto, RoleTemplateDto, RoleTemplatesDto } from './role-templates.dto.js';

@ApiTags('role-templates')
@Documented<RoleTemplatesController>(roleTemplatesDocs)
@Controller('role-templates')
export class RoleTemplatesController {
  constructor(private readonly templates: RoleTemplatesService) {}

  @Get()
  @ApiOkResponse({ type: RoleTemplatesDto })
  list(@CurrentActor() actor: Actor): Promise<RoleTemplatesDto> {
    return this.templates.list(actor);
  }

  @Post()
  @ApiCreatedResponse({ type: RoleTemplateDto })
  add(@CurrentActor() actor: Actor, @Body() input: AddRoleTemplateDto): Promise<RoleTemplateDto> {
    return this.templates.addTemplate(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ type: RoleTemplateDto })
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: EditRoleTemplateDto,
  ): Promise<RoleTemplateDto> {
    return this.templates.editTemplate(actor, id, input);
  }
}
