import { HEALTHS } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { FOUND_TYPES } from '@app/reports/reports.types.js';
import type {
  ChangedSearch,
  ChangedSearches,
  ClosingWindow,
  Found,
  HealthChanges,
  HealthCounts,
  HealthRow,
  PipelineHealth,
  StallGroup,
  TimeToOfferFigure,
  WhoStalls,
} from '@app/reports/reports.types.js';
import type { Slice } from '@app/vocabulary/vocabulary.types.js';
import { Filter, Text } from '../http/fields.js';
import { MarketWindowDto } from '../limits/market-window.dto.js';
import { listOf } from '../http/shapes.dto.js';

const DAYS = { type: Number, nullable: true } as const;

export class SliceQuery implements Slice {
  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  leadId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  officeId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  clientId?: string;

  @ApiPropertyOptional({ description: 'The key of a role template.' })
  @Filter()
  @Text(100)
  roleKey?: string;
}

export class HealthCountsDto implements HealthCounts {
  @ApiProperty()
  onTrack!: number;

  @ApiProperty()
  atRisk!: number;

  @ApiProperty()
  stalled!: number;

  @ApiProperty()
  onHold!: number;
}

export class ChangedSearchDto implements ChangedSearch {
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
}

export class HealthRowDto extends ChangedSearchDto implements HealthRow {
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

export class StallGroupDto extends HealthCountsDto implements StallGroup {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Running searches.' })
  searches!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Local dates since the first deadline that an open flag has passed; null: no open flag.',
  })
  oldestFlagDays!: number | null;

  @ApiProperty({ description: 'Windows that close this week.' })
  windowsClosing!: number;
}

export class WhoStallsDto implements WhoStalls {
  @ApiProperty({ type: [StallGroupDto] })
  leads!: StallGroupDto[];

  @ApiProperty({ type: [StallGroupDto] })
  clients!: StallGroupDto[];

  @ApiProperty({ type: [StallGroupDto] })
  offices!: StallGroupDto[];
}

export class ChangedSearchesDto implements ChangedSearches {
  @ApiProperty()
  count!: number;

  @ApiProperty({ type: [ChangedSearchDto], description: 'The first fifty of them.' })
  items!: ChangedSearchDto[];
}

export class HealthChangesDto implements HealthChanges {
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'As the last Monday before today began in your zone.',
  })
  since!: Date;

  @ApiProperty({ type: HealthCountsDto })
  countsThen!: HealthCountsDto;

  @ApiProperty({ ...DAYS, description: 'Median time to offer as it was then.' })
  medianDaysThen!: number | null;

  @ApiProperty({ type: ChangedSearchesDto, description: 'Stalled now, and not then.' })
  becameStalled!: ChangedSearchesDto;

  @ApiProperty({ type: ChangedSearchesDto, description: 'Stalled then, at risk or on track now.' })
  recovered!: ChangedSearchesDto;

  @ApiProperty({ type: ChangedSearchesDto })
  putOnHold!: ChangedSearchesDto;

  @ApiProperty({ type: ChangedSearchesDto, description: 'Opened or reopened, and still running or closed since.' })
  opened!: ChangedSearchesDto;

  @ApiProperty({ type: ChangedSearchesDto })
  placed!: ChangedSearchesDto;

  @ApiProperty({ type: ChangedSearchesDto, description: 'Closed without a placement.' })
  closed!: ChangedSearchesDto;
}

export class PipelineHealthDto implements PipelineHealth {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ type: HealthCountsDto })
  counts!: HealthCountsDto;

  @ApiProperty({ type: [HealthRowDto] })
  searches!: HealthRowDto[];

  @ApiProperty({ description: 'Windows that close this week, however many are listed.' })
  windowsClosing!: number;

  @ApiProperty({ type: [ClosingWindowDto] })
  windowsThisWeek!: ClosingWindowDto[];

  @ApiProperty({ type: WhoStallsDto })
  whoStalls!: WhoStallsDto;

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
  @ApiProperty({ enum: FOUND_TYPES })
  type!: Found['type'];

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  detail!: string;
}

export class FoundListDto extends listOf(FoundDto) {}
