import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { NewcomersService } from '@app/newcomers/newcomers.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { TakesBody } from '../http/limits.js';
import { newcomersDocs } from './newcomers.docs.js';
import { AddedNewcomersDto, AddNewcomersDto, JudgedPeopleDto, PreviewNewcomersDto } from './newcomers.dto.js';

/** A hundred people with all that is typed of each. */
const LIST = { bytes: 256 * 1024 };

@ApiTags('newcomers')
@Documented<NewcomersController>(newcomersDocs)
@Controller('newcomers')
export class NewcomersController {
  constructor(private readonly newcomers: NewcomersService) {}

  @Post('preview')
  @HttpCode(200)
  @TakesBody(LIST)
  @ApiOkResponse({ type: JudgedPeopleDto })
  preview(@CurrentActor() actor: Actor, @Body() list: PreviewNewcomersDto): Promise<JudgedPeopleDto> {
    return this.newcomers.preview(actor, list);
  }

  @Post()
  @HttpCode(200)
  @TakesBody(LIST)
  @ApiOkResponse({ type: AddedNewcomersDto })
  addAll(@CurrentActor() actor: Actor, @Body() list: AddNewcomersDto): Promise<AddedNewcomersDto> {
    return this.newcomers.addAll(actor, list);
  }
}
