import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LeadsService } from '@app/hand-over/leads.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { leadsDocs } from './leads.docs.js';
import { ChangeLeadsDto, LeadChangesDto } from './leads.dto.js';

@ApiTags('searches')
@Documented<LeadsController>(leadsDocs)
@Controller('searches/leads')
export class LeadsController {
  constructor(private readonly leads: LeadsService) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: LeadChangesDto })
  preview(@CurrentActor() actor: Actor, @Body() { changes }: ChangeLeadsDto): Promise<LeadChangesDto> {
    return this.leads.previewLeads(actor, changes);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: LeadChangesDto })
  change(@CurrentActor() actor: Actor, @Body() { changes }: ChangeLeadsDto): Promise<LeadChangesDto> {
    return this.leads.changeLeads(actor, changes);
  }
}
