import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { DeparturesService } from '@app/users/departures.service.js';
import { JoiningService } from '@app/users/joining.service.js';
import { UsersService } from '@app/users/users.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import {
  ChangeUserDto,
  DeactivateUserDto,
  HandOverPreviewDto,
  InviteUserDto,
  ReactivateUserDto,
  UserDto,
  UserListDto,
} from './users.dto.js';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly joining: JoiningService,
    private readonly departures: DeparturesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Everybody who works or worked here.' })
  @ApiOkResponse({ type: UserListDto })
  list(@CurrentActor() actor: Actor): Promise<UserListDto> {
    return this.users.list(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Invites somebody by mail.' })
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
  @ApiOperation({ summary: 'Sends the invitation again; the link of the first mail is worth nothing any more.' })
  @ApiOkResponse({ type: UserDto })
  resend(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<UserDto> {
    return this.joining.resend(actor, id);
  }

  @Delete(':id/invitation')
  @ApiOperation({ summary: 'Takes the invitation back.' })
  @ApiOkResponse({ type: UserDto })
  takeBack(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<UserDto> {
    return this.departures.takeBack(actor, id);
  }

  @Get(':id/hand-over')
  @ApiOperation({ summary: 'What would go to somebody else, as far as the one who asks may know of it.' })
  @ApiOkResponse({ type: HandOverPreviewDto })
  preview(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<HandOverPreviewDto> {
    return this.departures.preview(actor, id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends their access at once and hands over everything they have in hand.' })
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
    @Body() { version }: ReactivateUserDto,
  ): Promise<UserDto> {
    return this.departures.reactivate(actor, id, version);
  }
}
