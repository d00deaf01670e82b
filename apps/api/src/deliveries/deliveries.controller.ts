import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OutboxService } from '@app/deliveries/outbox.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { deliveriesDocs } from './deliveries.docs.js';
import { MailDto, OutboxDto, OutboxFiguresDto, OutboxQuery } from './deliveries.dto.js';

@ApiTags('deliveries')
@Documented<DeliveriesController>(deliveriesDocs)
@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @ApiOkResponse({ type: OutboxDto })
  async list(@CurrentActor() actor: Actor, @Query() { limit, after, ...filter }: OutboxQuery): Promise<OutboxDto> {
    const page = after === undefined ? { limit } : { limit, after };
    return (await this.outbox.list(actor, filter, page)) as OutboxDto;
  }

  @Get('figures')
  @ApiOkResponse({ type: OutboxFiguresDto })
  figures(@CurrentActor() actor: Actor): Promise<OutboxFiguresDto> {
    return this.outbox.figures(actor);
  }

  @Post(':id/resend')
  @ApiCreatedResponse({ type: MailDto })
  async resend(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MailDto> {
    return (await this.outbox.resend(actor, id)) as MailDto;
  }

  @Post(':id/arrived')
  @HttpCode(200)
  @ApiOkResponse({ type: MailDto })
  async arrived(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MailDto> {
    return (await this.outbox.arrived(actor, id)) as MailDto;
  }

  @Delete('suppressions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  lift(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    return this.outbox.lift(actor, id);
  }
}
