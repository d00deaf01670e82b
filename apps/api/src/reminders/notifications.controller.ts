import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { NotificationsService } from '@app/reminders/notifications.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { PageQuery } from '../http/page.dto.js';
import { Documented } from '../http/documented.js';
import { notificationsDocs } from './notifications.docs.js';
import {
  ChangeSettingsDto,
  MyReminderListDto,
  NotificationSettingsDto,
  SeenDto,
  UnseenDto,
} from './notifications.dto.js';

@ApiTags('reminders')
@Documented<NotificationsController>(notificationsDocs)
@Controller('me')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get('notification-settings')
  @ApiOkResponse({ type: NotificationSettingsDto })
  settings(@CurrentActor() actor: Actor): Promise<NotificationSettingsDto> {
    return this.notifications.read(actor) as Promise<NotificationSettingsDto>;
  }

  @Patch('notification-settings')
  @ApiOkResponse({ type: NotificationSettingsDto })
  change(@CurrentActor() actor: Actor, @Body() input: ChangeSettingsDto): Promise<NotificationSettingsDto> {
    return this.notifications.change(actor, input) as Promise<NotificationSettingsDto>;
  }

  @Get('reminders')
  @ApiOkResponse({ type: MyReminderListDto })
  reminders(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<MyReminderListDto> {
    return this.notifications.myReminders(actor, page);
  }

  @Get('reminders/unseen')
  @ApiOkResponse({ type: UnseenDto })
  async unseen(@CurrentActor() actor: Actor): Promise<UnseenDto> {
    return { unseen: await this.notifications.unseen(actor) };
  }

  @Post('reminders/seen')
  @HttpCode(200)
  @ApiOkResponse({ type: UnseenDto })
  async seen(@CurrentActor() actor: Actor, @Body() { ids }: SeenDto): Promise<UnseenDto> {
    return { unseen: await this.notifications.markSeen(actor, ids ?? null) };
  }
}
