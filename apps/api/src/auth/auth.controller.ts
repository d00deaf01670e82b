import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResetsService } from '@app/auth/resets.service.js';
import { SessionsService } from '@app/auth/sessions.service.js';
import { callerOf } from '../http/caller.js';
import { Public } from '../http/public.decorator.js';
import { Documented } from '../http/documented.js';
import { authDocs } from './auth.docs.js';
import { DoneDto, RequestPasswordResetDto, ResetPasswordDto, SignInDto } from './auth.dto.js';

@ApiTags('auth')
@Public()
@Documented<AuthController>(authDocs)
@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly resets: ResetsService,
  ) {}

  @Post('sign-in/email')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneDto> {
    reply.header('set-cookie', await this.sessions.signIn(body, callerOf(request)));
    return { done: true };
  }

  @Post('sign-out')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DoneDto> {
    reply.header('set-cookie', await this.sessions.signOut(callerOf(request)));
    return { done: true };
  }

  @Post('request-password-reset')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async requestPasswordReset(
    @Body() { email }: RequestPasswordResetDto,
    @Req() request: FastifyRequest,
  ): Promise<DoneDto> {
    await this.resets.request(email, callerOf(request));
    return { done: true };
  }

  @Post('reset-password')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async resetPassword(
    @Body() { token, newPassword }: ResetPasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneDto> {
    reply.header('set-cookie', await this.resets.reset(token, newPassword, callerOf(request)));
    return { done: true };
  }
}
