import { SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { STALL_RULE_NAMES, type StallRuleName } from '@app/clocks/clocks.types.js';
import type { TodayItem } from '@app/flags/flags.types.js';
import { MarketWindowDto } from '../limits/market-window.dto.js';
import { Filter, Nullable } from '../http/fields.js';
import { NamedDto } from '../http/shapes.dto.js';

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

  @ApiProperty({ enum: STALL_RULE_NAMES })
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

  @ApiProperty({ type: MarketWindowDto, nullable: true })
  window!: MarketWindowDto | null;

  @ApiProperty()
  acknowledged!: boolean;

  @ApiProperty({ description: 'It was escalated to the partners.' })
  escalated!: boolean;

  @Nullable({ type: String, format: 'date-time' })
  snoozedUntil!: Date | null;

  @Nullable({ type: NamedDto })
  assignedTo!: NamedDto | null;
}

export class TodayDto {
  @ApiProperty({ type: [TodayItemDto] })
  items!: TodayItemDto[];

  @ApiProperty({ description: 'How many of the market windows of people in this list close within a week.' })
  closingSoon!: number;

  @ApiProperty({ description: 'How many more there would be, had they not been snoozed.' })
  snoozed!: number;
}

export class TodayQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'List the snoozed ones instead.' })
  @Filter()
  @Transform(({ value }: TransformFnParams): unknown => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  snoozed?: boolean;
}
