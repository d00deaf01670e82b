import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FirstStepsService } from '@app/first-steps/first-steps.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { FirstStepsDto, PutAwayDto } from './first-steps.dto.js';
import { firstStepsDocs } from './first-steps.docs.js';

@ApiTags('first-steps')
@Documented<FirstStepsController>(firstStepsDocs)
@Controller('first-steps')
export class FirstStepsController {
  constructor(private readonly steps: FirstStepsService) {}

  @Get()
  @ApiOkResponse({ type: FirstStepsDto })
  list(@CurrentActor() actor: Actor): Promise<FirstStepsDto> {
    return this.steps.list(actor);
  }

  @Put('away')
  @ApiOkResponse({ type: FirstStepsDto })
  putAway(@CurrentActor() actor: Actor, @Body() { away }: PutAwayDto): Promise<FirstStepsDto> {
    return this.steps.putAway(actor, away);
  }
}
