import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CheckIn, DoCheckIn } from '@app/placements/check-ins.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Day, Filter, Nullable, Optional, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { NamedDto, pageOf, TitledDto, VersionDto } from '../http/shapes.dto.js';

const LONGEST_NOTE = 20_000;

export class CheckInsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'Due on this day at the latest.' })
  @Filter()
  @Day()
  until?: LocalDate;
}

export class DoCheckInDto extends VersionDto implements DoCheckIn {
  @ApiPropertyOptional({ maxLength: LONGEST_NOTE, description: 'How they settled in.' })
  @Optional()
  @Text(LONGEST_NOTE)
  note?: string;
}

export class CheckInDto implements CheckIn {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  offerId!: string;

  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty()
  search!: TitledDto;

  @ApiProperty()
  candidate!: NamedDto;

  @ApiProperty({ type: 'integer', description: 'Days after the first day.' })
  day!: number;

  @ApiProperty({ type: String, format: 'date' })
  dueOn!: LocalDate;

  @Nullable({ type: String, format: 'date-time' })
  doneAt!: Date | null;

  @Nullable({ type: NamedDto })
  doneBy!: NamedDto | null;

  @Nullable({ type: String })
  note!: string | null;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class CheckInPageDto extends pageOf(CheckInDto) {}
