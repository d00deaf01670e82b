import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Auth } from '@app/auth/auth.js';
import { IdentityService } from '@app/identity/identity.service.js';
import { cookieValue, readSessionToken, sessionCookieName } from '@app/identity/session-cookie.js';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { Config } from '@app/platform/config/config.js';
import { JoiningService } from '@app/users/joining.service.js';
import type { DoneDto } from '../identity/auth.dto.js';
import type { AcceptInvitationDto } from './invitations.dto.js';

/** Joining ends signed in, in the firm that was joined. */
@Injectable()
export class InvitationsDoor {
  constructor(
    private readonly config: Config,
    private readonly auth: Auth,
    private readonly identity: IdentityService,
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
    const { cookies, sessionToken } = await this.signIn(held.email, password, request);
    if (hasPassword) await this.joining.joinSignedIn(token, sessionToken);
    else await this.joining.enterFirm(held, sessionToken);
    reply.header('set-cookie', cookies);
    return { done: true };
  }

  private async signIn(
    email: string,
    password: string,
    request: FastifyRequest,
  ): Promise<{ cookies: string[]; sessionToken: string }> {
    await this.identity.limitAttempts('signIn', request.ip, email);
    const { cookies } = await this.auth.call('/sign-in/email', { email, password }, { address: request.ip });
    await this.identity.forgetAttempts(email);
    const name = sessionCookieName(this.config.PUBLIC_URL);
    const value = cookies
      .map((cookie) => cookieValue(cookie.split(';')[0] ?? '', name))
      .find((found) => found !== null);
    const sessionToken = value && readSessionToken(value, this.config.AUTH_SECRET);
    if (!sessionToken) throw new Error('signing in gave no session');
    return { cookies, sessionToken };
  }
}
