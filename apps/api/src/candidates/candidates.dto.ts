import { OUTCOMES } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import {
  type Article14,
  ARTICLE14_STATES,
  type Article14State,
  type Candidate,
  CANDIDATE_SORTS,
  type CandidateSort,
  type CandidateFields,
  type CandidateRow,
  type CandidacyOverview,
  type EditCandidate,
  type Layer,
  LAYERS,
  type SetArticle14,
  type Signal,
  SIGNALS,
} from '@app/candidates/candidates.types.js';
import { OVERRIDE_REASONS, type OverrideReason } from '@app/tombstones/tombstones.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { MarketWindowDto } from '../limits/market-window.dto.js';
import {
  Clearable,
  Country,
  Day,
  EachOnce,
  Email,
  Filter,
  Moment,
  Nullable,
  Optional,
  OptionalNullable,
  Phone,
  Text,
  Version,
  WebAddress,
} from '../http/fields.js';
import { NOT_PAGED, PageQuery } from '../http/page.dto.js';
import { NamedDto, pageOf, TitledDto } from '../http/shapes.dto.js';

export class CandidatesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Each word must begin a word of the name, the title or the employer.' })
  @Filter()
  @Text(200)
  q?: string;

  @ApiPropertyOptional({ description: 'Each word must begin a word of the city.', example: 'Berlin' })
  @Filter()
  @Text(200)
  city?: string;

  @ApiPropertyOptional({ description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Filter()
  @Country()
  country?: string;

  @ApiPropertyOptional({ enum: LAYERS })
  @Filter()
  @IsIn(LAYERS)
  layer?: Layer;

  @ApiPropertyOptional({ enum: SIGNALS })
  @Filter()
  @IsIn(SIGNALS)
  signal?: Signal;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Whether they are in a running search that you may see.',
  })
  @Filter()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';

  @ApiPropertyOptional({
    enum: CANDIDATE_SORTS,
    default: 'name',
    description: 'With a hyphen the list goes down. What has no value comes last.',
  })
  @Filter()
  @IsIn(CANDIDATE_SORTS)
  sort?: CandidateSort;
}

export class WholeCandidatesQuery extends OmitType(CandidatesQuery, NOT_PAGED) {}

class OptionalCandidateFields {
  @OptionalNullable({ type: String, format: 'email' })
  @Clearable()
  @Email()
  email?: string | null;

  @OptionalNullable({ type: String, example: '+49 30 901820' })
  @Clearable()
  @Phone()
  phone?: string | null;

  @OptionalNullable({ type: String, format: 'uri' })
  @Clearable()
  @WebAddress()
  profileUrl?: string | null;

  @OptionalNullable({ type: String, maxLength: 200 })
  @Clearable()
  @Text(200)
  city?: string | null;

  @OptionalNullable({ type: String, description: 'ISO 3166-1, two letters.', example: 'DE' })
  @Clearable()
  @Country()
  country?: string | null;

  @OptionalNullable({ type: String, maxLength: 300 })
  @Clearable()
  @Text(300)
  title?: string | null;

  @OptionalNullable({ type: String, maxLength: 300 })
  @Clearable()
  @Text(300)
  employer?: string | null;

  @OptionalNullable({ enum: LAYERS })
  @Clearable()
  @IsIn(LAYERS)
  layer?: Layer | null;

  @ApiPropertyOptional({ enum: SIGNALS, isArray: true })
  @Optional()
  @IsArray()
  @ArrayMaxSize(SIGNALS.length)
  @EachOnce()
  @IsIn(SIGNALS, { each: true })
  signals?: Signal[];

  @OptionalNullable({ type: String, maxLength: 200, description: 'How we came to know them.' })
  @Clearable()
  @Text(200)
  source?: string | null;

  @OptionalNullable({
    type: String,
    format: 'date',
    description: 'The day since which they have been in the market, if they said so.',
  })
  @Clearable()
  @Day()
  inMarketSince?: LocalDate | null;

