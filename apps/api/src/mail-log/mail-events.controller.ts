import { Controller, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BouncesService } from '@app/mail-log/bounces.service.js';
import type { MailLogErrorCode } from '@app/mail-log/mail-log.types.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { TakesBody } from '../http/limits.js';
import { Public } from '../http/public.decorator.js';
import type { WithRawBody } from '../http/raw-body.js';
import { Documented } from '../http/documented.js';
import { mailEventsDocs } from './mail-events.docs.js';

@ApiTags('mail-log')
@Documented<MailEventsController>(mailEventsDocs)
@Controller('mail-events')
export class MailEventsController {
  constructor(private readonly bounces: BouncesService) {}

  @Post()
  @Public()
  @TakesBody({})
  @HttpCode(204)
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiNoContentResponse()
  async take(@Req() request: FastifyRequest & WithRawBody): Promise<void> {
    const outcome = await this.bounces.takeEvent(Buffer.concat(request.rawChunks ?? []), request.headers);
    if (outcome === 'not_configured') throw new NotFoundException();
    if (outcome === 'not_signed') {
      throw new DomainError<MailLogErrorCode>(
        'event_not_signed',
        'This event is not signed by the email provider, or is older than five minutes.',
      );
    }
  }
}
