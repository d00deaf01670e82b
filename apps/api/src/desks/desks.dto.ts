import {
  type Desk,
  type DeskDays,
  DESKS,
  MOST_PEOPLE,
  type PersonInPlay,
  type SearchFigures,
  type StageStays,
  type Stay,
  type Stretch,
} from '@app/desks/desks.types.js';
import { ApiProperty } from '@nestjs/swagger';
import { Nullable } from '../http/fields.js';

const BUDGET = { type: Number, description: 'Working days; null for a stage without a budget.' } as const;

export class DeskDaysDto implements DeskDays {
  @ApiProperty({ description: 'While the search was on hold.' })
  hold!: number;

  @ApiProperty({ description: 'While an offer was undecided.' })
  candidate!: number;

  @ApiProperty({ description: 'While the client owed a word.' })
  client!: number;

  @ApiProperty({ description: 'All others.' })
  firm!: number;
}

export class StretchDto implements Stretch {
  @ApiProperty()
  from!: Date;

  @ApiProperty({ description: 'No longer in it.' })
  to!: Date;

  @ApiProperty({ enum: DESKS })
  desk!: Desk;
}

export class StayDto implements Stay {
  @ApiProperty({ format: 'uuid' })
  stageId!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  from!: Date;

  @ApiProperty()
  to!: Date;

  @ApiProperty({ description: 'Whether they stand there still.' })
  standing!: boolean;

  @ApiProperty({ description: 'Working days passed, those on hold taken out.' })
  workingDays!: number;

  @Nullable(BUDGET)
  budgetDays!: number | null;

  @ApiProperty({ description: 'Whether the budget was used up there.' })
  overBudget!: boolean;
}

export class PersonInPlayDto implements PersonInPlay {
  @ApiProperty({ format: 'uuid' })
  candidacyId!: string;

  @ApiProperty({ format: 'uuid' })
  candidateId!: string;

  @ApiProperty()
  candidateName!: string;

  @ApiProperty({ description: 'The first move beyond sourcing, or the opening of the episode.' })
  from!: Date;

  @ApiProperty({ description: 'The end of the candidacy, the closing, or now.' })
  to!: Date;

  @ApiProperty({ type: DeskDaysDto })
  days!: DeskDaysDto;

  @ApiProperty({ type: [StretchDto], description: 'One after the other, without a gap.' })
  stretches!: StretchDto[];

  @ApiProperty({ type: [StayDto] })
  stays!: StayDto[];
}

export class StageStaysDto implements StageStays {
  @ApiProperty({ format: 'uuid' })
  stageId!: string;

  @ApiProperty()
  label!: string;

  @Nullable(BUDGET)
  budgetDays!: number | null;

  @ApiProperty({ description: 'How often somebody stood there.' })
  stays!: number;

  @ApiProperty({ description: 'How many of these stays go on.' })
  standing!: number;

  @ApiProperty({ description: 'In how many of them the budget was used up.' })
  overBudget!: number;

  @ApiProperty({ description: 'The longest of them, in working days.' })
  longestDays!: number;
}

export class SearchFiguresDto implements SearchFigures {
  @ApiProperty({ description: 'Whose desk, in one sentence.' })
  definition!: string;

  @ApiProperty({ description: 'The opening or last reopening.' })
  openedAt!: Date;

  @Nullable({ type: Date, description: 'Null while it runs.' })
  closedAt!: Date | null;

  @ApiProperty({ description: 'Elapsed days, those on hold included: the sum of the days on all desks.' })
  ageDays!: number;

  @ApiProperty({ type: DeskDaysDto })
  days!: DeskDaysDto;

  @ApiProperty({ type: [StretchDto], description: 'One after the other, without a gap.' })
  stretches!: StretchDto[];

  @ApiProperty({ description: 'How many people came into play.' })
  inPlay!: number;

  @ApiProperty({ type: [PersonInPlayDto], description: `Of them the last ${MOST_PEOPLE}, in the order they came.` })
  people!: PersonInPlayDto[];

  @ApiProperty({ type: [StageStaysDto], description: 'In the order of the process.' })
  stages!: StageStaysDto[];

  @Nullable({ type: String, description: 'What is said where nobody has come into play.' })
  words!: string | null;
}
