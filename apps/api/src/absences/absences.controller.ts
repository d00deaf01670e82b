import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AbsencesService } from '@app/absences/absences.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { VersionQuery } from '../http/shapes.dto.js';
import { Documented } from '../http/documented.js';
import { absencesDocs } from './absences.docs.js';
import { AbsenceDto, AbsenceListDto, AddAbsenceDto, ChangeAbsenceDto } from './absences.dto.js';

@ApiTags('absences')
@Documented<AbsencesController>(absencesDocs)
@Controller('absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @ApiOkResponse({ type: AbsenceListDto })
  list(@CurrentActor() actor: Actor): Promise<AbsenceListDto> {
    return this.absences.list(actor);
  }

  @Post()
  @ApiCreatedResponse({ type: AbsenceDto })
  add(@CurrentActor() actor: Actor, @Body() input: AddAbsenceDto): Promise<AbsenceDto> {
    return this.absences.addAbsence(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ type: AbsenceDto })
  change(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: ChangeAbsenceDto): Promise<AbsenceDto> {
    return this.absences.changeAbsence(actor, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { version }: VersionQuery): Promise<void> {
    return this.absences.removeAbsence(actor, id, version);
  }
}
