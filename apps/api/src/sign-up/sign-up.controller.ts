import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Prepare } from '@app/identity/identity.types.js';
import { RoleTemplatesService } from '@app/role-templates/role-templates.service.js';
import { FoundersService } from '@app/sign-up/founders.service.js';
import { SignUpService } from '@app/sign-up/sign-up.service.js';
import { StagesService } from '@app/stages/stages.service.js';
import { DoneDto } from '../auth/auth.dto.js';
import { callerOf } from '../http/caller.js';
import { Public } from '../http/public.decorator.js';
import { Documented } from '../http/documented.js';
import { signUpDocs } from './sign-up.docs.js';
import {
  ConfirmSignUpDto,
  FoundedDto,
  PendingSignUpDto,
  SetUpDto,
  SignUpDto,
  SignUpLinkDto,
  SignUpStateDto,
} from './sign-up.dto.js';

@ApiTags('sign-up')
@Public()
@Documented<SignUpController>(signUpDocs)
@Controller('sign-up')
export class SignUpController {
  constructor(
    private readonly signUps: SignUpService,
    private readonly founders: FoundersService,
    private readonly stages: StagesService,
    private readonly templates: RoleTemplatesService,
  ) {}

  @Get()
  @ApiOkResponse({ type: SignUpStateDto })
  state(): Promise<SignUpStateDto> {
    return this.founders.state();
  }

  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: DoneDto })
  async signUp(@Body() input: SignUpDto, @Req() request: FastifyRequest): Promise<DoneDto> {
    await this.signUps.ask(input, callerOf(request));
    return { done: true };
  }

  @Post('look')
  @HttpCode(200)
  @ApiOkResponse({ type: PendingSignUpDto })
  look(@Body() { token }: SignUpLinkDto, @Req() request: FastifyRequest): Promise<PendingSignUpDto> {
    return this.signUps.look(token, callerOf(request));
  }

  @Post('confirm')
  @ApiCreatedResponse({ type: FoundedDto })
  confirm(@Body() body: ConfirmSignUpDto, @Req() request: FastifyRequest): Promise<FoundedDto> {
    return this.signUps.confirm(body, callerOf(request), this.defaults);
  }

  @Post('first')
  @ApiCreatedResponse({ type: FoundedDto })
  setUp(@Body() body: SetUpDto, @Req() request: FastifyRequest): Promise<FoundedDto> {
    return this.signUps.setUp(body, callerOf(request), this.defaults);
  }

  private readonly defaults: Prepare = async (tx, firmId) => {
    await this.stages.giveDefaults(tx, firmId);
    await this.templates.giveDefaults(tx, firmId);
  };
}
