import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientsService } from '@app/clients/clients.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { SaveAnywayQuery } from '../http/save-anyway.dto.js';
import { clientsDocs } from './clients.docs.js';
import {
  AddClientDto,
  AddContactDto,
  ClientDto,
  ClientPageDto,
  ClientsQuery,
  ContactParam,
  EditClientDto,
  EditContactDto,
} from './clients.dto.js';

@ApiTags('clients')
@Documented<ClientsController>(clientsDocs)
@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Get()
  @ApiOkResponse({ type: ClientPageDto })
  list(@CurrentActor() actor: Actor, @Query() { after, limit, sort, ...filter }: ClientsQuery): Promise<ClientPageDto> {
    return this.clients.list(actor, filter, { after, limit, sort });
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

  @Patch(':id')
  @ApiOkResponse({ type: ClientDto })
  edit(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: EditClientDto): Promise<ClientDto> {
    return this.clients.editClient(actor, id, input);
  }

  @Post(':id/contacts')
  @ApiCreatedResponse({ type: ClientDto })
  addContact(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { force }: SaveAnywayQuery,
    @Body() input: AddContactDto,
  ): Promise<ClientDto> {
    return this.clients.addContact(actor, id, input, force === 'true');
  }

  @Patch(':id/contacts/:contactId')
  @ApiOkResponse({ type: ClientDto })
  editContact(
    @CurrentActor() actor: Actor,
    @Param() { id, contactId }: ContactParam,
    @Query() { force }: SaveAnywayQuery,
    @Body() input: EditContactDto,
  ): Promise<ClientDto> {
    return this.clients.editContact(actor, id, contactId, input, force === 'true');
  }
}
