import { HEALTHS } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { ClosingWindow, Found, HealthRow, PipelineHealth, TimeToOfferFigure } from '@app/reports/reports.types.js';
import { MarketWindowDto } from '../limits/market-window.dto.js';
import { listOf } from '../http/shapes.dto.js';

const DAYS = { type: Number, nullable: true } as const;

export class HealthCountsDto {
  @ApiProperty()
  onTrack!: number;

  @ApiProperty()
  atRisk!: number;

  @ApiProperty()
  stalled!: number;

  @ApiProperty()
  onHold!: number;
}

export class HealthRowDto implements HealthRow {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  ref!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  clientName!: string;

  @ApiProperty()
  leadName!: string;

  @ApiProperty({ description: "Local midnights in the office's zone since the running episode opened." })
  day!: number;

  @ApiProperty({ enum: HEALTHS })
  health!: HealthRow['health'];

  @ApiProperty({ type: [String] })
  reasons!: string[];

  @ApiProperty({ type: String, nullable: true })
  nextStep!: string | null;
}

export class ClosingWindowDto implements ClosingWindow {
  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty({ format: 'uuid' })
  searchId!: string;

  @ApiProperty()
  searchTitle!: string;

  @ApiProperty()
  candidateName!: string;

  @ApiProperty()
  stageLabel!: string;

  @ApiProperty()
  window!: MarketWindowDto;
}

export class TimeToOfferDto implements TimeToOfferFigure {
  @ApiProperty({ description: 'Searches counted, open ones included.' })
  searches!: number;

  @ApiProperty({ description: 'Episodes counted: a search that was reopened has one more.' })
  episodes!: number;

  @ApiProperty({ description: 'Episodes in which an offer was extended.' })
  offers!: number;

  @ApiProperty({
    description: 'Offers dated before the opening or after the closing of their search, which are in no figure.',
  })
  offersLeftOut!: number;

  @ApiProperty({
    ...DAYS,
    description: 'Kaplan-Meier median in days net of holds; null: not reached, or fewer than five searches.',
  })
  medianDays!: number | null;

  @ApiProperty(DAYS)
  lowDays!: number | null;

  @ApiProperty(DAYS)
  highDays!: number | null;

  @ApiProperty({ ...DAYS, description: 'Mean over searches with an offer only; too low while searches are open.' })
  completedMeanDays!: number | null;

  @ApiProperty({ description: 'The market figure to compare it with.' })
  marketDays!: number;

  @ApiProperty()
  sentence!: string;
}

export class PipelineHealthDto implements PipelineHealth {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ type: HealthCountsDto })
  counts!: HealthCountsDto;

  @ApiProperty({ type: [HealthRowDto] })
  searches!: HealthRowDto[];

  @ApiProperty({ type: [ClosingWindowDto] })
  windowsThisWeek!: ClosingWindowDto[];

  @ApiProperty({ type: TimeToOfferDto })
  timeToOffer!: TimeToOfferDto;
}

export class FindQuery {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  q!: string;
}

export class FoundDto implements Found {
  @ApiProperty({ enum: ['search', 'candidate', 'client'] })
  type!: Found['type'];

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  detail!: string;
}

export class FoundListDto extends listOf(FoundDto) {}
