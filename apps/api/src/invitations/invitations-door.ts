import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionsService } from '@app/auth/sessions.service.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { JoiningService } from '@app/users/joining.service.js';
import type { DoneDto } from '../auth/auth.dto.js';
import { callerOf } from '../http/caller.js';
import type { AcceptInvitationDto } from './invitations.dto.js';

/** Joining ends signed in, in the firm that was joined. */
@Injectable()
export class InvitationsDoor {
  constructor(
    private readonly sessions: SessionsService,
    private readonly invitations: InvitationsService,
    private readonly joining: JoiningService,
  ) {}

  async accept(
    { token, password }: AcceptInvitationDto,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<DoneDto> {
    const held = await this.invitations.find(token);
    const { hasPassword } = await this.joining.open(token);
    if (!hasPassword) await this.joining.joinWithNewPassword(token, password);
    const session = await this.sessions.open({ email: held.email, password }, callerOf(request));
    if (hasPassword) await this.joining.joinSignedIn(token, session.token);
    else await this.joining.enterFirm(held, session.token);
    reply.header('set-cookie', session.cookies);
    return { done: true };
  }
}
