import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientsService } from '@app/clients/clients.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { clientChangesDocs } from './client-changes.docs.js';
import { ChangeClientsDto, ClientChangesDto } from './client-changes.dto.js';

@ApiTags('clients')
@Documented<ClientChangesController>(clientChangesDocs)
@Controller('clients/changes')
export class ClientChangesController {
  constructor(private readonly clients: ClientsService) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: ClientChangesDto })
  preview(@CurrentActor() actor: Actor, @Body() { changes }: ChangeClientsDto): Promise<ClientChangesDto> {
    return this.clients.previewChanges(actor, changes);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ClientChangesDto })
  change(@CurrentActor() actor: Actor, @Body() { changes }: ChangeClientsDto): Promise<ClientChangesDto> {
    return this.clients.changeClients(actor, changes);
  }
}
