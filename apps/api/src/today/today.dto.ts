import { SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { STALL_RULE_NAMES, type StallRuleName } from '@app/clocks/clocks.types.js';
import { TODAY_GROUPS, type Today, type TodayGroup, type TodayItem } from '@app/today/today.types.js';
import { HandedOnDto, WayOutDto } from '../flags/flags.dto.js';
import { MarketWindowDto } from '../limits/market-window.dto.js';
import { Filter, Nullable } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { NamedDto, pageOf } from '../http/shapes.dto.js';

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

  @ApiProperty({ format: 'uuid' })
  candidateId!: string;

  @ApiProperty()
  candidateName!: string;
}

export class TodayItemDto implements TodayItem {
  @ApiProperty({
    enum: TODAY_GROUPS,
    description:
      'What can still be saved this week, waits for the client, is ours to move, is lost, or is acknowledged: the same for all flags of one candidacy, or of one search itself.',
  })
  group!: TodayGroup;

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

  @ApiProperty({ type: [WayOutDto], description: 'What can be done so that it goes, best first.' })
  ways!: readonly WayOutDto[];

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

  @Nullable({ type: HandedOnDto, description: 'Who assigned it; null if nobody, or they took it themselves.' })
  handedOn!: HandedOnDto | null;
}

export class TodayCountsDto implements Record<TodayGroup, number> {
  @ApiProperty()
  save!: number;

  @ApiProperty()
  client!: number;

  @ApiProperty()
  ours!: number;

  @ApiProperty()
  lost!: number;

  @ApiProperty()
  acknowledged!: number;
}

export class TodayDto extends pageOf(TodayItemDto) implements Today {
  @ApiProperty({ type: TodayCountsDto, description: 'Candidacies and searches of the whole list, by group.' })
  counts!: TodayCountsDto;

  @ApiProperty({ description: 'How many of the market windows of people in the whole list close within a week.' })
  closingSoon!: number;

  @ApiProperty({ description: 'How many more flags there would be, had they not been snoozed.' })
  snoozed!: number;

  @ApiProperty({
    description:
      'Flags that you acknowledged, snoozed or handed on today, and those of your searches that were cleared today.',
  })
  done!: number;
}

export class TodayQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'List the snoozed ones instead.' })
  @Filter()
  @Transform(({ value }: TransformFnParams): unknown => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  snoozed?: boolean;
}
