import { Body, Controller, Get, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { insertDefaultStages } from '@app/pipeline/default-stages.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Public } from '../http/public.decorator.js';
import { FoundedDto, MeDto, OfficeListDto, SignUpDto, UserListDto } from './identity.dto.js';

@ApiTags('identity')
@Controller()
export class IdentityController {
  constructor(private readonly identity: IdentityService) {}

  /** Makes a firm with its first office, the default stages and its first user, an admin. */
  @Public()
  @Post('sign-up')
  @ApiCreatedResponse({ type: FoundedDto })
  signUp(@Body() input: SignUpDto, @Ip() address: string): Promise<FoundedDto> {
    return this.identity.signUp(input, address, insertDefaultStages);
  }

  @Get('me')
  @ApiOkResponse({ type: MeDto })
  me(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.identity.me(actor);
  }

  @Get('users')
  @ApiOkResponse({ type: UserListDto })
  listUsers(@CurrentActor() actor: Actor): Promise<UserListDto> {
    return this.identity.listUsers(actor);
  }

  @Get('offices')
  @ApiOkResponse({ type: OfficeListDto })
  listOffices(@CurrentActor() actor: Actor): Promise<OfficeListDto> {
    return this.identity.listOffices(actor);
  }
}
