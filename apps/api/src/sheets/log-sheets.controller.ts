import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { LogSheetsService } from '@app/sheets/log-sheets.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { Loads, WHOLE_LIST } from '../http/load.decorator.js';
import { logSheetsDocs } from './log-sheets.docs.js';
import { sent, SHEET } from './sheets.answer.js';
import { MailLogSheetQuery, SheetQuery, TodaySheetQuery } from './sheets.dto.js';

@ApiTags('sheets')
@Documented<LogSheetsController>(logSheetsDocs)
@Controller()
export class LogSheetsController {
  constructor(private readonly sheets: LogSheetsService) {}

  @Get('mail-log/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async mailLog(
    @CurrentActor() actor: Actor,
    @Query() { format, ...filter }: MailLogSheetQuery,
  ): Promise<StreamableFile> {
    return sent(await this.sheets.mailLogSheet(actor, filter, format));
  }

  @Get('erasures/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async erasures(@CurrentActor() actor: Actor, @Query() { format }: SheetQuery): Promise<StreamableFile> {
    return sent(await this.sheets.erasureSheet(actor, format));
  }

  @Get('me/reminders/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async reminders(@CurrentActor() actor: Actor, @Query() { format }: SheetQuery): Promise<StreamableFile> {
    return sent(await this.sheets.reminderSheet(actor, format));
  }

  @Get('today/export')
  @Loads(WHOLE_LIST)
  @ApiOkResponse(SHEET)
  async today(@CurrentActor() actor: Actor, @Query() { format, snoozed }: TodaySheetQuery): Promise<StreamableFile> {
    return sent(await this.sheets.todaySheet(actor, { snoozed }, format));
  }
}
