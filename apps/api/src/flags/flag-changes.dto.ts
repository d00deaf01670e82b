import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { FLAG_VERBS, type FlagChange, type FlagChanges } from '@app/flags/flags.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Day, Text } from '../http/fields.js';
import { RefusedAloneDto } from '../http/refused-alone.dto.js';
import { FlagDto } from './flags.dto.js';

/** So many at once. */
const MOST_CHANGES = 200;

export class OneFlagChangeDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  flagId!: string;

  @ApiProperty({ enum: FLAG_VERBS })
  @IsIn(FLAG_VERBS)
  verb!: FlagChange['verb'];

  @ApiPropertyOptional({
    maxLength: 500,
    description: 'For `acknowledge`: why it waits. For `assign`, where said: why.',
  })
  @ValidateIf(
    ({ verb, reason }: OneFlagChangeDto) => verb === 'acknowledge' || (verb === 'assign' && reason !== undefined),
  )
  @Text(500)
  reason!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'For `snooze`: it returns when this day begins at the office.',
  })
  @ValidateIf(({ verb }: OneFlagChangeDto) => verb === 'snooze')
  @Day()
  until!: LocalDate;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'For `assign`: null gives it back to the lead.',
  })
  @ValidateIf(({ verb, userId }: OneFlagChangeDto) => verb === 'assign' && userId !== null)
  @IsUUID()
  userId!: string | null;
}

export class ChangeFlagsDto {
  @ApiProperty({
    type: [OneFlagChangeDto],
    minItems: 1,
    maxItems: MOST_CHANGES,
    example: [
      {
        flagId: '01890a5d-ac96-774b-bcce-b302099a8057',
        verb: 'acknowledge',
        reason: 'The client is away until Monday',
      },
    ],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHANGES)
  @ValidateNested({ each: true })
  @Type(() => OneFlagChangeDto)
  changes!: OneFlagChangeDto[];
}

export class FlagChangesDto implements FlagChanges {
  @ApiProperty({ type: [FlagDto] })
  items!: FlagDto[];

  @ApiProperty({ type: [RefusedAloneDto] })
  refused!: RefusedAloneDto[];
}
