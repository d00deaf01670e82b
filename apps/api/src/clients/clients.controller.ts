import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientsService } from '@app/clients/clients.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { AddClientDto, ClientDto, ClientPageDto, ClientsQuery } from './clients.dto.js';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Get()
  @ApiOkResponse({ type: ClientPageDto })
  list(@CurrentActor() actor: Actor, @Query() { q, ...page }: ClientsQuery): Promise<ClientPageDto> {
    return this.clients.list(actor, q, page);
  }

  @Post()
  @ApiCreatedResponse({ type: ClientDto })
  add(@CurrentActor() actor: Actor, @Body() input: AddClientDto): Promise<ClientDto> {
    return this.clients.addClient(actor, input);
  }

  @Get(':id')
  @ApiOkResponse({ type: ClientDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ClientDto> {
    return this.clients.find(actor, id);
  }
}
