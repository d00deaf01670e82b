import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  type AddedNewcomer,
  type AddedNewcomers,
  type AddNewcomers,
  type JudgedPerson,
  LISTED_FIELDS,
  type ListedPerson,
  type ListedProblem,
  MOST_NEWCOMERS,
  type Newcomer,
  NEWCOMER_STATES,
} from '@app/newcomers/newcomers.types.js';
import type { PossibleDuplicate } from '@app/platform/persons/possible-duplicates.js';
import { AddCandidateDto } from '../candidates/candidates.dto.js';
import { Clearable, Nullable, Optional, OptionalNullable } from '../http/fields.js';
import { RefusedAloneDto } from '../http/refused-alone.dto.js';

/** Longer than any field takes, so that a preview can say so. */
const LONGEST_TYPED = 2_000;

/** As it was typed; what is wrong with it the preview says. */
function Typed(target: object, field: string): void {
  OptionalNullable({ type: String, maxLength: LONGEST_TYPED })(target, field);
  Clearable()(target, field);
  IsString()(target, field);
  MaxLength(LONGEST_TYPED)(target, field);
}

export class ListedPersonDto implements ListedPerson {
  @Typed
  name?: string | null;

  @Typed
  title?: string | null;

  @Typed
  employer?: string | null;

  @Typed
  email?: string | null;

  @Typed
  phone?: string | null;

  @Typed
  profileUrl?: string | null;

  @Typed
  city?: string | null;

  @Typed
  country?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'They are known: what else is said of them is not read.' })
  @Optional()
  @IsUUID()
  candidateId?: string;
}

class ForSearchDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'The search they are to be in.' })
  @Optional()
  @IsUUID()
  searchId?: string;
}

export class PreviewNewcomersDto extends ForSearchDto {
  @ApiProperty({
    type: [ListedPersonDto],
    minItems: 1,
    maxItems: MOST_NEWCOMERS,
    example: [{ name: 'Simulated Person', email: 'person@firm.example', employer: 'Simulated Robotics' }],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_NEWCOMERS)
  @ValidateNested({ each: true })
  @Type(() => ListedPersonDto)
  people!: ListedPersonDto[];
}

export class NewcomerDto extends PickType(AddCandidateDto, LISTED_FIELDS) implements Newcomer {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'They are known: no record is made, and this candidate goes into the search.',
  })
  @Optional()
  @IsUUID()
  candidateId?: string;

  @ApiPropertyOptional({ description: 'Somebody else, although a known person has the same address, number or link.' })
  @Optional()
  @IsBoolean()
  force?: boolean;
}

export class AddNewcomersDto extends ForSearchDto implements AddNewcomers {
  @ApiPropertyOptional({ format: 'uuid', description: 'The stage they begin in; the first if left out.' })
  @Optional()
  @IsUUID()
  stageId?: string;

  @ApiProperty({
    type: [NewcomerDto],
    minItems: 1,
    maxItems: MOST_NEWCOMERS,
    example: [{ name: 'Simulated Person', email: 'person@firm.example', employer: 'Simulated Robotics' }],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_NEWCOMERS)
  @ValidateNested({ each: true })
  @Type(() => NewcomerDto)
  people!: NewcomerDto[];
}

class ListedProblemDto implements ListedProblem {
  @ApiProperty({ enum: LISTED_FIELDS })
  field!: ListedProblem['field'];

  @ApiProperty({ example: 'The email must be an email address.' })
  sentence!: string;
}

class KnownPersonDto implements PossibleDuplicate {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['email', 'phone', 'profileUrl'], isArray: true, description: 'What is the same.' })
  same!: PossibleDuplicate['same'];

  @ApiProperty({ description: 'They are in the search, or were.' })
  inSearch!: boolean;
}

class JudgedPersonDto implements JudgedPerson {
  @ApiProperty({ enum: NEWCOMER_STATES })
  state!: JudgedPerson['state'];

  @ApiProperty({ type: [ListedProblemDto], description: 'Why they cannot be added like this.' })
  problems!: ListedProblemDto[];

  @ApiProperty({ type: [KnownPersonDto], description: 'Who is here already with the same address, number or link.' })
  duplicates!: KnownPersonDto[];

  @Nullable({ type: Number, description: 'Who above in the list has the same, counted from 0.' })
  sameAs!: number | null;
}

export class JudgedPeopleDto {
  @ApiProperty({ type: [JudgedPersonDto], description: 'In the order of the list.' })
  items!: JudgedPersonDto[];
}

class BegunDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  version!: number;
}

class AddedNewcomerDto implements AddedNewcomer {
  @ApiProperty({ description: 'Which of the list, counted from 0.' })
  at!: number;

  @ApiProperty({ format: 'uuid' })
  candidateId!: string;

  @ApiProperty({ description: 'A record was made for them.' })
  isNew!: boolean;

  @Nullable({ type: BegunDto, description: 'Their candidacy, if a search was named.' })
  candidacy!: BegunDto | null;
}

export class AddedNewcomersDto implements AddedNewcomers {
  @ApiProperty({ type: [AddedNewcomerDto] })
  items!: AddedNewcomerDto[];

  @ApiProperty({ type: [RefusedAloneDto] })
  refused!: RefusedAloneDto[];
}
