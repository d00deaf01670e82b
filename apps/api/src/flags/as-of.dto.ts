import { HEALTHS, type Health, SEVERITIES, type Severity } from '@app/vocabulary/vocabulary.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { STALL_RULE_NAMES, type StallRuleName } from '@app/clocks/clocks.types.js';
import type { AsOfFilter, FirmAsOf, FlagAsOf, SearchAsOf } from '@app/flags/flags.types.js';
import { Filter, Moment, Nullable } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { NamedDto } from '../http/shapes.dto.js';

export class AsOfQuery extends PageQuery implements AsOfFilter {
  @ApiProperty({ type: String, format: 'date-time', description: 'A moment that has passed.' })
  @Moment()
  at!: Date;

  @ApiPropertyOptional({ enum: HEALTHS })
  @Filter()
  @IsIn(HEALTHS)
  health?: Health;

  @ApiPropertyOptional({ enum: STALL_RULE_NAMES })
  @Filter()
  @IsIn(STALL_RULE_NAMES)
  rule?: StallRuleName;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  leadId?: string;
}

export class FlagAsOfDto implements FlagAsOf {
  @ApiProperty({ enum: STALL_RULE_NAMES })
  rule!: StallRuleName;

  @ApiProperty({ enum: SEVERITIES })
  severity!: Severity;

  @Nullable({ type: String, format: 'uuid' })
  candidacyId!: string | null;

  @Nullable({ type: String })
  candidateName!: string | null;

  @ApiProperty()
  sentence!: string;

  @ApiProperty()
  nextStep!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  deadline!: Date;
}

export class SearchAsOfDto implements SearchAsOf {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @Nullable({ type: String })
  ref!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  clientName!: string;

  @ApiProperty({ type: NamedDto })
  lead!: NamedDto;

  @ApiProperty()
  confidential!: boolean;

  @ApiProperty({ enum: HEALTHS })
  health!: Health;

  @ApiProperty()
  day!: number;

  @ApiProperty({ type: [FlagAsOfDto] })
  flags!: FlagAsOfDto[];
}

export class HealthTallyDto implements Record<Health, number> {
  @ApiProperty()
  stalled!: number;

  @ApiProperty()
  at_risk!: number;

  @ApiProperty()
  on_hold!: number;

  @ApiProperty()
  on_track!: number;
}

export class FirmAsOfDto implements FirmAsOf {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ type: [SearchAsOfDto] })
  items!: SearchAsOfDto[];

  @Nullable({ type: String })
  next!: string | null;

  @ApiProperty({ type: HealthTallyDto, description: 'Whatever health was asked for.' })
  counts!: HealthTallyDto;
}
