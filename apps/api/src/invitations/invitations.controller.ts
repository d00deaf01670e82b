import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptanceService } from '@app/users/acceptance.service.js';
import { DoneDto } from '../auth/auth.dto.js';
import { callerOf } from '../http/caller.js';
import { Public } from '../http/public.decorator.js';
import { Documented } from '../http/documented.js';
import { invitationsDocs } from './invitations.docs.js';
import { AcceptInvitationDto, InvitationTokenDto, OpenInvitationDto } from './invitations.dto.js';

/** The token travels in the body: addresses of requests are logged. */
@ApiTags('invitations')
@Public()
@Documented<InvitationsController>(invitationsDocs)
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly acceptance: AcceptanceService) {}

  @Post('open')
  @HttpCode(200)
  @ApiOkResponse({ type: OpenInvitationDto })
  open(@Body() { token }: InvitationTokenDto): Promise<OpenInvitationDto> {
    return this.acceptance.open(token);
  }

  @Post('accept')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async accept(
    @Body() body: AcceptInvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneDto> {
    reply.header('set-cookie', await this.acceptance.accept(body, callerOf(request)));
    return { done: true };
  }
}
