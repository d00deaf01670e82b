import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RoleTemplatesService } from '@app/role-templates/role-templates.service.js';
import { Documented } from '../http/documented.js';
import { roleTemplatesDocs } from './role-templates.docs.js';
import { RoleTemplateListDto } from './role-templates.dto.js';

@ApiTags('role-templates')
@Documented<RoleTemplatesController>(roleTemplatesDocs)
@Controller('role-templates')
export class RoleTemplatesController {
  constructor(private readonly templates: RoleTemplatesService) {}

  @Get()
  @ApiOkResponse({ type: RoleTemplateListDto })
  list(): RoleTemplateListDto {
    return this.templates.list();
  }
}
