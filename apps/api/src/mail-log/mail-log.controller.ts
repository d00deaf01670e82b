import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MailLogService } from '@app/mail-log/mail-log.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { mailLogDocs } from './mail-log.docs.js';
import { MailDto, MailLogDto, MailLogFiguresDto, MailLogQuery } from './mail-log.dto.js';

@ApiTags('mail-log')
@Documented<MailLogController>(mailLogDocs)
@Controller('mail-log')
export class MailLogController {
  constructor(private readonly mailLog: MailLogService) {}

  @Get()
  @ApiOkResponse({ type: MailLogDto })
  async list(@CurrentActor() actor: Actor, @Query() { limit, after, ...filter }: MailLogQuery): Promise<MailLogDto> {
    const page = after === undefined ? { limit } : { limit, after };
    return (await this.mailLog.list(actor, filter, page)) as MailLogDto;
  }

  @Get('figures')
  @ApiOkResponse({ type: MailLogFiguresDto })
  figures(@CurrentActor() actor: Actor): Promise<MailLogFiguresDto> {
    return this.mailLog.figures(actor);
  }

  @Post(':id/resend')
  @ApiCreatedResponse({ type: MailDto })
  async resend(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MailDto> {
    return (await this.mailLog.resend(actor, id)) as MailDto;
  }

  @Post(':id/arrived')
  @HttpCode(200)
  @ApiOkResponse({ type: MailDto })
  async arrived(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MailDto> {
    return (await this.mailLog.arrived(actor, id)) as MailDto;
  }

  @Delete('suppressions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  lift(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    return this.mailLog.lift(actor, id);
  }
}
