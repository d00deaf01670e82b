import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsObject, Matches } from 'class-validator';
import {
  NOTICE_MODES,
  REMINDER_KINDS,
  type ChangeSettings,
  type KindSetting,
  type NoticeMode,
  type NotificationModes,
  type NotificationSettings,
  type ReminderKind,
} from '@app/notifications/notifications.types.js';
import { Optional, Version } from '../http/fields.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const time = (): PropertyDecorator => Matches(TIME, { message: '$property must be a time such as 07:30' });
const TIME_EXAMPLE = { pattern: TIME.source, maxLength: 5, example: '07:30' };

class KindSettingDto implements KindSetting {
  @ApiProperty({ enum: REMINDER_KINDS })
  kind!: ReminderKind;

  @ApiProperty({ enum: NOTICE_MODES })
  mode!: NoticeMode;

  @ApiProperty({ enum: NOTICE_MODES, isArray: true, description: 'The options for it.' })
  possible!: NoticeMode[];
}

export class NotificationSettingsDto implements NotificationSettings {
  @ApiProperty({ description: '0 while nothing has been chosen and the defaults apply.' })
  version!: number;

  @ApiProperty({ description: 'IANA name; all times here are in this zone.' })
  timeZone!: string;

  @ApiProperty(TIME_EXAMPLE)
  quietFrom!: string;

  @ApiProperty({ ...TIME_EXAMPLE, description: 'If it equals quietFrom, there are no quiet hours.' })
  quietTo!: string;

  @ApiProperty(TIME_EXAMPLE)
  digestAt!: string;

  @ApiProperty({ description: 'No emails on days off, by the calendar of the office.' })
  workingDaysOnly!: boolean;

  @ApiProperty({ type: [KindSettingDto] })
  kinds!: KindSettingDto[];

  @ApiProperty({ description: 'When the next digest is due, as a sentence.' })
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
    properties: Object.fromEntries(REMINDER_KINDS.map((kind) => [kind, { type: 'string', enum: NOTICE_MODES }])),
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
    ([kind, mode]) => REMINDER_KINDS.includes(kind as ReminderKind) && NOTICE_MODES.includes(mode as NoticeMode),
  );
}
