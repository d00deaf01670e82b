import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {} from 'class-validator';
import type { CheckIn, DoCheckIn } from '@app/placements/check-ins.types.js';
import { Day, Filter, Nullable, Optional, Text, Version } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

const LONGEST_NOTE = 20_000;

export class CheckInsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'Due on this day at the latest.' })
  @Filter()
  @Day()
  until?: string;
}

export class CheckInVersionDto {
  @ApiProperty({ type: 'integer', description: 'Of the check-in that was looked at.' })
  @Version()
  version!: number;
}

export class DoCheckInDto extends CheckInVersionDto implements DoCheckIn {
  @ApiPropertyOptional({ maxLength: LONGEST_NOTE, description: 'How they settled in.' })
  @Optional()
  @Text(LONGEST_NOTE)
  note?: string;
}

class CheckInNamedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

class CheckInSearchDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;
}

export class CheckInDto implements CheckIn {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  offerId!: string;

  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty()
  search!: CheckInSearchDto;

  @ApiProperty()
  candidate!: CheckInNamedDto;

  @ApiProperty({ type: 'integer', description: 'Days after the first day.' })
  day!: number;

  @ApiProperty({ type: String, format: 'date' })
  dueOn!: string;

  @Nullable({ type: String, format: 'date-time' })
  doneAt!: Date | null;

  @Nullable({ type: CheckInNamedDto })
  doneBy!: CheckInNamedDto | null;

  @Nullable({ type: String })
  note!: string | null;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class CheckInPageDto {
  @ApiProperty({ type: [CheckInDto] })
  items!: CheckInDto[];

  @Nullable({ type: String })
  next!: string | null;
}
