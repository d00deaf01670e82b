import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { StageEditsService } from '@app/stage-edits/stage-edits.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { EditStagesDto, StagesDto, StageVersionListDto } from './stages.dto.js';
import { stagesDocs } from './stages.docs.js';

@ApiTags('stages')
@Documented<StagesController>(stagesDocs)
@Controller('stages')
export class StagesController {
  constructor(private readonly stages: StageEditsService) {}

  @Get()
  @ApiOkResponse({ type: StagesDto })
  list(@CurrentActor() actor: Actor): Promise<StagesDto> {
    return this.stages.list(actor);
  }

  @Patch()
  @ApiOkResponse({ type: StagesDto })
  edit(@CurrentActor() actor: Actor, @Body() edit: EditStagesDto): Promise<StagesDto> {
    return this.stages.edit(actor, edit);
  }

  @Get('versions')
  @ApiOkResponse({ type: StageVersionListDto })
  versions(@CurrentActor() actor: Actor): Promise<StageVersionListDto> {
    return this.stages.versions(actor);
  }
}
