import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AccountService } from '@app/account/account.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { callerOf } from '../http/caller.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { DoneDto } from '../auth/auth.dto.js';
import { Documented } from '../http/documented.js';
import { accountDocs } from './account.docs.js';
import {
  AccountDto,
  AccountSessionListDto,
  ChangePasswordDto,
  EndedSessionsDto,
  EnterFirmDto,
  RenameAccountDto,
  SessionIdDto,
} from './account.dto.js';

/** One's own account, and never another's. */
@ApiTags('account')
@Documented<AccountController>(accountDocs)
@Controller('account')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get()
  @ApiOkResponse({ type: AccountDto })
  find(@CurrentActor() actor: Actor): Promise<AccountDto> {
    return this.account.find(actor);
  }

  @Patch()
  @ApiOkResponse({ type: AccountDto })
  rename(@CurrentActor() actor: Actor, @Body() body: RenameAccountDto): Promise<AccountDto> {
    return this.account.rename(actor, body);
  }

  @Post('password')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<DoneDto> {
    await this.account.changePassword(actor, body, callerOf(request));
    return { done: true };
  }

  @Get('sessions')
  @ApiOkResponse({ type: AccountSessionListDto })
  listSessions(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<AccountSessionListDto> {
    return this.account.listSessions(actor, callerOf(request));
  }

  @Delete('sessions')
  @ApiOkResponse({ type: EndedSessionsDto })
  endOtherSessions(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<EndedSessionsDto> {
    return this.account.endOtherSessions(actor, callerOf(request));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  endSession(@CurrentActor() actor: Actor, @Param() { id }: SessionIdDto): Promise<void> {
    return this.account.endSession(actor, id);
  }

  @Post('firm')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneDto })
  async enterFirm(
    @CurrentActor() actor: Actor,
    @Body() { firmId }: EnterFirmDto,
    @Req() request: FastifyRequest,
  ): Promise<DoneDto> {
    await this.account.enterFirm(actor, firmId, callerOf(request));
    return { done: true };
  }
}
