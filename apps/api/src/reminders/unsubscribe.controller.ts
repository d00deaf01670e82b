import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NotificationsService } from '@app/reminders/notifications.service.js';
import { Public } from '../http/public.decorator.js';
import { SubscribeDto, UnsubscribeQuery, UnsubscriptionDto } from './notifications.dto.js';

/** Who holds the link of a mail may end that kind of mail, and take it back; nothing else. */
@ApiTags('reminders')
@Public()
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly notifications: NotificationsService) {}

  /** What the link is about. Mail programs fetch links beforehand, so this changes nothing. */
  @Get()
  @ApiOkResponse({ type: UnsubscriptionDto })
  look(@Query() { token }: UnsubscribeQuery): Promise<UnsubscriptionDto> {
    return this.notifications.unsubscription(token);
  }

  /** The one click of RFC 8058, posted by the mail program to the address in List-Unsubscribe, which has no prefix. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: UnsubscriptionDto })
  oneClick(@Query() { token }: UnsubscribeQuery): Promise<UnsubscriptionDto> {
    return this.notifications.subscribe(token, false);
  }

  /** The button of the page, and its undo. */
  @Put()
  @ApiOkResponse({ type: UnsubscriptionDto })
  choose(@Body() { token, subscribed }: SubscribeDto): Promise<UnsubscriptionDto> {
    return this.notifications.subscribe(token, subscribed);
  }
}
