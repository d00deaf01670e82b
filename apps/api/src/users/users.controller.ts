import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { DeparturesService } from '@app/users/departures.service.js';
import { JoiningService } from '@app/users/joining.service.js';
import { UsersService } from '@app/users/users.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { usersDocs } from './users.docs.js';
import {
  ChangeUserDto,
  DeactivateUserDto,
  HandOverPreviewDto,
  InviteUserDto,
  UserDto,
  UserListDto,
} from './users.dto.js';
import { VersionDto } from '../http/shapes.dto.js';

@ApiTags('users')
@Documented<UsersController>(usersDocs)
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly joining: JoiningService,
    private readonly departures: DeparturesService,
  ) {}

  @Get()
  @ApiOkResponse({ type: UserListDto })
  list(@CurrentActor() actor: Actor): Promise<UserListDto> {
    return this.users.list(actor);
  }

  @Post()
  @ApiCreatedResponse({ type: UserDto })
  invite(@CurrentActor() actor: Actor, @Body() input: InviteUserDto): Promise<UserDto> {
    return this.joining.invite(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ type: UserDto })
  change(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: ChangeUserDto): Promise<UserDto> {
    return this.users.changeUser(actor, id, input);
  }

  @Post(':id/invitation')
  @HttpCode(200)
  @ApiOkResponse({ type: UserDto })
  resend(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<UserDto> {
    return this.joining.resend(actor, id);
  }

  @Delete(':id/invitation')
  @ApiOkResponse({ type: UserDto })
  takeBack(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<UserDto> {
    return this.departures.takeBack(actor, id);
  }

  @Get(':id/hand-over')
  @ApiOkResponse({ type: HandOverPreviewDto })
  preview(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<HandOverPreviewDto> {
    return this.departures.preview(actor, id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @ApiOkResponse({ type: UserDto })
  deactivate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: DeactivateUserDto,
  ): Promise<UserDto> {
    return this.departures.deactivate(actor, id, input);
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @ApiOkResponse({ type: UserDto })
  reactivate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { version }: VersionDto,
  ): Promise<UserDto> {
    return this.departures.reactivate(actor, id, version);
  }
}