  @ApiPropertyOptional({
    enum: OVERRIDE_REASONS,
    description:
      'Keeps a person who asked to be forgotten, and says why. For partners and admins. `somebody_else` keeps this record alone; the others lift the tombstone.',
  })
  @Optional()
  @IsIn(OVERRIDE_REASONS)
  despiteErasure?: OverrideReason;
}

export class AddCandidateDto extends OptionalCandidateFields implements CandidateFields {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @Text(300)
  name!: string;
}

export class EditCandidateDto extends OptionalCandidateFields implements EditCandidate {
  @ApiProperty()
  @Version()
  version!: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 300 })
  @Optional()
  @Text(300)
  name?: string;
}

export class SetArticle14Dto implements SetArticle14 {
  @ApiProperty({ type: 'integer', description: 'The version of the candidate that was read.' })
  @Version()
  version!: number;

  @ApiProperty({ enum: ARTICLE14_STATES })
  @IsIn(ARTICLE14_STATES)
  state!: Article14State;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'When the notice was sent; now if left out.' })
  @Optional()
  @Moment()
  at?: Date;

  @ApiPropertyOptional({ maxLength: 1000, description: 'Why they need not be told, with an exemption.' })
  @Optional()
  @Text(1000)
  reason?: string;
}

export class CandidateRowDto implements CandidateRow {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @Nullable({ type: String, description: 'The id they had where they were imported from.' })
  ref!: string | null;

  @ApiProperty()
  name!: string;

  @Nullable({ type: String })
  title!: string | null;

  @Nullable({ type: String })
  employer!: string | null;

  @Nullable({ type: String })
  city!: string | null;

  @Nullable({ type: String })
  country!: string | null;

  @Nullable({ enum: LAYERS })
  layer!: Layer | null;

  @ApiProperty({ enum: SIGNALS, isArray: true })
  signals!: Signal[];

  @Nullable({ type: String })
  source!: string | null;

  @ApiProperty({ description: 'Running searches that they are in and the reader may see.' })
  activeSearches!: number;

  @ApiProperty()
  version!: number;
}

export class CandidatePageDto extends pageOf(CandidateRowDto) {}

class CandidacyOverviewDto implements CandidacyOverview {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  search!: TitledDto;

  @ApiProperty()
  stageLabel!: string;

  @Nullable({ enum: OUTCOMES })
  outcome!: CandidacyOverview['outcome'];

  @Nullable({ type: MarketWindowDto })
  window!: MarketWindowDto | null;
}

class AllowedOnArticle14Dto {
  @ApiProperty()
  exempt!: boolean;
}

class Article14Dto implements Article14 {
  @ApiProperty({ enum: ARTICLE14_STATES })
  state!: Article14State;

  @Nullable({ type: String, format: 'date-time' })
  at!: Date | null;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @Nullable({ type: String })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'date', description: 'The last day to tell them.' })
  dueOn!: LocalDate;

  @ApiProperty()
  allowed!: AllowedOnArticle14Dto;
}

class AllowedOnCandidateDto {
  @ApiProperty({ description: 'See, export and erase what is held about them.' })
  erase!: boolean;
}

export class CandidateDto extends CandidateRowDto implements Candidate {
  @Nullable({ type: String })
  email!: string | null;

  @Nullable({ type: String })
  phone!: string | null;

  @Nullable({ type: String })
  profileUrl!: string | null;

  @Nullable({ type: String, format: 'date' })
  inMarketSince!: LocalDate | null;

  @ApiProperty({ description: 'Whether they were told that and why the firm keeps their data.' })
  article14!: Article14Dto;

  @ApiProperty({ description: 'They asked to be forgotten, and nothing about them is kept.' })
  erased!: boolean;

  @ApiProperty()
  allowed!: AllowedOnCandidateDto;

  @ApiProperty({ type: [CandidacyOverviewDto], description: 'In searches the reader may see, the latest first.' })
  candidacies!: CandidacyOverviewDto[];
}
