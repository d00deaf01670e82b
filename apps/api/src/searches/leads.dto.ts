import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID, ValidateNested } from 'class-validator';
import type { LeadChanges } from '@app/hand-over/hand-over.types.js';
import type { LeadChange, LedSearch } from '@app/searches/searches.types.js';
import { Version } from '../http/fields.js';
import { RefusedAloneDto } from '../http/refused-alone.dto.js';

/** A page of the list. */
const AT_ONCE = 100;

export class LeadChangeDto implements LeadChange {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  searchId!: string;

  @ApiProperty({ type: 'integer', description: 'The version of the search that was read.' })
  @Version()
  version!: number;

  @ApiProperty({ format: 'uuid', description: 'Who is to lead it.' })
  @IsUUID()
  leadUserId!: string;
}

export class ChangeLeadsDto {
  @ApiProperty({
    type: [LeadChangeDto],
    minItems: 1,
    maxItems: AT_ONCE,
    description: 'Each search at most once.',
    example: [
      {
        searchId: '01890a5d-ac96-774b-bcce-b302099a8057',
        version: 3,
        leadUserId: '01890a5d-ac96-774b-bcce-b302099a8058',
      },
    ],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(AT_ONCE)
  @ArrayUnique(({ searchId }: LeadChangeDto) => searchId, { message: '$property must not name a search twice' })
  @ValidateNested({ each: true })
  @Type(() => LeadChangeDto)
  changes!: LeadChangeDto[];
}

export class LedSearchDto implements LedSearch {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ format: 'uuid' })
  leadUserId!: string;

  @ApiProperty({ format: 'uuid', description: 'Who led it before.' })
  beforeUserId!: string;
}

export class LeadChangesDto implements LeadChanges {
  @ApiProperty({ type: [LedSearchDto] })
  items!: LedSearchDto[];

  @ApiProperty({ type: [RefusedAloneDto] })
  refused!: RefusedAloneDto[];
}
