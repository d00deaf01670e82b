import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/public.decorator.js';
import { AuthDoor } from './auth-door.js';
import { DoneDto, RequestPasswordResetDto, ResetPasswordDto, SignInDto } from './auth.dto.js';

@ApiTags('identity')
@Public()
@Controller('auth')
export class AuthController {
  constructor(private readonly door: AuthDoor) {}

  /** Answers with the session cookie. */
  @Post('sign-in/email')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneDto> {
    return this.door.signIn(body, request, reply);
  }

  @Post('sign-out')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DoneDto> {
    return this.door.signOut(request, reply);
  }

  /** The same answer whether or not the address is known. */
  @Post('request-password-reset')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  requestPasswordReset(@Body() body: RequestPasswordResetDto, @Req() request: FastifyRequest): Promise<DoneDto> {
    return this.door.requestPasswordReset(body, request);
  }

  /** Ends every session of the user. */
  @Post('reset-password')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  resetPassword(
    @Body() body: ResetPasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneDto> {
    return this.door.resetPassword(body, request, reply);
  }
}
