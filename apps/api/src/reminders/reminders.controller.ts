import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { MyRemindersService } from '@app/reminders/my-reminders.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { PageQuery } from '../http/page.dto.js';
import { Documented } from '../http/documented.js';
import { remindersDocs } from './reminders.docs.js';
import { MyReminderListDto, SeenDto, UnseenDto } from './reminders.dto.js';

@ApiTags('reminders')
@Documented<RemindersController>(remindersDocs)
@Controller('me/reminders')
export class RemindersController {
  constructor(private readonly reminders: MyRemindersService) {}

  @Get()
  @ApiOkResponse({ type: MyReminderListDto })
  list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<MyReminderListDto> {
    return this.reminders.myReminders(actor, page);
  }

  @Get('unseen')
  @ApiOkResponse({ type: UnseenDto })
  async unseen(@CurrentActor() actor: Actor): Promise<UnseenDto> {
    return { unseen: await this.reminders.unseen(actor) };
  }

  @Post('seen')
  @HttpCode(200)
  @ApiOkResponse({ type: UnseenDto })
  async seen(@CurrentActor() actor: Actor, @Body() { ids }: SeenDto): Promise<UnseenDto> {
    return { unseen: await this.reminders.markSeen(actor, ids ?? null) };
  }
}
