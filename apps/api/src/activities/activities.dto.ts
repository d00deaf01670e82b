import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  ACTIVITY_KINDS,
  type Activity,
  type ActivityKind,
  type LogActivity,
  type LoggedActivity,
  LOGGED_KINDS,
  type LoggedKind,
} from '@app/activities/activities.types.js';
import { Moment, Nullable, Optional, Text } from '../http/fields.js';

const LONGEST_NOTE = 20_000;

export class LogActivityDto implements LogActivity {
  @ApiProperty({ enum: LOGGED_KINDS })
  @IsIn(LOGGED_KINDS)
  kind!: LoggedKind;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'When it happened. Left out: now.' })
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
}

export class LoggedActivityDto implements LoggedActivity {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ACTIVITY_KINDS })
  kind!: ActivityKind;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ description: 'Both sides spoke, so it counts as progress of what it was about.' })
  progress!: boolean;
}

class ActivityAuthorDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class ActivityDto implements Activity {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ACTIVITY_KINDS })
  kind!: ActivityKind;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: ActivityAuthorDto })
  by!: ActivityAuthorDto | null;

  @Nullable({ type: String })
  text!: string | null;
}
