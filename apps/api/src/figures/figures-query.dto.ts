import type { AskedFigures } from '@app/figures/figures.types.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import { PRACTICES, type Practice } from '@app/role-templates/role-templates.types.js';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { Day, Filter, Text } from '../http/fields.js';
import { SliceQuery } from '../reports/reports.dto.js';

export class FiguresQuery extends SliceQuery implements AskedFigures {
  @ApiPropertyOptional({ enum: PRACTICES })
  @Filter()
  @IsIn(PRACTICES)
  practice?: Practice;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'The first day of opening, where the office of the search is.',
  })
  @Filter()
  @Day()
  openedFrom?: LocalDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'The last day of opening, where the office of the search is.',
  })
  @Filter()
  @Day()
  openedTo?: LocalDate;
}

export class SideBySideQuery extends FiguresQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  otherLeadId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  otherOfficeId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  otherClientId?: string;

  @ApiPropertyOptional({ description: 'The key of a role template.' })
  @Filter()
  @Text(100)
  otherRoleKey?: string;

  @ApiPropertyOptional({ enum: PRACTICES })
  @Filter()
  @IsIn(PRACTICES)
  otherPractice?: Practice;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @Filter()
  @Day()
  otherOpenedFrom?: LocalDate;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @Filter()
  @Day()
  otherOpenedTo?: LocalDate;
}
