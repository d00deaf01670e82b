import { HEALTHS, type Health, SEARCH_STATUSES, type SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import {
  CLOSE_REASONS,
  type CloseReason,
  type EditSearch,
  type Engagement,
  ENGAGEMENTS,
  type OpenSearch,
  SEARCH_SORTS,
  type SearchFilter,
  type SearchSort,
} from '@app/searches/searches.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Clearable, Day, EachOnce, Filter, Optional, OptionalNullable, Text } from '../http/fields.js';
import { NOT_PAGED, PageQuery } from '../http/page.dto.js';
import { VersionDto } from '../http/shapes.dto.js';
import { Brief, CriterionDto } from '../role-templates/role-templates.dto.js';

/** A hundred people on one search is a mistake, not a team. */
const LARGEST_TEAM = 100;
const LONGEST_ROLE_KEY = 100;

export class SearchesQuery extends PageQuery implements SearchFilter {
  @ApiPropertyOptional({ description: 'Each word must begin a word of the title, the reference or the client.' })
  @Filter()
  @Text(200)
  q?: string;

  @ApiPropertyOptional({ enum: SEARCH_STATUSES })
  @Filter()
  @IsIn(SEARCH_STATUSES)
  status?: SearchStatus;

  @ApiPropertyOptional({ enum: HEALTHS })
  @Filter()
  @IsIn(HEALTHS)
  health?: Health;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  leadId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  clientId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  officeId?: string;

  @ApiPropertyOptional({ description: 'The key of a role template.' })
  @Filter()
  @Text(LONGEST_ROLE_KEY)
  roleKey?: string;

  @ApiPropertyOptional({
    enum: SEARCH_SORTS,
    default: '-opened',
    description: 'With a hyphen the list goes down: `-health` has the worst first. What has no value comes last.',
  })
  @Filter()
  @IsIn(SEARCH_SORTS)
  sort?: SearchSort;
}

export class WholeSearchesQuery extends OmitType(SearchesQuery, NOT_PAGED) {}

export class OpenSearchDto implements OpenSearch {
  @ApiProperty({ minLength: 1, maxLength: LONGEST_ROLE_KEY, description: 'The key of a role template in use.' })
  @Text(LONGEST_ROLE_KEY)
  roleKey!: string;

  @ApiPropertyOptional({ maxLength: 300, description: "The role template's if left out." })
  @Optional()
  @Text(300)
  title?: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  clientId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  officeId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  leadUserId!: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(LARGEST_TEAM)
  @EachOnce()
  @IsUUID(undefined, { each: true })
  teamUserIds?: string[];

  @ApiPropertyOptional({ enum: ENGAGEMENTS, default: 'retained' })
  @Optional()
  @IsIn(ENGAGEMENTS)
  engagement?: Engagement;

  @ApiPropertyOptional({ default: false, description: 'Visible to its team only.' })
  @Optional()
  @IsBoolean()
  confidential?: boolean;

  @OptionalNullable({ type: String, format: 'date' })
  @Clearable()
  @Day()
  targetDate?: LocalDate | null;

  @OptionalNullable({ type: String, maxLength: 100, description: 'Where the seat is.' })
  @Clearable()
  @Text(100)
  region?: string | null;
}

export class EditSearchDto extends VersionDto implements EditSearch {
  @ApiPropertyOptional({ minLength: 1, maxLength: 300 })
  @Optional()
  @Text(300)
  title?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  clientId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Its days and its zone count from now on, for what is past too.',
  })
  @Optional()
  @IsUUID()
  officeId?: string;

  @ApiPropertyOptional({ enum: ENGAGEMENTS })
  @Optional()
  @IsIn(ENGAGEMENTS)
  engagement?: Engagement;

  @OptionalNullable({ type: String, maxLength: 100, description: 'Where the seat is.' })
  @Clearable()
  @Text(100)
  region?: string | null;

  @ApiPropertyOptional({
    type: [CriterionDto],
    description: 'The whole brief, in order of weight: criteria left out are removed.',
  })
  @Optional()
  @Brief()
  criteria?: CriterionDto[];

  @OptionalNullable({ type: String, format: 'date' })
  @Clearable()
  @Day()
  targetDate?: LocalDate | null;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  leadUserId?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsBoolean()
  confidential?: boolean;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'The whole team; the lead always belongs to it.',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(LARGEST_TEAM)
  @EachOnce()
  @IsUUID(undefined, { each: true })
  teamUserIds?: string[];
}

export class HoldSearchDto extends VersionDto {
  @ApiPropertyOptional({ maxLength: 500 })
  @Optional()
  @Text(500)
  reason?: string;
}

export class ResumeSearchDto extends VersionDto {}

export class CloseSearchDto extends VersionDto {
  @ApiProperty({
    enum: CLOSE_REASONS,
    description: 'A placement is not among them: the accepted offer closes its search.',
  })
  @IsIn(CLOSE_REASONS)
  reason!: CloseReason;
}

export class ReopenSearchDto extends VersionDto {}

export class LeaveSearchDto extends VersionDto {}
