import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { listSamples, sampleMail } from '@app/mails/sample-mail.js';
import { Config } from '@app/platform/config/config.js';
import { Clock } from '@app/platform/time/clock.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { mailPreviewsDocs } from './mail-previews.docs.js';
import { MailPreviewDto, MailSampleListDto, MailTemplateParam } from './mail-previews.dto.js';

@ApiTags('mails')
@Documented<MailPreviewsController>(mailPreviewsDocs)
@Controller('mail-previews')
export class MailPreviewsController {
  constructor(
    private readonly identity: IdentityService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Get()
  @ApiOkResponse({ type: MailSampleListDto })
  list(): MailSampleListDto {
    return { items: listSamples() };
  }

  @Get(':template')
  @ApiOkResponse({ type: MailPreviewDto })
  async find(@CurrentActor() actor: Actor, @Param() { template }: MailTemplateParam): Promise<MailPreviewDto> {
    const { office } = await this.identity.me(actor);
    const publicUrl = this.config.PUBLIC_URL.replace(/\/+$/, '');
    const { subject, html, text, attachments } = await sampleMail(
      template,
      { publicUrl, timeZone: office.timeZone },
      this.clock.now(),
    );
    return { template, subject, html, text, attachments: attachments.map(({ filename }) => filename) };
  }
}
