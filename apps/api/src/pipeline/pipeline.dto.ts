import { DECIDERS, type Decider } from '@app/vocabulary/vocabulary.types.js';
import { OFFER_DECISIONS, OUTCOMES, type OfferDecision, type Outcome } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  type AddCandidacy,
  type Candidacy,
  type CorrectMove,
  type EndCandidacy,
  GIVEN_OUTCOMES,
  type GivenOutcome,
  type Move,
  type MoveCandidacy,
  type OfferSummary,
  type ReactivateCandidacy,
} from '@app/pipeline/pipeline.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { ActivityDto } from '../activities/activities.dto.js';
import { Nullable, Optional, Text } from '../http/fields.js';
import { CardDto } from './board.dto.js';
import { NamedDto, TitledDto, VersionDto } from '../http/shapes.dto.js';

const LONGEST_REASON = 500;

export class AddCandidacyDto implements AddCandidacy {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  candidateId!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The first stage if left out.' })
  @Optional()
  @IsUUID()
  stageId?: string;
}

export class MoveCandidacyDto extends VersionDto implements MoveCandidacy {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toStageId!: string;

  @ApiPropertyOptional({ maxLength: LONGEST_REASON })
  @Optional()
  @Text(LONGEST_REASON)
  reason?: string;
}

export class EndCandidacyDto extends VersionDto implements EndCandidacy {
  @ApiProperty({ enum: GIVEN_OUTCOMES, description: '`placed` comes from an accepted offer only.' })
  @IsIn(GIVEN_OUTCOMES)
  outcome!: GivenOutcome;

  @ApiProperty({ enum: DECIDERS, description: 'Who decided.' })
  @IsIn(DECIDERS)
  by!: Decider;

  @ApiProperty({ maxLength: LONGEST_REASON, example: 'took_another_offer' })
  @Text(LONGEST_REASON)
  reason!: string;
}

export class ReactivateCandidacyDto extends VersionDto implements ReactivateCandidacy {}

export class CorrectMoveDto extends VersionDto implements CorrectMove {
  @ApiProperty({ format: 'uuid', description: 'It is the latest move still in force, and not the first.' })
  @IsUUID()
  moveId!: string;

  @ApiProperty({ maxLength: LONGEST_REASON })
  @Text(LONGEST_REASON)
  reason!: string;
}

export class MoveDto implements Move {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @Nullable({ type: String })
  fromStageLabel!: string | null;

  @ApiProperty()
  toStageLabel!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @Nullable({ type: String })
  reason!: string | null;

  @ApiProperty({ description: 'A later fact says that it was a mistake.' })
  voided!: boolean;

  @ApiProperty({ description: 'It may be corrected now.' })
  correctable!: boolean;
}

export class OfferSummaryDto implements OfferSummary {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  extendedAt!: Date;

  @Nullable({ type: String, format: 'date-time' })
  expiresAt!: Date | null;

  @Nullable({ type: String, format: 'date-time' })
  decidedAt!: Date | null;

  @Nullable({ enum: OFFER_DECISIONS })
  decision!: OfferDecision | null;

  @Nullable({ type: String, description: 'ISO 4217' })
  currency!: string | null;

  @Nullable({ type: Number, description: 'Per year.' })
  base!: number | null;

  @Nullable({ type: Number, description: 'Per year.' })
  bonus!: number | null;

  @Nullable({ type: Number, description: 'Over the whole vesting period.' })
  equityValue!: number | null;

  @Nullable({ type: Number })
  signOn!: number | null;

  @Nullable({ type: String, format: 'date', description: 'The first day.' })
  startDate!: LocalDate | null;

  @Nullable({ type: String, format: 'date-time', description: 'When the acceptance was taken back.' })
  takenBackAt!: Date | null;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class CandidacyDto implements Candidacy {
  @ApiProperty()
  card!: CardDto;

  @ApiProperty()
  search!: TitledDto;

  @Nullable({ enum: OUTCOMES })
  outcome!: Outcome | null;

  @Nullable({ enum: DECIDERS })
  outcomeBy!: Decider | null;

  @Nullable({ type: String })
  outcomeReason!: string | null;

  @Nullable({ type: String, format: 'date-time' })
  endedAt!: Date | null;

  @ApiProperty({ type: [MoveDto], description: 'In the order they were made, voided ones too.' })
  moves!: MoveDto[];

  @ApiProperty({ type: [ActivityDto], description: 'Newest first.' })
  activities!: ActivityDto[];

  @ApiProperty({ type: [OfferSummaryDto] })
  offers!: OfferSummaryDto[];
}
