import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { notificationsDocs } from './notifications.docs.js';
import { ChangeSettingsDto, NotificationSettingsDto } from './notifications.dto.js';

@ApiTags('notifications')
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
}
