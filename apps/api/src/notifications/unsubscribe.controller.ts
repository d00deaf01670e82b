import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MailLogService } from '@app/mail-log/mail-log.service.js';
import { Public } from '../http/public.decorator.js';
import { Documented } from '../http/documented.js';
import { unsubscribeDocs } from './unsubscribe.docs.js';
import { SubscribeDto, UnsubscribeQuery, UnsubscriptionDto } from './unsubscribe.dto.js';

/** Who holds the link of a mail may end that kind of mail to whom it came, and take it back; nothing else. */
@ApiTags('notifications')
@Public()
@Documented<UnsubscribeController>(unsubscribeDocs)
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly mailLog: MailLogService) {}

  @Get()
  @ApiOkResponse({ type: UnsubscriptionDto })
  look(@Query() { token }: UnsubscribeQuery): Promise<UnsubscriptionDto> {
    return this.mailLog.unsubscription(token);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: UnsubscriptionDto })
  oneClick(@Query() { token }: UnsubscribeQuery): Promise<UnsubscriptionDto> {
    return this.mailLog.subscribe(token, false);
  }

  @Put()
  @ApiOkResponse({ type: UnsubscriptionDto })
  choose(@Body() { token, subscribed }: SubscribeDto): Promise<UnsubscriptionDto> {
    return this.mailLog.subscribe(token, subscribed);
  }
}
