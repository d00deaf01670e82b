import { FIGURE_NAMES, type FigureName } from '@app/figures/figures.types.js';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, Matches, MaxLength } from 'class-validator';
import {
  CANDIDATE_COLUMNS,
  CLIENT_COLUMNS,
  SEARCH_COLUMNS,
  SHEET_FORMATS,
  type SheetFormat,
} from '@app/sheets/sheets.types.js';
import { WholeCandidatesQuery } from '../candidates/candidates.dto.js';
import { WholeClientsQuery } from '../clients/clients.dto.js';
import { FiguresQuery } from '../figures/figures-query.dto.js';
import { Filter } from '../http/fields.js';
import { NOT_PAGED } from '../http/page.dto.js';
import { MailLogQuery } from '../mail-log/mail-log.dto.js';
import { WholeSearchesQuery } from '../searches/searches.dto.js';
import { TodayQuery } from '../today/today.dto.js';

const LONGEST_CHOICE = 200;

const Format = (): PropertyDecorator => applyDecorators(ApiProperty({ enum: SHEET_FORMATS }), IsIn(SHEET_FORMATS));

/** Some of these, with dots between them. */
function Columns(names: readonly string[]): PropertyDecorator {
  const one = `(${names.join('|')})`;
  const pattern = `^${one}(\\.${one})*$`;
  return applyDecorators(
    ApiPropertyOptional({
      pattern,
      maxLength: LONGEST_CHOICE,
      example: names.slice(0, 2).join('.'),
      description: `Some of ${names.join(', ')}; those the list begins with if left out.`,
    }),
    Filter(),
    MaxLength(LONGEST_CHOICE),
    Matches(new RegExp(pattern), { message: `$property must be some of ${names.join(', ')}, with dots between them` }),
  );
}

export class CandidateSheetQuery extends WholeCandidatesQuery {
  @Format()
  format!: SheetFormat;

  @Columns(CANDIDATE_COLUMNS)
  columns?: string;
}

export class SearchSheetQuery extends WholeSearchesQuery {
  @Format()
  format!: SheetFormat;

  @Columns(SEARCH_COLUMNS)
  columns?: string;
}

export class ClientSheetQuery extends WholeClientsQuery {
  @Format()
  format!: SheetFormat;

  @Columns(CLIENT_COLUMNS)
  columns?: string;
}

export class FigureSheetQuery extends FiguresQuery {
  @Format()
  format!: SheetFormat;

  @ApiProperty({ enum: FIGURE_NAMES })
  @IsIn(FIGURE_NAMES)
  figure!: FigureName;
}

/** Of a list whose columns are not chosen. */
export class SheetQuery {
  @Format()
  format!: SheetFormat;
}

export class MailLogSheetQuery extends OmitType(MailLogQuery, NOT_PAGED) {
  @Format()
  format!: SheetFormat;
}

export class TodaySheetQuery extends OmitType(TodayQuery, NOT_PAGED) {
  @Format()
  format!: SheetFormat;
}
