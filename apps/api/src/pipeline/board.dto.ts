import { DECIDERS, type Decider } from '@app/vocabulary/vocabulary.types.js';
import {
  HEALTHS,
  type Health,
  OUTCOMES,
  type Outcome,
  SEARCH_STATUSES,
  SEVERITIES,
  type SearchStatus,
  type Severity,
} from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty } from '@nestjs/swagger';
import {
  type AllowedOnCard,
  type Board,
  type CandidateLabel,
  type Card,
  type CardFlag,
  type EndedCandidacy,
  GIVEN_OUTCOMES,
  type GivenOutcome,
  type PlacedCandidacy,
} from '@app/pipeline/pipeline.types.js';
import { MarketWindowDto } from '../limits/market-window.dto.js';
import { Nullable } from '../http/fields.js';
import { NamedDto, pageOf } from '../http/shapes.dto.js';
import { StageDto } from '../stages/stages.dto.js';

export class CandidateLabelDto implements CandidateLabel {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @Nullable({ type: String })
  title!: string | null;

  @Nullable({ type: String })
  employer!: string | null;
}

export class CardFlagDto implements CardFlag {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  rule!: string;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  @ApiProperty()
  sentence!: string;

  @ApiProperty()
  nextStep!: string;
}

export class AllowedOnCardDto implements AllowedOnCard {
  @ApiProperty({ type: [String], description: 'Ids of the stages it may be moved to.' })
  moveTo!: string[];

  @ApiProperty({ enum: GIVEN_OUTCOMES, isArray: true, description: 'None while an offer awaits its answer.' })
  outcomes!: GivenOutcome[];

  @ApiProperty({
    description: 'An offer may be extended: to one of a running search who has none that awaits its answer.',
  })
  offer!: boolean;
}

export class CardDto implements Card {
  @ApiProperty({ format: 'uuid', description: 'The version of the candidacy that was read.' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ format: 'uuid' })
  stageId!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  stageSince!: Date;

  @ApiProperty({ type: 'integer', description: 'Local days, weekends included.' })
  daysInStage!: number;

  @ApiProperty()
  candidate!: CandidateLabelDto;

  @Nullable({ type: MarketWindowDto, description: 'Null until the first two-way contact.' })
  window!: MarketWindowDto | null;

  @ApiProperty({ type: [CardFlagDto] })
  flags!: CardFlagDto[];

  @ApiProperty()
  allowed!: AllowedOnCardDto;
}

class BoardAllowedDto {
  @ApiProperty()
  addCandidates!: boolean;
}

export class BoardSearchDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: SEARCH_STATUSES })
  status!: SearchStatus;

  @ApiProperty()
  client!: NamedDto;

  @ApiProperty()
  lead!: NamedDto;

  @ApiProperty({ type: 'integer', description: 'Local days since the running episode opened.' })
  day!: number;

  @Nullable({ enum: HEALTHS, description: 'Null once it has closed and there is nothing to watch.' })
  health!: Health | null;

  @Nullable({ type: String, description: 'The sentence of the most pressing flag.' })
  reason!: string | null;

  @Nullable({ type: String })
  nextStep!: string | null;

  @ApiProperty({ description: 'The zone in which days are counted.' })
  officeTimeZone!: string;

  @ApiProperty()
  allowed!: BoardAllowedDto;
}

class PlacedCandidacyDto implements PlacedCandidacy {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  stageId!: string;

  @ApiProperty()
  candidate!: CandidateLabelDto;

  @ApiProperty({ type: String, format: 'date-time' })
  placedAt!: Date;
}

export class BoardDto implements Board {
  @ApiProperty()
  search!: BoardSearchDto;

  @ApiProperty({ type: [StageDto] })
  stages!: StageDto[];

  @ApiProperty({ type: [CardDto] })
  cards!: CardDto[];

  @ApiProperty({ type: [PlacedCandidacyDto], description: 'Who was placed, once the search ended with it.' })
  placed!: PlacedCandidacyDto[];

  @ApiProperty({ type: 'integer' })
  endedCount!: number;
}

export class EndedCandidacyDto implements EndedCandidacy {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  candidate!: CandidateLabelDto;

  @ApiProperty()
  stageLabel!: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome!: Outcome;

  @Nullable({ enum: DECIDERS })
  outcomeBy!: Decider | null;

  @Nullable({ type: String })
  outcomeReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  endedAt!: Date;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class EndedPageDto extends pageOf(EndedCandidacyDto) {}
