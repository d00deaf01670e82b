import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { ViewsService } from '@app/views/views.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { IdParam } from '../http/id.dto.js';
import { VersionQuery } from '../http/shapes.dto.js';
import { viewsDocs } from './views.docs.js';
import { ChangeViewDto, SaveViewDto, ViewDto, ViewListDto, ViewsQuery } from './views.dto.js';

@ApiTags('views')
@Documented<ViewsController>(viewsDocs)
@Controller('views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @ApiOkResponse({ type: ViewListDto })
  list(@CurrentActor() actor: Actor, @Query() { list }: ViewsQuery): Promise<ViewListDto> {
    return this.views.list(actor, list);
  }

  @Post()
  @ApiCreatedResponse({ type: ViewDto })
  save(@CurrentActor() actor: Actor, @Body() input: SaveViewDto): Promise<ViewDto> {
    return this.views.saveView(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ type: ViewDto })
  change(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: ChangeViewDto): Promise<ViewDto> {
    return this.views.changeView(actor, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { version }: VersionQuery): Promise<void> {
    return this.views.removeView(actor, id, version);
  }
}
