import { PERSON_KINDS } from '@app/platform/persons/holdings.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsUUID, ValidateNested } from 'class-validator';
import {
  type ErasePerson,
  type Erasure,
  ERASURE_REASONS,
  type ErasurePreview,
  type ErasureReason,
  type PersonExport,
  type PersonKind,
  type PersonRef,
  type RoomCounts,
} from '@app/compliance/compliance.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Day, Nullable, Text } from '../http/fields.js';
import { NamedDto, pageOf } from '../http/shapes.dto.js';

const COUNTS = {
  type: 'object',
  additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
  description: 'Room, table, records. What belongs to confidential searches goes too and is counted nowhere.',
} as const;

export class PersonRefDto implements PersonRef {
  @ApiProperty({ enum: PERSON_KINDS })
  @IsIn(PERSON_KINDS)
  kind!: PersonKind;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;
}

export class ErasePersonDto implements ErasePerson {
  @ApiProperty()
  @ValidateNested()
  @Type(() => PersonRefDto)
  person!: PersonRefDto;

  @ApiProperty({ enum: ERASURE_REASONS })
  @IsIn(ERASURE_REASONS)
  reason!: ErasureReason;

  @ApiProperty({ type: String, format: 'date', description: 'The day on which it was asked for.' })
  @Day()
  requestedOn!: LocalDate;

  @ApiProperty({ maxLength: 300, description: 'The person’s name, typed again to confirm.' })
  @Text(300)
  confirm!: string;
}

class NamedPersonDto extends PersonRefDto {
  @ApiProperty()
  name!: string;
}

export class ErasurePreviewDto implements ErasurePreview {
  @ApiProperty()
  person!: NamedPersonDto;

  @ApiProperty(COUNTS)
  counts!: RoomCounts;

  @ApiProperty({ type: 'integer' })
  total!: number;
}

export class ErasureDto implements Erasure {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @ApiProperty({ description: 'Whose record it was: an id that leads to no name any more.' })
  person!: PersonRefDto;

  @ApiProperty({ enum: ERASURE_REASONS })
  reason!: ErasureReason;

  @ApiProperty({ type: String, format: 'date' })
  requestedOn!: LocalDate;

  @ApiProperty(COUNTS)
  counts!: RoomCounts;

  @ApiProperty({ type: 'integer' })
  total!: number;
}

export class ErasurePageDto extends pageOf(ErasureDto) {}

export class PersonExportDto implements PersonExport {
  @ApiProperty()
  person!: PersonRefDto;

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt!: Date;

  @ApiProperty()
  firm!: string;

  @ApiProperty({
    description: 'Says that it holds only what its author may see; the complete one comes from the command line.',
  })
  extent!: string;

  @ApiProperty({ type: [String] })
  purposes!: string[];

  @ApiProperty({ type: [String] })
  retention!: string[];

  @ApiProperty({ type: [String] })
  rights!: string[];

  @ApiProperty({ type: [String] })
  sources!: string[];

  @ApiProperty({ type: [String] })
  recipients!: string[];

  @ApiProperty({
    type: 'object',
    additionalProperties: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'object', additionalProperties: true } },
    },
    description: 'Room, table, records.',
  })
  held!: Record<string, Record<string, unknown[]>>;
}
