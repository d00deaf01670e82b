import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { identityDocs } from './identity.docs.js';
import { MeDto, OfficeListDto } from './identity.dto.js';

@ApiTags('identity')
@Documented<IdentityController>(identityDocs)
@Controller()
export class IdentityController {
  constructor(private readonly identity: IdentityService) {}

  @Get('me')
  @ApiOkResponse({ type: MeDto })
  me(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.identity.me(actor);
  }

  @Get('offices')
  @ApiOkResponse({ type: OfficeListDto })
  listOffices(@CurrentActor() actor: Actor): Promise<OfficeListDto> {
    return this.identity.listOffices(actor);
  }
}
