import { ApiProperty } from '@nestjs/swagger';
import type { Severity, StallRuleName } from '@app/clocks/clocks.types.js';
import type { OpenFlag, TodayItem } from '@app/stalls/stalls.types.js';

const RULES: StallRuleName[] = ['no_progress', 'stage_overdue', 'window_closing', 'window_closed'];
const SEVERITIES: Severity[] = ['watch', 'stalled'];
const ANYTHING = { type: 'object', additionalProperties: true } as const;

export class FlagDto implements OpenFlag {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: RULES })
  rule!: StallRuleName;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  candidacyId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  candidateName!: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: 'When the thing stopped, or the window opened.' })
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
}

export class FlagListDto {
  @ApiProperty({ type: [FlagDto] })
  items!: FlagDto[];
}

export class TodaySearchDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  clientName!: string;
}

export class TodayCandidacyDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  candidateName!: string;
}

export class TodayItemDto implements TodayItem {
  @ApiProperty({ format: 'uuid' })
  flagId!: string;

  @ApiProperty({ enum: RULES })
  rule!: StallRuleName;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  @ApiProperty()
  sentence!: string;

  @ApiProperty()
  nextStep!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  deadline!: Date;

  @ApiProperty({ type: TodaySearchDto })
  search!: TodaySearchDto;

  @ApiProperty({ type: TodayCandidacyDto, nullable: true })
  candidacy!: TodayCandidacyDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  windowOpenedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  windowClosesAt!: Date | null;
}

export class TodayDto {
  @ApiProperty({ type: [TodayItemDto] })
  items!: TodayItemDto[];
}
