import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {} from 'class-validator';
import type { EditInterview, Interview, SetInterview } from '@app/interviews/interviews.types.js';
import { Clearable, Filter, Moment, Nullable, Optional, OptionalNullable, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { listOf, NamedDto, TitledDto, VersionDto } from '../http/shapes.dto.js';

const LONGEST = 300;

export class InterviewsQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Only those that are not over by this moment; now if left out.',
  })
  @Filter()
  @Moment()
  from?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only those that begin before this moment.' })
  @Filter()
  @Moment()
  to?: Date;
}

export class SetInterviewDto implements SetInterview {
  @ApiProperty({ type: String, format: 'date-time' })
  @Moment()
  startsAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  @Moment()
  endsAt!: Date;

  @ApiPropertyOptional({ maxLength: LONGEST, description: 'A room, an address or a link.' })
  @Optional()
  @Text(LONGEST)
  place?: string;

  @ApiPropertyOptional({ maxLength: LONGEST, description: 'Who speaks with the candidate.' })
  @Optional()
  @Text(LONGEST)
  withWhom?: string;
}

export class EditInterviewDto extends VersionDto implements EditInterview {
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @Optional()
  @Moment()
  startsAt?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @Optional()
  @Moment()
  endsAt?: Date;

  @OptionalNullable({ type: String, maxLength: LONGEST })
  @Clearable()
  @Text(LONGEST)
  place?: string | null;

  @OptionalNullable({ type: String, maxLength: LONGEST })
  @Clearable()
  @Text(LONGEST)
  withWhom?: string | null;
}

class AllowedOnInterviewDto {
  @ApiProperty()
  change!: boolean;

  @ApiProperty()
  cancel!: boolean;

  @ApiProperty()
  restore!: boolean;
}

export class InterviewDto implements Interview {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty()
  search!: TitledDto;

  @ApiProperty()
  candidate!: NamedDto;

  @ApiProperty({ type: String, format: 'date-time' })
  startsAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  endsAt!: Date;

  @Nullable({ type: String })
  place!: string | null;

  @Nullable({ type: String })
  withWhom!: string | null;

  @Nullable({ type: String, format: 'date-time' })
  cancelledAt!: Date | null;

  @ApiProperty({ description: 'Of the office that runs the search.', example: 'Europe/Berlin' })
  timeZone!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  allowed!: AllowedOnInterviewDto;
}

export class InterviewListDto extends listOf(InterviewDto) {}

export class InterviewPageDto extends InterviewListDto {
  @Nullable({ type: String })
  next!: string | null;
}
