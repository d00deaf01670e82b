import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OutboxService } from '@app/deliveries/outbox.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { MailDto, OutboxDto, OutboxFiguresDto, OutboxQuery } from './deliveries.dto.js';

@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly outbox: OutboxService) {}

  /** Every mail of the firm, newest first: to whom, what became of it, each attempt. For partners and admins. */
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

  /** Sends an uncertain mail once more, at the risk of a second copy. Answers the new one. */
  @Post(':id/resend')
  @ApiCreatedResponse({ type: MailDto })
  async resend(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MailDto> {
    return (await this.outbox.resend(actor, id)) as MailDto;
  }

  /** Somebody knows that an uncertain mail arrived. */
  @Post(':id/arrived')
  @HttpCode(200)
  @ApiOkResponse({ type: MailDto })
  async arrived(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MailDto> {
    return (await this.outbox.arrived(actor, id)) as MailDto;
  }

  /** Lets mails go out again to who is held back: their address had sent one back, or they asked for no more. */
  @Delete('suppressions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  lift(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    return this.outbox.lift(actor, id);
  }
}
