import { DELIVERY_STATES } from '@app/mail-log/mail-log.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type {
  DeliveryState,
  MailLogAttempt,
  MailLogFigures,
  MailLogFilter,
  MailLogItem,
} from '@app/mail-log/mail-log.types.js';
import { REMINDER_KINDS, type ReminderKind } from '@app/notifications/notifications.types.js';
import { DELIVERY_FORMS, type DeliveryForm } from '@app/reminders/reminders.types.js';
import { Filter, Nullable, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { NamedDto, pageOf } from '../http/shapes.dto.js';

const RESULTS: MailLogAttempt['result'][] = ['accepted', 'refused', 'deferred', 'unsent', 'unknown', 'lost'];
const MOMENT = { type: String, format: 'date-time' } as const;

export class MailLogQuery extends PageQuery implements MailLogFilter {
  @ApiPropertyOptional({ enum: DELIVERY_STATES })
  @Filter()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiPropertyOptional({ enum: REMINDER_KINDS, description: 'Emails about this kind of reminder.' })
  @Filter()
  @IsIn(REMINDER_KINDS)
  kind?: ReminderKind;

  @ApiPropertyOptional({
    maxLength: 100,
    description: 'Each word must begin a word of the name or the address of the recipient.',
  })
  @Filter()
  @Text(100)
  recipient?: string;
}

export class MailRecipientDto {
  @ApiProperty({ enum: ['user', 'contact'], description: 'A colleague, or a client’s contact.' })
  kind!: 'user' | 'contact';

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class MailAttemptDto implements MailLogAttempt {
  @ApiProperty()
  number!: number;

  @ApiProperty(MOMENT)
  startedAt!: Date;

  @ApiProperty(MOMENT)
  endedAt!: Date;

  @ApiProperty({ enum: RESULTS, description: '`lost`: the sending process ended before it could record the result.' })
  result!: MailLogAttempt['result'];

  @ApiProperty({ type: String, nullable: true, description: "The mail server's response." })
  response!: string | null;
}

export class MailSuppressionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty(MOMENT)
  since!: Date;
}

export class MailActionsDto {
  @ApiProperty()
  resend!: boolean;

  @ApiProperty({ description: 'Say that it arrived.' })
  arrived!: boolean;

  @ApiProperty({ description: 'Allow emails to this recipient again.' })
  lift!: boolean;
}

export class MailDto implements MailLogItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: DELIVERY_FORMS })
  form!: DeliveryForm;

  @ApiProperty({ enum: REMINDER_KINDS, isArray: true })
  kinds!: ReminderKind[];

  @ApiProperty({ enum: DELIVERY_STATES, description: '`uncertain`: it may have arrived; there is no way to tell.' })
  state!: DeliveryState;

  @ApiProperty({ type: MailRecipientDto })
  recipient!: MailRecipientDto;

  @ApiProperty(MOMENT)
  dueAt!: Date;

  @ApiProperty({ ...MOMENT, nullable: true, description: 'The next look at it, while it waits.' })
  notBefore!: Date | null;

  @ApiProperty({ ...MOMENT, nullable: true })
  finishedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, description: "The mail server's last response." })
  response!: string | null;

  @ApiProperty({ ...MOMENT, nullable: true })
  bouncedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  bounceReason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  resendOf!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  resentAs!: string | null;

  @Nullable({ type: NamedDto })
  resolvedBy!: NamedDto | null;

  @ApiProperty({ ...MOMENT, nullable: true })
  resolvedAt!: Date | null;

  @ApiProperty({ type: [MailAttemptDto] })
  attempts!: MailAttemptDto[];

  @Nullable({ type: MailSuppressionDto, description: 'Why no email goes to this recipient any more.' })
  suppression!: MailSuppressionDto | null;

  @ApiProperty({ type: MailActionsDto })
  actions!: MailActionsDto;
}

export class MailLogDto extends pageOf(MailDto) {}

export class MailCountsDto implements Record<DeliveryState, number> {
  @ApiProperty()
  pending!: number;

  @ApiProperty()
  claimed!: number;

  @ApiProperty()
  sent!: number;

  @ApiProperty()
  failed!: number;

  @ApiProperty()
  cancelled!: number;

  @ApiProperty()
  missed!: number;

  @ApiProperty({ description: 'Those still undecided.' })
  uncertain!: number;
}

export class MailLogFiguresDto implements MailLogFigures {
  @ApiProperty({ type: MailCountsDto })
  counts!: MailCountsDto;

  @ApiProperty({ ...MOMENT, nullable: true, description: 'Since when the longest overdue email has been waiting.' })
  oldestDueAt!: Date | null;

  @ApiProperty()
  bounced!: number;
}
