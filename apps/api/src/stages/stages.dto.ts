import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { EditStages, StagesRecord, StageVersion, WantedStage } from '@app/stage-edits/stage-edits.types.js';
import { type Stage, STAGE_KINDS, type StageKind } from '@app/stages/stages.types.js';
import { Clearable, Nullable, OptionalNullable, Text, Version } from '../http/fields.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';

/** More columns than anybody looks along. */
const MOST_STAGES = 40;
const LONGEST_BUDGET = 250;

export class StageDto implements Stage {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'What import files call it.' })
  key!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty({ enum: STAGE_KINDS })
  kind!: StageKind;

  @ApiProperty()
  position!: number;

  @Nullable({ type: 'integer', description: 'Null if it has no budget of its own.' })
  budgetWorkingDays!: number | null;

  @ApiProperty({ description: 'Nobody can be put there any more.' })
  archived!: boolean;
}

class StagesAllowedDto {
  @ApiProperty()
  edit!: boolean;
}

export class StagesDto implements StagesRecord {
  @ApiProperty({ type: 'integer', description: 'Increases with every change of a stage.' })
  version!: number;

  @ApiProperty({ type: [StageDto], description: 'In use, in the order of the process.' })
  items!: StageDto[];

  @ApiProperty({ type: [StageDto], description: 'No longer in use.' })
  archived!: StageDto[];

  @ApiProperty()
  allowed!: StagesAllowedDto;
}

class WantedStageDto implements WantedStage {
  @OptionalNullable({ type: String, format: 'uuid', description: 'Left out or null for a new stage.' })
  @Clearable()
  @IsUUID()
  id?: string | null;

  @ApiProperty({ minLength: 1, maxLength: 60 })
  @Text(60)
  label!: string;

  @ApiProperty({ enum: STAGE_KINDS, description: 'Stays as it is for a stage that exists.' })
  @IsIn(STAGE_KINDS)
  kind!: StageKind;

  @Nullable({
    type: 'integer',
    minimum: 1,
    maximum: LONGEST_BUDGET,
    description: 'Working days a candidate may stay; null for a share of the market window.',
  })
  @Clearable()
  @IsInt()
  @Min(1)
  @Max(LONGEST_BUDGET)
  budgetWorkingDays!: number | null;
}

export class EditStagesDto implements EditStages {
  @ApiProperty({ type: 'integer', description: 'The version that was read.' })
  @Version()
  version!: number;

  @ApiProperty({
    type: [WantedStageDto],
    description: 'All stages in their order: those left out are archived, archived ones that are named come back.',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STAGES)
  @ValidateNested({ each: true })
  @Type(() => WantedStageDto)
  stages!: WantedStageDto[];
}

class StageVersionDto implements StageVersion {
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto, description: 'Null if it came with an import or with the founding of the firm.' })
  by!: NamedDto | null;

  @ApiProperty({ type: [String], description: 'What differs from the previous version, one sentence each.' })
  changes!: string[];
}

export class StageVersionListDto extends listOf(StageVersionDto, 'The latest 50, the newest first.') {}
