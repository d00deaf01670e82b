import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { SampleService } from '@app/sample/sample.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { NamedDto } from '../http/shapes.dto.js';
import { sampleDocs } from './sample.docs.js';

@ApiTags('sample')
@Documented<SampleController>(sampleDocs)
@Controller('sample')
export class SampleController {
  constructor(private readonly sample: SampleService) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: NamedDto })
  show(@CurrentActor() actor: Actor): Promise<NamedDto> {
    return this.sample.show(actor);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  takeAway(@CurrentActor() actor: Actor): Promise<void> {
    return this.sample.takeAway(actor);
  }
}
