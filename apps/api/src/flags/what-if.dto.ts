import { HEALTHS, type Health, SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { STALL_RULE_NAMES, type StallRuleName } from '@app/clocks/clocks.types.js';
import type { StageKind } from '@app/stages/stages.types.js';
import { STAGE_KINDS } from '@app/stages/stages.types.js';
import type { Limits } from '@app/flags/flags.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Day, Nullable, Optional } from '../http/fields.js';
import { Budgets, MOST_DAYS } from './budgets.validator.js';

const MOST_SUPPOSED = 100;

const Limit = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: 'integer' }), Optional(), IsInt(), Min(1), Max(MOST_DAYS));

export class SupposedForDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  candidacyId!: string;

  @ApiProperty({ type: String, format: 'date', description: 'At the close of business at the office.' })
  @Day()
  on!: LocalDate;
}

export class MergeDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  stageId!: string;

  @ApiProperty({ format: 'uuid', description: 'Its budget is dropped, and everyone in it moves to the other.' })
  @IsUUID()
  laterStageId!: string;
}

export class LimitsDto implements Partial<Limits> {
  @Limit()
  noProgressDays?: number;

  @Limit()
  noProgressSourcingDays?: number;

  @Limit()
  windowWatchDay?: number;

  @Limit()
  windowCloseDay?: number;

  @Limit()
  slateSize?: number;

  @Limit()
  slateDay?: number;

  @Limit()
  clientSilentWatchDays?: number;

  @Limit()
  clientSilentStalledDays?: number;

  @Limit()
  offerPendingDays?: number;

  @Limit()
  thinPipelineDay?: number;

  @Limit()
  thinPipelineSize?: number;

  @Limit()
  decisionMakerDays?: number;

  @Limit()
  escalateAfterDays?: number;
}

export class WhatIfDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1, maximum: MOST_DAYS },
    description: 'Working days by stage id.',
  })
  @Optional()
  @IsObject()
  @Budgets()
  stageBudgets?: Record<string, number>;

  @ApiPropertyOptional({ type: MergeDto })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => MergeDto)
  merge?: MergeDto;

  @ApiPropertyOptional({ type: LimitsDto })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => LimitsDto)
  limits?: LimitsDto;

  @ApiPropertyOptional({ type: [SupposedForDto], description: 'Offers extended on a future day.' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_SUPPOSED)
  @ValidateNested({ each: true })
  @Type(() => SupposedForDto)
  offers?: SupposedForDto[];

  @ApiPropertyOptional({ type: [SupposedForDto], description: 'Client answers on a future day.' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_SUPPOSED)
  @ValidateNested({ each: true })
  @Type(() => SupposedForDto)
  clientAnswers?: SupposedForDto[];
}

export class FlagSpanDto {
  @ApiProperty({ enum: SEVERITIES, description: 'When the flag is first raised.' })
  severity!: Severity;

  @ApiProperty({ type: String, format: 'date-time', description: 'The moment from which the flag stands.' })
  from!: Date;

  @Nullable({ type: String, format: 'date-time', description: 'Null if that is not within the days looked ahead.' })
  stalledFrom!: Date | null;

  @Nullable({
    type: String,
    format: 'date-time',
    description: 'Null if it still stands at the end of the days looked ahead.',
  })
  until!: Date | null;
}

const CHANGES = ['appears', 'disappears', 'moves', 'stays'] as const;

export class FlagChangeDto {
  @ApiProperty({ enum: STALL_RULE_NAMES })
  rule!: StallRuleName;

  @Nullable({ type: String, format: 'uuid' })
  candidacyId!: string | null;

  @ApiProperty({ enum: CHANGES })
  change!: (typeof CHANGES)[number];

  @Nullable({ type: FlagSpanDto })
  before!: FlagSpanDto | null;

  @Nullable({ type: FlagSpanDto })
  after!: FlagSpanDto | null;
}

export class WindowForecastDto {
  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  closesAt!: Date;

  @Nullable({
    type: String,
    format: 'date-time',
    description: 'If every stage from their current one on takes its full budget.',
  })
  offerAt!: Date | null;

  @ApiProperty({ description: 'The offer comes before the window closes.' })
  kept!: boolean;
}

export class WindowChangeDto {
  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty({ type: WindowForecastDto })
  before!: WindowForecastDto;

  @ApiProperty({ type: WindowForecastDto })
  after!: WindowForecastDto;
}

export class SupposedStageDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty({ enum: STAGE_KINDS })
  kind!: StageKind;

  @Nullable({ type: Number })
  budgetDays!: number | null;
}

export class SupposedPersonDto {
  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uuid' })
  stageId!: string;
}

export class HealthChangeDto {
  @ApiProperty({ enum: HEALTHS })
  before!: Health;

  @ApiProperty({ enum: HEALTHS })
  after!: Health;
}

export class WhatIfResultDto {
  @ApiProperty({ description: 'How many days ahead flags are looked for: as long as a market window of the search.' })
  horizonDays!: number;

  @ApiProperty({ type: HealthChangeDto })
  health!: HealthChangeDto;

  @ApiProperty({ type: [SupposedStageDto] })
  stages!: SupposedStageDto[];

  @ApiProperty({ type: [SupposedPersonDto], description: 'Everybody live in the search, where they would stand.' })
  people!: SupposedPersonDto[];

  @ApiProperty({
    type: [FlagChangeDto],
    description: 'Flags that stand, or will within the days looked ahead, the earliest first.',
  })
  flags!: FlagChangeDto[];

  @ApiProperty({ type: [WindowChangeDto] })
  windows!: WindowChangeDto[];
}
