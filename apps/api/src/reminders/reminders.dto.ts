import { SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { REMINDER_KINDS, type ReminderKind } from '@app/notifications/notifications.types.js';
import { MAIL_STATES, type MailState, type MyReminder } from '@app/reminders/reminders.types.js';
import { Nullable, Optional } from '../http/fields.js';
import { pageOf } from '../http/shapes.dto.js';

export class MyReminderDto implements MyReminder {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: REMINDER_KINDS })
  kind!: ReminderKind;

  @ApiProperty({ enum: SEVERITIES, nullable: true, type: String })
  severity!: Severity | null;

  @Nullable({ type: String, description: 'The search and its client.' })
  group!: string | null;

  @Nullable({ type: String, description: 'The person it is about.' })
  about!: string | null;

  @ApiProperty()
  sentence!: string;

  @Nullable({ type: String })
  nextStep!: string | null;

  @ApiProperty({ description: 'Where in the web app to look.' })
  path!: string;

  @Nullable({ type: String, format: 'date-time', description: 'When it takes place or falls due.' })
  at!: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;

  @Nullable({ type: String, format: 'date-time' })
  seenAt!: Date | null;

  @ApiProperty({ description: 'False: what it says is over; it no longer counts as unseen.' })
  isCurrent!: boolean;

  @ApiProperty({ enum: MAIL_STATES, description: 'What became of its email.' })
  mail!: MailState;

  @Nullable({ type: String, description: 'The same in words, if there is anything to say.' })
  mailSentence!: string | null;
}

export class MyReminderListDto extends pageOf(MyReminderDto) {}

export class UnseenDto {
  @ApiProperty({ description: 'At most 1000 are counted.' })
  unseen!: number;
}

export class SeenDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 200, description: 'All of them if left out.' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids?: string[];
}
