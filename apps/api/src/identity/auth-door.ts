import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Auth } from '@app/auth/auth.js';
import { IdentityService } from '@app/identity/identity.service.js';
import type { DoneDto, RequestPasswordResetDto, ResetPasswordDto, SignInDto } from './auth.dto.js';

/** Between HTTP and better-auth: attempts are counted, cookies handed on, tokens kept out of bodies. */
@Injectable()
export class AuthDoor {
  constructor(
    private readonly auth: Auth,
    private readonly identity: IdentityService,
  ) {}

  async signIn(body: SignInDto, request: FastifyRequest, reply: FastifyReply): Promise<DoneDto> {
    await this.identity.limitAttempts('signIn', request.ip, body.email);
    const done = await this.call('/sign-in/email', body, request, reply);
    await this.identity.forgetAttempts(body.email);
    return done;
  }

  signOut(request: FastifyRequest, reply: FastifyReply): Promise<DoneDto> {
    return this.call('/sign-out', {}, request, reply);
  }

  async requestPasswordReset({ email }: RequestPasswordResetDto, request: FastifyRequest): Promise<DoneDto> {
    await this.identity.limitAttempts('reset', request.ip, email);
    await this.auth.call('/request-password-reset', { email }, { address: request.ip });
    return { done: true };
  }

  async resetPassword(body: ResetPasswordDto, request: FastifyRequest, reply: FastifyReply): Promise<DoneDto> {
    await this.identity.limitAttempts('reset', request.ip);
    return this.call('/reset-password', body, request, reply);
  }

  private async call(path: string, body: object, request: FastifyRequest, reply: FastifyReply): Promise<DoneDto> {
    const caller = { address: request.ip, cookie: request.headers.cookie };
    const { cookies } = await this.auth.call(path, body, caller);
    this.identity.forgetSessions();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return { done: true };
  }
}
