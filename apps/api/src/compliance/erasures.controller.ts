import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ComplianceService } from '@app/compliance/compliance.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { PageQuery } from '../http/page.dto.js';
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
@Controller()
export class ErasuresController {
  constructor(private readonly compliance: ComplianceService) {}

  /** The proofs, the latest first. They name nobody. */
  @Get('erasures')
  @ApiOkResponse({ type: ErasurePageDto })
  list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<ErasurePageDto> {
    return this.compliance.list(actor, page);
  }

  /** Erases a person in every room. It cannot be undone. */
  @Post('erasures')
  @ApiCreatedResponse({ type: ErasureDto })
  erase(@CurrentActor() actor: Actor, @Body() input: ErasePersonDto): Promise<ErasureDto> {
    return this.compliance.erase(actor, input);
  }

  /** What an erasure would take out. */
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

  /** What is held about a person and who asks may see, for them: by room, with sources, recipients and purposes. */
  @Get('exports/:kind/:id')
  @ApiOkResponse({ type: PersonExportDto })
  exportOf(@CurrentActor() actor: Actor, @Param() person: PersonRefDto): Promise<PersonExportDto> {
    return this.compliance.exportOf(actor, person);
  }
}
