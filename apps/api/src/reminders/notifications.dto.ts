import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, IsUUID, Matches } from 'class-validator';
import { NOTICE_KINDS } from '@app/mails/mails.types.js';
import type {
  ChangeSettings,
  KindSetting,
  MailState,
  MyReminder,
  NoticeMode,
  NotificationModes,
  NotificationSettings,
  ReminderKind,
} from '@app/reminders/reminders.types.js';
import { Nullable, Optional, Version } from '../http/fields.js';
import { pageOf } from '../http/shapes.dto.js';

const KINDS: ReminderKind[] = [...NOTICE_KINDS, 'daily_digest', 'pipeline_health'];
const MODES: NoticeMode[] = ['immediate', 'digest', 'off'];
const MAILS: MailState[] = ['waits', 'on_its_way', 'sent', 'not_sent', 'uncertain', 'missed', 'cancelled', 'no_mail'];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const time = (): PropertyDecorator => Matches(TIME, { message: '$property must be a time such as 07:30' });
const TIME_EXAMPLE = { pattern: TIME.source, maxLength: 5, example: '07:30' };

class KindSettingDto implements KindSetting {
  @ApiProperty({ enum: KINDS })
  kind!: ReminderKind;

  @ApiProperty({ enum: MODES })
  mode!: NoticeMode;

  @ApiProperty({ enum: MODES, isArray: true, description: 'What may be chosen for it.' })
  possible!: NoticeMode[];
}

export class NotificationSettingsDto implements NotificationSettings {
  @ApiProperty({ description: '0: nothing was chosen yet, these are the defaults.' })
  version!: number;

  @ApiProperty({ description: 'IANA name; every time here is in it.' })
  timeZone!: string;

  @ApiProperty(TIME_EXAMPLE)
  quietFrom!: string;

  @ApiProperty({ ...TIME_EXAMPLE, description: 'The same as quietFrom: no quiet hours.' })
  quietTo!: string;

  @ApiProperty(TIME_EXAMPLE)
  digestAt!: string;

  @ApiProperty({ description: 'No mails on days off, by the calendar of the office.' })
  workingDaysOnly!: boolean;

  @ApiProperty({ type: [KindSettingDto] })
  kinds!: KindSettingDto[];

  @ApiProperty({ description: 'When the next digest comes, as a sentence.' })
  nextDigest!: string;
}

export class ChangeSettingsDto implements ChangeSettings {
  @ApiProperty({ description: 'The version that was read.' })
  @Version()
  version!: number;

  @ApiPropertyOptional(TIME_EXAMPLE)
  @Optional()
  @time()
  quietFrom?: string;

  @ApiPropertyOptional(TIME_EXAMPLE)
  @Optional()
  @time()
  quietTo?: string;

  @ApiPropertyOptional(TIME_EXAMPLE)
  @Optional()
  @time()
  digestAt?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsBoolean()
  workingDaysOnly?: boolean;

  @ApiPropertyOptional({
    description: 'Kinds that are left out stay as they are.',
    type: 'object',
    properties: Object.fromEntries(KINDS.map((kind) => [kind, { type: 'string', enum: MODES }])),
    additionalProperties: false,
  })
  @Optional()
  @Transform(({ obj }: { obj: { modes?: unknown } }) =>
    obj.modes === undefined || isModes(obj.modes) ? obj.modes : 'not modes',
  )
  @IsObject({ message: 'modes must name kinds, each with immediate, digest or off' })
  modes?: Partial<NotificationModes>;
}

function isModes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([kind, mode]) => KINDS.includes(kind as ReminderKind) && MODES.includes(mode as NoticeMode),
  );
}

export class MyReminderDto implements MyReminder {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: KINDS })
  kind!: ReminderKind;

  @ApiProperty({ enum: ['watch', 'stalled'], nullable: true, type: String })
  severity!: 'watch' | 'stalled' | null;

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

  @Nullable({ type: String, format: 'date-time', description: 'When it happens or is over.' })
  at!: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;

  @Nullable({ type: String, format: 'date-time' })
  seenAt!: Date | null;

  @ApiProperty({ enum: MAILS, description: 'What became of its email.' })
  mail!: MailState;

  @Nullable({ type: String, description: 'The same in words, where something needs to be said.' })
  mailSentence!: string | null;
}

export class MyReminderListDto extends pageOf(MyReminderDto) {}

export class UnseenDto {
  @ApiProperty({ description: 'At most 1000 are counted.' })
  unseen!: number;
}

export class SeenDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 200, description: 'All of them when left out.' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids?: string[];
}
