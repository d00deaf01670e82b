import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsFQDN, IsISO31661Alpha2, MaxLength } from 'class-validator';
import {
  type AddClient,
  type Client,
  type ClientRow,
  type ClientSearch,
  type Contact,
  CONTACT_ROLES,
  type ContactRole,
} from '@app/clients/clients.types.js';
import { SEARCH_STATUSES } from '@app/searches/searches.types.js';
import { Clearable, Filter, Nullable, OptionalNullable, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

export class ClientsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Words of the name, the domain or the industry.' })
  @Filter()
  @Text(200)
  q?: string;
}

export class AddClientDto implements AddClient {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @Text(300)
  name!: string;

  @OptionalNullable({ type: String, example: 'northwind.example' })
  @Clearable()
  @MaxLength(253)
  @IsFQDN({}, { message: 'domain must be a domain name, such as northwind.example' })
  domain?: string | null;

  @OptionalNullable({ type: String, description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Clearable()
  @IsISO31661Alpha2({ message: 'country must be a country code of two letters, such as DE' })
  country?: string | null;

  @OptionalNullable({ type: String, maxLength: 200 })
  @Clearable()
  @Text(200)
  industry?: string | null;
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
}

export class ClientPageDto {
  @ApiProperty({ type: [ClientRowDto] })
  items!: ClientRowDto[];

  @Nullable({ type: String })
  next!: string | null;
}

class ContactDto implements Contact {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @Nullable({ type: String })
  email!: string | null;

  @ApiProperty({ enum: CONTACT_ROLES })
  role!: ContactRole;
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

export class ClientDto extends ClientRowDto implements Client {
  @ApiProperty()
  version!: number;

  @ApiProperty({ type: [ContactDto] })
  contacts!: ContactDto[];

  @ApiProperty({ type: [ClientSearchDto], description: 'The newest 100 that the reader may see.' })
  searches!: ClientSearchDto[];
}
