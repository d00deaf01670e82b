import type { Side, SideBySide } from '@app/figures/figures.types.js';
import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { Nullable } from '../http/fields.js';
import { TimeToOfferDto } from '../reports/reports.dto.js';
import { FigureDto, WaitingCurveDto } from './figure.dto.js';

const OF_THE_FIGURE = ['searches', 'words'] as const;
const OF_TIME_TO_OFFER = ['episodes', 'offers', 'medianDays', 'lowDays', 'highDays'] as const;

export class SideDto
  extends IntersectionType(
    PickType(FigureDto, OF_THE_FIGURE),
    PickType(TimeToOfferDto, OF_TIME_TO_OFFER),
    WaitingCurveDto,
  )
  implements Side
{
  @ApiProperty({ description: 'Offers to be expected if both waited equally long.' })
  expected!: number;
}

export class TestDto {
  @Nullable({ type: Number, description: 'Chi-square; null: there is no test.' })
  chi2!: number | null;

  @ApiProperty({ description: 'Degrees of freedom.' })
  df!: number;

  @Nullable({ type: Number, description: 'How likely so large a difference is by chance.' })
  p!: number | null;
}

export class SideBySideDto implements SideBySide {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty()
  definition!: string;

  @ApiProperty({ type: SideDto })
  one!: SideDto;

  @ApiProperty({ type: SideDto })
  other!: SideDto;

  @ApiProperty({ type: TestDto })
  test!: TestDto;

  @ApiProperty({ description: 'Episodes in both selections, which leaves no test.' })
  shared!: number;

  @ApiProperty({ description: 'What the test says.' })
  sentence!: string;
}
