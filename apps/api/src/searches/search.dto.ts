import { HEALTHS, type Health, SEARCH_STATUSES, type SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty } from '@nestjs/swagger';
import {
  type AccessAction,
  CLOSE_REASONS,
  type Engagement,
  ENGAGEMENTS,
  type Search,
  type SearchAction,
  type SearchRow,
} from '@app/searches/searches.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Nullable } from '../http/fields.js';
import { CriterionDto } from '../role-templates/role-templates.dto.js';
import { listOf, NamedDto, pageOf } from '../http/shapes.dto.js';

export class SearchRowDto implements SearchRow {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @Nullable({ type: String })
  ref!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'A key of the role templates; an imported search may have another.' })
  roleKey!: string;

  @ApiProperty()
  client!: NamedDto;

  @ApiProperty()
  lead!: NamedDto;

  @ApiProperty({ enum: SEARCH_STATUSES })
  status!: SearchStatus;

  @ApiProperty()
  confidential!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: Date;

  @Nullable({ type: String, format: 'date' })
  targetDate!: LocalDate | null;

  @ApiProperty({ description: "Local midnights in the office's zone since the running episode opened." })
  day!: number;

  @Nullable({ enum: HEALTHS, description: 'Null once the search has ended.' })
  health!: Health | null;

  @Nullable({ type: String, description: 'The sentence of the most pressing flag.' })
  reason!: string | null;

  @Nullable({ type: String })
  nextStep!: string | null;

  @ApiProperty({ description: 'Live candidacies.' })
  activeCount!: number;

  @ApiProperty()
  version!: number;
}

export class SearchPageDto extends pageOf(SearchRowDto) {}

class SearchOfficeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  key!: string;

  @ApiProperty()
  timeZone!: string;
}

class SearchHoldDto {
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;

  @Nullable({ type: String, format: 'date-time' })
  endedAt!: Date | null;

  @Nullable({ type: String })
  reason!: string | null;
}

class SearchAllowedDto implements Record<SearchAction | AccessAction, boolean> {
  @ApiProperty()
  edit!: boolean;

  @ApiProperty()
  addCandidates!: boolean;

  @ApiProperty()
  hold!: boolean;

  @ApiProperty()
  resume!: boolean;

  @ApiProperty()
  close!: boolean;

  @ApiProperty()
  reopen!: boolean;

  @ApiProperty({ description: 'Change the lead, the team and whether it is confidential.' })
  changeAccess!: boolean;

  @ApiProperty({ description: 'Leave its team.' })
  leave!: boolean;
}

export class SearchDto extends SearchRowDto implements Search {
  @ApiProperty()
  office!: SearchOfficeDto;

  @ApiProperty({ enum: ENGAGEMENTS })
  engagement!: Engagement;

  @Nullable({ type: String })
  region!: string | null;

  @ApiProperty({ type: [NamedDto], description: 'The lead first.' })
  team!: NamedDto[];

  @ApiProperty({ type: [CriterionDto], description: 'In order of weight.' })
  criteria!: CriterionDto[];

  @ApiProperty({ type: [SearchHoldDto] })
  holds!: SearchHoldDto[];

  @Nullable({ type: String, format: 'date-time' })
  closedAt!: Date | null;

  @Nullable({ enum: ['placed', ...CLOSE_REASONS] })
  closeReason!: Search['closeReason'];

  @ApiProperty({ description: 'What the reader may do next.' })
  allowed!: SearchAllowedDto;
}

export class SearchListDto extends listOf(SearchDto) {}
