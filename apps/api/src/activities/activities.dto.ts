import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsUUID } from 'class-validator';
import {
  ACTIVITY_KINDS,
  type Activity,
  type ActivityFilter,
  type ActivityKind,
  type ActivityVersion,
  type CorrectActivity,
  type ListedActivity,
  type LogActivity,
  type LoggedActivity,
  LOGGED_KINDS,
  MOST_MENTIONS,
  type LoggedKind,
  type WithdrawActivity,
} from '@app/activities/activities.types.js';
import { EachOnce, Filter, Moment, Nullable, Optional, Text, Version } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { listOf, NamedDto, pageOf, TitledDto } from '../http/shapes.dto.js';

const LONGEST_NOTE = 20_000;

function Mentions(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      ...{ type: [String], format: 'uuid', maxItems: MOST_MENTIONS, description },
      items: { type: 'string', format: 'uuid' },
      example: ['01890a5d-ac96-774b-bcce-b302099a8057'],
    }),
    Optional(),
    IsArray(),
    ArrayMaxSize(MOST_MENTIONS),
    EachOnce(),
    IsUUID(undefined, { each: true }),
  );
}

export class LogActivityDto implements LogActivity {
  @ApiProperty({ enum: LOGGED_KINDS })
  @IsIn(LOGGED_KINDS)
  kind!: LoggedKind;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'When it happened; now if left out.' })
  @Optional()
  @Moment()
  at?: Date;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  searchId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  candidateId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  contactId?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_NOTE })
  @Optional()
  @Text(LONGEST_NOTE)
  text?: string;

  @Mentions('Colleagues who are to hear of it; each must be able to see the search.')
  mentions?: string[];
}

export class LoggedActivityDto implements LoggedActivity {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ACTIVITY_KINDS })
  kind!: ActivityKind;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ description: 'Both sides spoke, so it counts as progress for what it was about.' })
  progress!: boolean;
}

export class WithdrawalDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @Nullable({ type: String })
  reason!: string | null;
}

export class ActivityDto implements Activity {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ACTIVITY_KINDS })
  kind!: ActivityKind;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @Nullable({ type: String })
  text!: string | null;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @Nullable({ type: WithdrawalDto, description: 'Withdrawn: it no longer counts.' })
  withdrawn!: WithdrawalDto | null;

  @ApiProperty({ description: 'The reader may correct or withdraw it.' })
  changeable!: boolean;

  @ApiProperty({ type: [NamedDto], description: 'Colleagues who are named in it.' })
  mentions!: NamedDto[];
}

export class ActivitiesQuery extends PageQuery implements ActivityFilter {
  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  searchId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  candidateId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  contactId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of its searches, and with its contacts.' })
  @Filter()
  @IsUUID()
  clientId?: string;
}

class ListedActivityDto extends ActivityDto implements ListedActivity {
  @Nullable({ type: TitledDto })
  search!: TitledDto | null;

  @Nullable({ type: NamedDto })
  candidate!: NamedDto | null;

  @Nullable({ type: NamedDto })
  contact!: NamedDto | null;
}

export class ActivityPageDto extends pageOf(ListedActivityDto) {}

export class CorrectActivityDto implements CorrectActivity {
  @ApiProperty({ type: 'integer', description: 'The version of the activity that was read.' })
  @Version()
  version!: number;

  @ApiProperty({ maxLength: LONGEST_NOTE })
  @Text(LONGEST_NOTE)
  text!: string;

  @Mentions('Who is named in it now; as it was if left out. Whoever is new hears of it.')
  mentions?: string[];
}

export class CorrectedActivityDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class WithdrawActivityDto implements WithdrawActivity {
  @ApiProperty({ type: 'integer', description: 'The version of the activity that was read.' })
  @Version()
  version!: number;

  @ApiProperty({ maxLength: 500 })
  @Text(500)
  reason!: string;
}

export class WithdrawnActivityDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

class ActivityVersionDto implements ActivityVersion {
  @ApiProperty({ type: 'integer' })
  version!: number;

  @Nullable({ type: String })
  text!: string | null;

  @ApiProperty({ enum: ['corrected', 'withdrawn'] })
  change!: ActivityVersion['change'];

  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: Date;

  @Nullable({ type: NamedDto })
  changedBy!: NamedDto | null;

  @Nullable({ type: String })
  reason!: string | null;
}

export class ActivityVersionsDto extends listOf(ActivityVersionDto) {}
