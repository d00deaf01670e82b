import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Absence, AddAbsence, ChangeAbsence } from '@app/absences/absences.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { Day, Nullable, Optional, Version } from '../http/fields.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';

const STATES = ['coming', 'now', 'over'] as const;

export class AddAbsenceDto implements AddAbsence {
  @ApiPropertyOptional({ format: 'uuid', description: 'Who is away; yourself when left out.' })
  @Optional()
  @IsUUID()
  userId?: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'deputyUserId must be a colleague' })
  deputyUserId!: string;

  @ApiProperty({ type: String, format: 'date' })
  @Day()
  firstDay!: LocalDate;

  @ApiProperty({ type: String, format: 'date', description: 'The last day away, included.' })
  @Day()
  lastDay!: LocalDate;
}

export class ChangeAbsenceDto implements ChangeAbsence {
  @ApiProperty({ description: 'The version that was read.' })
  @Version()
  version!: number;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID(undefined, { message: 'deputyUserId must be a colleague' })
  deputyUserId?: string;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @Optional()
  @Day()
  firstDay?: LocalDate;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @Optional()
  @Day()
  lastDay?: LocalDate;
}

class AbsenceAllowedDto {
  @ApiProperty()
  change!: boolean;
}

export class AbsenceDto implements Absence {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  user!: NamedDto;

  @ApiProperty()
  deputy!: NamedDto;

  @ApiProperty({ type: String, format: 'date' })
  firstDay!: LocalDate;

  @ApiProperty({ type: String, format: 'date' })
  lastDay!: LocalDate;

  @ApiProperty()
  version!: number;

  @ApiProperty({ enum: STATES, description: "By the calendar of the person's office." })
  state!: Absence['state'];

  @ApiProperty({ description: 'What it changes, as a sentence.' })
  effect!: string;

  @Nullable({ type: String, description: 'A warning if the deputy is away too.' })
  warning!: string | null;

  @ApiProperty()
  allowed!: AbsenceAllowedDto;
}

export class AbsenceListDto extends listOf(AbsenceDto, 'Coming, present, and those over for less than three months.') {}
