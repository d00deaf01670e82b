import {
  type AtAge,
  type Figure,
  FIGURE_UNITS,
  MOST_NAMED,
  type Share,
  type WaitingCurve,
  type WaitingStep,
} from '@app/figures/figures.types.js';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Nullable } from '../http/fields.js';

export const DAYS = { type: Number, description: 'Days with their fraction; null where none is claimed.' } as const;

export class FigureDto implements Figure {
  @ApiProperty({ enum: FIGURE_UNITS })
  unit!: Figure['unit'];

  @ApiProperty({ description: 'What it is, in one sentence.' })
  definition!: string;

  @ApiProperty({ description: 'How many it counts.' })
  n!: number;

  @ApiProperty({ description: 'Of how many searches.' })
  searches!: number;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: `The first ${MOST_NAMED} of them, those opened last first.`,
  })
  searchIds!: string[];

  @Nullable({ type: String, description: 'What is said where there is too little to claim anything from.' })
  words!: string | null;
}

export class ShareDto implements Share {
  @Nullable({ type: Number, description: 'From 0 to 1; null where none is claimed.' })
  share!: number | null;

  @Nullable({ type: Number, description: 'The lower end of its 95 % interval.' })
  low!: number | null;

  @Nullable({ type: Number, description: 'The upper end of its 95 % interval.' })
  high!: number | null;
}

export class FigureWithShareDto extends IntersectionType(FigureDto, ShareDto) {}

export class WaitingStepDto implements WaitingStep {
  @ApiProperty({ description: 'Days since the opening, net of holds.' })
  day!: number;

  @ApiProperty({ description: 'Still waiting just before.' })
  atRisk!: number;

  @ApiProperty({ description: 'Offers on that day.' })
  events!: number;

  @ApiProperty({ description: 'The share still waiting from then on.' })
  waiting!: number;

  @Nullable({ type: Number })
  low!: number | null;

  @Nullable({ type: Number })
  high!: number | null;
}

export class AtAgeDto implements AtAge {
  @ApiProperty()
  day!: number;

  @ApiProperty()
  episodes!: number;
}

export class WaitingCurveDto implements WaitingCurve {
  @ApiProperty({ type: [WaitingStepDto], description: 'As far as at least five are still waiting; thinned to 500.' })
  steps!: WaitingStepDto[];

  @ApiProperty({ type: [AtAgeDto], description: 'How many were still waiting at some ages.' })
  atRisk!: AtAgeDto[];

  @ApiProperty({ type: [AtAgeDto], description: 'Without an offer, by the whole days that they were watched.' })
  censored!: AtAgeDto[];
}
