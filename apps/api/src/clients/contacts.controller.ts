import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientsService } from '@app/clients/clients.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { Documented } from '../http/documented.js';
import { IdParam } from '../http/id.dto.js';
import { ContactRecordDto } from './clients.dto.js';
import { contactsDocs } from './contacts.docs.js';

@ApiTags('clients')
@Documented<ContactsController>(contactsDocs)
@Controller('contacts')
export class ContactsController {
  constructor(private readonly clients: ClientsService) {}

  @Get(':id')
  @ApiOkResponse({ type: ContactRecordDto })
  find(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ContactRecordDto> {
    return this.clients.findContact(actor, id);
  }
}
