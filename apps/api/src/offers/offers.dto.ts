import { OFFER_DECISIONS, type OfferDecision } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNumber, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import {
  type CandidacyWithOffer,
  type DecideOffer,
  type ExtendOffer,
  type SetStartDate,
  type TakeBack,
  TAKERS_BACK,
  type TakerBack,
} from '@app/offers/offers.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Currency, Day, Moment, Nullable, Optional, Text, Version } from '../http/fields.js';
import { CandidacyDto } from '../pipeline/pipeline.dto.js';
import { VersionDto } from '../http/shapes.dto.js';

const LARGEST_SUM = 999_999_999_999;

/** `IsNumber({ maxDecimalPlaces })` reads the digits behind a point, and throws where a number is written as 5e-7. */
const IsInCents = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInCents',
    validator: {
      validate: (value) => typeof value === 'number' && Math.round(value * 100) / 100 === value,
      defaultMessage: (given) => `${given?.property} must have at most two decimal places`,
    },
  });

const Money = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    ApiPropertyOptional({ minimum: 0, maximum: LARGEST_SUM }),
    Optional(),
    IsNumber({}, { message: '$property must be a number' }),
    IsInCents(),
    Min(0),
    Max(LARGEST_SUM),
  ]) {
    decorate(target, key);
  }
};

export class ExtendOfferDto implements ExtendOffer {
  @ApiProperty({ type: 'integer', description: 'The version of the card that was read.' })
  @Version()
  version!: number;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'When it went out; now if left out.' })
  @Optional()
  @Moment()
  extendedAt?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @Optional()
  @Moment()
  expiresAt?: Date;

  @ApiPropertyOptional({ description: 'ISO 4217', example: 'EUR' })
  @Optional()
  @Currency()
  currency?: string;

  @Money()
  base?: number;

  @Money()
  bonus?: number;

  @Money()
  equityValue?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 120 })
  @Optional()
  @IsInt()
  @Min(1)
  @Max(120)
  vestingMonths?: number;

  @Money()
  signOn?: number;

  @Money()
  relocation?: number;
}

export class DecideOfferDto implements DecideOffer {
  @ApiProperty({ type: 'integer', description: 'The version of the offer that was read.' })
  @Version()
  version!: number;

  @ApiProperty({ enum: OFFER_DECISIONS })
  @IsIn(OFFER_DECISIONS)
  decision!: OfferDecision;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Now if left out.' })
  @Optional()
  @Moment()
  decidedAt?: Date;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'The first day, with an acceptance.' })
  @Optional()
  @Day()
  startDate?: LocalDate;
}

export class SetStartDateDto extends VersionDto implements SetStartDate {
  @Nullable({ type: String, format: 'date', description: 'The first day; null if it is no longer agreed.' })
  @ValidateIf((_, value) => value !== null)
  @Day()
  startDate!: LocalDate | null;
}

export class TakeBackDto extends VersionDto implements TakeBack {
  @ApiProperty({ enum: TAKERS_BACK })
  @IsIn(TAKERS_BACK)
  by!: TakerBack;

  @ApiProperty({ maxLength: 200 })
  @Text(200)
  reason!: string;
}

export class CandidacyWithOfferDto extends CandidacyDto implements CandidacyWithOffer {
  @ApiProperty({ format: 'uuid' })
  offerId!: string;
}
