import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ComplianceService } from '@app/compliance/compliance.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { PageQuery } from '../http/page.dto.js';
import { Documented } from '../http/documented.js';
import { erasuresDocs } from './erasures.docs.js';
import {
  ErasePersonDto,
  ErasureDto,
  ErasurePageDto,
  ErasurePreviewDto,
  PersonExportDto,
  PersonRefDto,
} from './erasures.dto.js';

/** What is held about a candidate or a contact of a client, handed out and erased. */
@ApiTags('compliance')
@Documented<ErasuresController>(erasuresDocs)
@Controller()
export class ErasuresController {
  constructor(private readonly compliance: ComplianceService) {}

  @Get('erasures')
  @ApiOkResponse({ type: ErasurePageDto })
  list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<ErasurePageDto> {
    return this.compliance.list(actor, page);
  }

  @Post('erasures')
  @ApiCreatedResponse({ type: ErasureDto })
  erase(@CurrentActor() actor: Actor, @Body() input: ErasePersonDto): Promise<ErasureDto> {
    return this.compliance.erase(actor, input);
  }

  @Get('erasures/preview/:kind/:id')
  @ApiOkResponse({ type: ErasurePreviewDto })
  preview(@CurrentActor() actor: Actor, @Param() person: PersonRefDto): Promise<ErasurePreviewDto> {
    return this.compliance.preview(actor, person);
  }

  @Get('erasures/:id')
  @ApiOkResponse({ type: ErasureDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ErasureDto> {
    return this.compliance.find(actor, id);
  }

  @Get('exports/:kind/:id')
  @ApiOkResponse({ type: PersonExportDto })
  exportOf(@CurrentActor() actor: Actor, @Param() person: PersonRefDto): Promise<PersonExportDto> {
    return this.compliance.exportOf(actor, person);
  }
}
