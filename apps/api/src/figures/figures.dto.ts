import type {
  AgeBand,
  FigureSearch,
  Load,
  LoadInsight,
  LostInsight,
  NamedFigures,
  OfferAcceptanceInsight,
  OpenSearchesInsight,
  PassthroughInsight,
  StagePassthrough,
  StageTime,
  TimeInStageInsight,
} from '@app/figures/figures.types.js';
import { STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';
import { ApiProperty } from '@nestjs/swagger';
import { Nullable } from '../http/fields.js';
import { NamedDto, TitledDto } from '../http/shapes.dto.js';
import { HealthCountsDto } from '../reports/reports.dto.js';
import { PlacedByInsightDto, PlacementRateInsightDto, TimeToOfferInsightDto } from './episode-figures.dto.js';
import { DAYS, FigureDto, FigureWithShareDto, ShareDto } from './figure.dto.js';

export class OfferAcceptanceInsightDto extends FigureWithShareDto implements OfferAcceptanceInsight {
  @ApiProperty()
  accepted!: number;

  @ApiProperty()
  declined!: number;

  @ApiProperty()
  expired!: number;

  @ApiProperty()
  rescinded!: number;

  @ApiProperty({ description: 'Undecided.' })
  pending!: number;

  @ApiProperty({ description: 'Of the accepted ones.' })
  takenBack!: number;
}

export class StagePassthroughDto extends ShareDto implements StagePassthrough {
  @ApiProperty({ enum: STAGE_KINDS })
  kind!: StageKind;

  @ApiProperty({ description: 'Stays that ended in a later kind.' })
  passed!: number;

  @ApiProperty({ description: 'Stays that ended otherwise.' })
  ended!: number;

  @ApiProperty({ description: 'Stays in progress.' })
  waiting!: number;
}

export class PassthroughInsightDto extends FigureDto implements PassthroughInsight {
  @ApiProperty({ type: [StagePassthroughDto] })
  stages!: StagePassthroughDto[];
}

export class StageTimeDto implements StageTime {
  @ApiProperty({ enum: STAGE_KINDS })
  kind!: StageKind;

  @ApiProperty({ description: 'Stays that are over.' })
  ended!: number;

  @Nullable(DAYS)
  lowerDays!: number | null;

  @Nullable(DAYS)
  medianDays!: number | null;

  @Nullable(DAYS)
  upperDays!: number | null;

  @ApiProperty({ description: 'Stays in progress.' })
  waiting!: number;

  @Nullable({ ...DAYS, description: 'The median age of those in progress.' })
  waitingDays!: number | null;

  @Nullable({ ...DAYS, description: 'The median over both (Kaplan-Meier).' })
  expectedDays!: number | null;

  @Nullable(DAYS)
  lowDays!: number | null;

  @Nullable(DAYS)
  highDays!: number | null;
}

export class TimeInStageInsightDto extends FigureDto implements TimeInStageInsight {
  @ApiProperty({ type: [StageTimeDto] })
  stages!: StageTimeDto[];
}

export class AgeBandDto extends HealthCountsDto implements AgeBand {
  @ApiProperty()
  fromDay!: number;

  @Nullable({ type: Number, description: 'Null: and more.' })
  toDay!: number | null;
}

export class OpenSearchesInsightDto extends FigureDto implements OpenSearchesInsight {
  @Nullable({ type: Number, description: 'Of the oldest; null: none is running.' })
  oldestDays!: number | null;

  @ApiProperty({ type: [AgeBandDto] })
  ages!: AgeBandDto[];
}

export class LostOnDayDto {
  @ApiProperty({ description: 'Of the market window.' })
  day!: number;

  @ApiProperty()
  candidates!: number;
}

export class LostInsightDto extends FigureDto implements LostInsight {
  @ApiProperty({ type: [LostOnDayDto] })
  days!: LostOnDayDto[];

  @ApiProperty({ description: 'Had no market window.' })
  withoutWindow!: number;
}

export class LoadDto extends NamedDto implements Load {
  @ApiProperty({ description: 'Running.' })
  searches!: number;

  @ApiProperty()
  stalled!: number;

  @ApiProperty()
  atRisk!: number;

  @ApiProperty()
  onHold!: number;

  @ApiProperty({ description: 'Candidates live and beyond sourcing.' })
  inPlay!: number;
}

export class LoadInsightDto extends FigureDto implements LoadInsight {
  @ApiProperty({ type: [LoadDto] })
  leads!: LoadDto[];
}

export class FigureSearchDto extends TitledDto implements FigureSearch {
  @Nullable({ type: String })
  ref!: string | null;

  @ApiProperty()
  clientName!: string;

  @ApiProperty()
  leadName!: string;
}

export class FiguresDto implements NamedFigures {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ type: TimeToOfferInsightDto })
  timeToOffer!: TimeToOfferInsightDto;

  @ApiProperty({ type: PlacedByInsightDto })
  placedBy90!: PlacedByInsightDto;

  @ApiProperty({ type: PlacementRateInsightDto })
  placementRate!: PlacementRateInsightDto;

  @ApiProperty({ type: OfferAcceptanceInsightDto })
  offerAcceptance!: OfferAcceptanceInsightDto;

  @ApiProperty({ type: PassthroughInsightDto })
  passthrough!: PassthroughInsightDto;

  @ApiProperty({ type: TimeInStageInsightDto })
  timeInStage!: TimeInStageInsightDto;

  @ApiProperty({ type: OpenSearchesInsightDto })
  openSearches!: OpenSearchesInsightDto;

  @ApiProperty({ type: LostInsightDto })
  lostToMarket!: LostInsightDto;

  @ApiProperty({ type: LoadInsightDto })
  load!: LoadInsightDto;

  @ApiProperty({ type: [FigureSearchDto], description: 'The searches that the figures name by their ids.' })
  named!: FigureSearchDto[];
}
