import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  TIMELINE_KINDS,
  type TimelineEntry,
  type TimelineFilter,
  type TimelineKind,
} from '@app/timeline/timeline.types.js';
import { ActivitiesQuery, WithdrawalDto } from '../activities/activities.dto.js';
import { Filter, Nullable } from '../http/fields.js';
import { NamedDto, pageOf, TitledDto } from '../http/shapes.dto.js';

export class TimelineQuery extends ActivitiesQuery implements TimelineFilter {
  @ApiPropertyOptional({ enum: TIMELINE_KINDS })
  @Filter()
  @IsIn(TIMELINE_KINDS)
  kind?: TimelineKind;
}

class TimelineEntryDto implements TimelineEntry {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: TIMELINE_KINDS })
  kind!: TimelineKind;

  @ApiProperty({
    description:
      'The kind of activity, the stage moved to, what became of an offer (`extended` at first), of a candidacy, or of a search (`opened`, `held`, `resumed`, `closed`, `reopened`).',
  })
  what!: string;

  @Nullable({ type: String, description: 'The stage moved from; who decided that a candidacy ends.' })
  from!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto })
  by!: NamedDto | null;

  @Nullable({ type: String })
  text!: string | null;

  @Nullable({ type: 'integer', description: 'Of an activity.' })
  version!: number | null;

  @Nullable({ type: WithdrawalDto, description: 'Withdrawn, corrected or called off: it no longer counts.' })
  voided!: WithdrawalDto | null;

  @ApiProperty({ description: 'The reader may correct or withdraw it.' })
  changeable!: boolean;

  @Nullable({ type: TitledDto })
  search!: TitledDto | null;

  @Nullable({ type: NamedDto })
  candidate!: NamedDto | null;

  @Nullable({ type: NamedDto })
  contact!: NamedDto | null;

  @ApiProperty({ type: [NamedDto], description: 'Colleagues who are named in it.' })
  mentions!: NamedDto[];
}

export class TimelinePageDto extends pageOf(TimelineEntryDto) {}
