import { SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID, ValidateIf } from 'class-validator';
import { LOGGED_KINDS, type LoggedKind } from '@app/activities/activities.types.js';
import { STALL_RULE_NAMES, type StallRuleName, WAY_ACTS, type WayAct, type WayOut } from '@app/clocks/clocks.types.js';
import type { FlagActions, HandedOn, OpenFlag } from '@app/flags/flags.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Day, Nullable, Optional, Text } from '../http/fields.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';

const ANYTHING = { type: 'object', additionalProperties: true } as const;

export class AcknowledgementDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @ApiProperty()
  reason!: string;
}

export class HandedOnDto implements HandedOn {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto, description: 'Null: the operator.' })
  by!: NamedDto | null;

  @Nullable({ type: String, description: 'Why, if they said so.' })
  reason!: string | null;
}

/** What the signed-in person may do next. */
export class FlagActionsDto implements FlagActions {
  @ApiProperty()
  acknowledge!: boolean;

  @ApiProperty({ description: 'Take the acknowledgement back.' })
  takeBack!: boolean;

  @ApiProperty()
  snooze!: boolean;

  @ApiProperty({ description: 'End the snooze early.' })
  wake!: boolean;

  @ApiProperty()
  assign!: boolean;
}

export class WayOutDto implements WayOut {
  @ApiProperty({
    enum: WAY_ACTS,
    description:
      'Log what was said, move people, extend an offer, record what became of one, end the candidacy, change the target date, or change the limits.',
  })
  act!: WayAct;

  @Nullable({ enum: LOGGED_KINDS, type: String, description: 'What is to be logged.' })
  kind!: LoggedKind | null;

  @ApiProperty({ description: 'It counts only where it was with a decision maker of the client.' })
  withDecisionMaker!: boolean;
}

export class FlagDto implements OpenFlag {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  searchId!: string;

  @ApiProperty({ enum: STALL_RULE_NAMES })
  rule!: StallRuleName;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  candidacyId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  candidateId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  candidateName!: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: 'When progress stopped, or the window opened.' })
  since!: Date;

  @ApiProperty({ type: String, format: 'date-time', description: 'The moment from which the flag stands.' })
  deadline!: Date;

  @ApiProperty({ ...ANYTHING, description: 'How the deadline was counted: last progress, zone, calendar, days.' })
  basis!: Record<string, unknown>;

  @ApiProperty({ ...ANYTHING, description: 'The numbers it was decided on.' })
  evidence!: Record<string, unknown>;

  @ApiProperty()
  sentence!: string;

  @ApiProperty()
  nextStep!: string;

  @ApiProperty({ type: [WayOutDto], description: 'What can be done so that it goes, best first.' })
  ways!: readonly WayOutDto[];

  @ApiProperty({ type: String, format: 'date-time' })
  raisedAt!: Date;

  @Nullable({ type: AcknowledgementDto })
  acknowledgement!: AcknowledgementDto | null;

  @Nullable({ type: String, format: 'date-time', description: 'Null if it is not snoozed.' })
  snoozedUntil!: Date | null;

  @Nullable({ type: NamedDto, description: 'Whom it is assigned to; null if nobody.' })
  assignedTo!: NamedDto | null;

  @Nullable({ type: HandedOnDto, description: 'Who assigned it; null if nobody, or they took it themselves.' })
  handedOn!: HandedOnDto | null;

  @ApiProperty({
    type: NamedDto,
    description: 'Who hears of it: the assignee or the lead, or who stands in for them.',
  })
  owner!: NamedDto;

  @Nullable({ type: String, format: 'date-time', description: 'When it was escalated to the partners.' })
  escalatedAt!: Date | null;

  @ApiProperty({ type: FlagActionsDto })
  allowed!: FlagActionsDto;
}

export class FlagListDto extends listOf(FlagDto) {}

export class AcknowledgeDto {
  @ApiProperty({ maxLength: 500, description: 'Why it is waiting, for the next person who looks at the flag.' })
  @Text(500)
  reason!: string;
}

export class SnoozeDto {
  @ApiProperty({
    type: String,
    format: 'date',
    description: 'The flag returns when this day begins at the office of the search.',
  })
  @Day()
  until!: LocalDate;
}

export class AssignFlagDto {
  @Nullable({ type: String, format: 'uuid', description: 'Null gives it back to the lead.' })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  userId!: string | null;

  @ApiPropertyOptional({ maxLength: 500, description: 'Why, for whom it is assigned to.' })
  @Optional()
  @Text(500)
  reason?: string;
}
