import type {
  PlacedByInsight,
  PlacementCohort,
  PlacementRateInsight,
  PlacementShares,
  TimeToOfferInsight,
} from '@app/figures/figures.types.js';
import type { LeftOut } from '@app/metrics/metrics.types.js';
import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import { Nullable } from '../http/fields.js';
import { TimeToOfferDto } from '../reports/reports.dto.js';
import { FigureDto, FigureWithShareDto, ShareDto, WaitingCurveDto } from './figure.dto.js';

export class LeftOutDto implements LeftOut {
  @ApiProperty({ description: 'Offers extended before their search was first opened.' })
  beforeOpening!: number;

  @ApiProperty({ description: 'Offers extended while their search was closed.' })
  afterClosing!: number;
}

export class TimeToOfferInsightDto
  extends IntersectionType(FigureDto, WaitingCurveDto, OmitType(TimeToOfferDto, ['searches', 'offersLeftOut']))
  implements TimeToOfferInsight
{
  @ApiProperty({ type: LeftOutDto })
  leftOut!: LeftOutDto;

  @Nullable({ type: String, description: 'Why the median is longer than the mean; null where it is not.' })
  whyLonger!: string | null;
}

export class PlacementSharesDto implements PlacementShares {
  @ApiProperty()
  placed!: number;

  @ApiProperty()
  internal_hire!: number;

  @ApiProperty()
  cancelled!: number;

  @ApiProperty()
  terminated!: number;

  @ApiProperty()
  unfilled!: number;

  @ApiProperty({ description: 'Not ended yet.' })
  waiting!: number;
}

export class PlacementStepDto extends PlacementSharesDto {
  @ApiProperty({ description: 'Days since the opening, net of holds.' })
  day!: number;

  @ApiProperty()
  atRisk!: number;
}

export class PlacedByInsightDto extends FigureWithShareDto implements PlacedByInsight {
  @ApiProperty()
  day!: number;

  @ApiProperty({ description: 'The line of the market to hold it against.' })
  marketShare!: number;

  @Nullable({
    type: String,
    description:
      "Why the market's share and its days to an offer do not contradict each other, told by the figures of the firm; null where these cannot show it.",
  })
  marketExplained!: string | null;

  @Nullable({ type: PlacementSharesDto, description: 'On that day; they add up to 1.' })
  shares!: PlacementSharesDto | null;

  @ApiProperty({ type: [PlacementStepDto], description: 'As far as at least five are still waiting; thinned to 500.' })
  steps!: PlacementStepDto[];
}

export class PlacementCohortDto extends ShareDto implements PlacementCohort {
  @Nullable({ type: String, example: '2026-Q4', description: 'The quarter of opening; null: all of them.' })
  opened!: string | null;

  @ApiProperty()
  placed!: number;

  @ApiProperty({ description: 'Ended otherwise.' })
  notPlaced!: number;

  @ApiProperty({ description: 'Go on, and are not in the share.' })
  open!: number;
}

export class PlacementRateInsightDto extends FigureDto implements PlacementRateInsight {
  @ApiProperty({ type: PlacementCohortDto })
  all!: PlacementCohortDto;

  @ApiProperty({ type: [PlacementCohortDto] })
  cohorts!: PlacementCohortDto[];
}
