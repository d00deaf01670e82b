import { SEARCH_STATUSES } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  type AddClient,
  type AddContact,
  type Client,
  CLIENT_SORTS,
  type ClientSort,
  type ClientRow,
  type ClientSearch,
  type Contact,
  CONTACT_ROLES,
  type ContactRecord,
  type ContactRole,
  type EditClient,
  type EditContact,
} from '@app/clients/clients.types.js';
import { OVERRIDE_REASONS, type OverrideReason } from '@app/tombstones/tombstones.types.js';
import {
  Clearable,
  Country,
  Domain,
  Email,
  Filter,
  Nullable,
  Optional,
  OptionalNullable,
  Text,
  Version,
} from '../http/fields.js';
import { IdParam } from '../http/id.dto.js';
import { NOT_PAGED, PageQuery } from '../http/page.dto.js';
import { NamedDto, pageOf } from '../http/shapes.dto.js';

export class ClientsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Each word must begin a word of the name, the domain or the industry.' })
  @Filter()
  @Text(200)
  q?: string;

  @ApiPropertyOptional({ description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Filter()
  @Country()
  country?: string;

  @ApiPropertyOptional({ description: 'Each word must begin a word of the industry.', example: 'Robotics' })
  @Filter()
  @Text(200)
  industry?: string;

  @ApiPropertyOptional({
    enum: CLIENT_SORTS,
    default: 'name',
    description: 'With a hyphen the list goes down. What has no value comes last.',
  })
  @Filter()
  @IsIn(CLIENT_SORTS)
  sort?: ClientSort;
}

export class WholeClientsQuery extends OmitType(ClientsQuery, NOT_PAGED) {}

class OptionalClientFields {
  @OptionalNullable({ type: String, example: 'northwind.example' })
  @Clearable()
  @Domain()
  domain?: string | null;

  @OptionalNullable({ type: String, description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Clearable()
  @Country()
  country?: string | null;

  @OptionalNullable({ type: String, maxLength: 200 })
  @Clearable()
  @Text(200)
  industry?: string | null;
}

export class AddClientDto extends OptionalClientFields implements AddClient {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @Text(300)
  name!: string;
}

export class EditClientDto extends OptionalClientFields implements EditClient {
  @ApiProperty({ type: 'integer', description: 'The version of the client that was read.' })
  @Version()
  version!: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 300 })
  @Optional()
  @Text(300)
  name?: string;
}

export class ContactParam extends IdParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  contactId!: string;
}

const DESPITE_ERASURE = {
  enum: OVERRIDE_REASONS,
  description:
    'Keeps a person who asked to be forgotten, and says why. For partners and admins. `somebody_else` keeps this record alone; the others lift the tombstone.',
};

export class AddContactDto implements AddContact {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @Text(300)
  name!: string;

  @OptionalNullable({ type: String, format: 'email' })
  @Clearable()
  @Email()
  email?: string | null;

  @ApiProperty({ enum: CONTACT_ROLES })
  @IsIn(CONTACT_ROLES)
  role!: ContactRole;

  @ApiPropertyOptional(DESPITE_ERASURE)
  @Optional()
  @IsIn(OVERRIDE_REASONS)
  despiteErasure?: OverrideReason;
}

export class EditContactDto implements EditContact {
  @ApiProperty({ type: 'integer', description: 'The version of the contact that was read.' })
  @Version()
  version!: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 300 })
  @Optional()
  @Text(300)
  name?: string;

  @OptionalNullable({ type: String, format: 'email' })
  @Clearable()
  @Email()
  email?: string | null;

  @ApiPropertyOptional({ enum: CONTACT_ROLES })
  @Optional()
  @IsIn(CONTACT_ROLES)
  role?: ContactRole;

  @ApiPropertyOptional(DESPITE_ERASURE)
  @Optional()
  @IsIn(OVERRIDE_REASONS)
  despiteErasure?: OverrideReason;
}

export class ClientRowDto implements ClientRow {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @Nullable({ type: String, description: 'The id it had where it was imported from.' })
  ref!: string | null;

  @ApiProperty()
  name!: string;

  @Nullable({ type: String })
  domain!: string | null;

  @Nullable({ type: String })
  country!: string | null;

  @Nullable({ type: String })
  industry!: string | null;

  @ApiProperty()
  version!: number;
}

export class ClientPageDto extends pageOf(ClientRowDto) {}

class ContactDto implements Contact {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @Nullable({ type: String })
  email!: string | null;

  @ApiProperty({ enum: CONTACT_ROLES })
  role!: ContactRole;

  @ApiProperty({ description: 'They asked to be forgotten, and nothing about them is kept.' })
  erased!: boolean;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

class AllowedOnClientDto {
  @ApiProperty({ description: 'Correct the client and its contacts.' })
  edit!: boolean;

  @ApiProperty({ description: 'See, export and erase what is held about a contact.' })
  erase!: boolean;
}

class ClientSearchDto implements ClientSearch {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @Nullable({ type: String })
  ref!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: SEARCH_STATUSES })
  status!: ClientSearch['status'];

  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: Date;
}

class ContactAllowedDto {
  @ApiProperty()
  edit!: boolean;

  @ApiProperty({ description: 'See, export and erase what is held about them.' })
  erase!: boolean;
}

export class ContactRecordDto extends ContactDto implements ContactRecord {
  @ApiProperty()
  client!: NamedDto;

  @ApiProperty({
    type: [ClientSearchDto],
    description: 'Of the client, the newest 100 that the reader may see.',
  })
  searches!: ClientSearchDto[];

  @ApiProperty()
  allowed!: ContactAllowedDto;
}

export class ClientDto extends ClientRowDto implements Client {
  @ApiProperty()
  allowed!: AllowedOnClientDto;

  @ApiProperty({ type: [ContactDto] })
  contacts!: ContactDto[];

  @ApiProperty({ type: [ClientSearchDto], description: 'The newest 100 that the reader may see.' })
  searches!: ClientSearchDto[];
}
