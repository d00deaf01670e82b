import { FILE_STATES } from '@app/import-files/import-files.types.js';
import { IMPORT_STATES } from '@app/imports/imports.types.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { ImportRun, ImportState, ImportSummary } from '@app/imports/imports.types.js';
import {
  type FileProgress,
  IMPORT_FILES,
  type ImportFileName,
  type RefusalSummary,
} from '@app/import-files/import-files.types.js';
import { Optional } from '../http/fields.js';
import { pageOf } from '../http/shapes.dto.js';

export class StartImportQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'True checks everything and changes nothing.' })
  @Optional()
  @IsIn(['true', 'false'])
  check?: 'true' | 'false';
}

export class RefusedRowsQuery {
  @ApiPropertyOptional({
    enum: IMPORT_FILES,
    description: 'Whose refused rows; may be left out where rows of one file only were refused.',
  })
  @Optional()
  @IsIn(IMPORT_FILES)
  file?: ImportFileName;
}

/** What the form carries; the files themselves are read as they come. */
export class ImportFilesDto {
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'binary' }, maxItems: IMPORT_FILES.length })
  files!: unknown[];
}

export class FileProgressDto implements FileProgress {
  @ApiProperty({ type: String })
  name!: ImportFileName;

  @ApiProperty({ description: 'Rows read so far.' })
  rows!: number;

  @ApiProperty()
  kept!: number;

  @ApiProperty()
  refused!: number;

  @ApiProperty({ enum: FILE_STATES, description: '`refused`: nothing from the file was kept.' })
  state!: FileProgress['state'];
}

export class RefusalDto implements RefusalSummary {
  @ApiProperty()
  file!: string;

  @ApiProperty({ description: 'As a spreadsheet counts: the header is row 1.' })
  row!: number;

  @ApiProperty({ type: String, nullable: true })
  column!: string | null;

  @ApiProperty()
  sentence!: string;
}

export class ImportSummaryDto implements ImportSummary {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: IMPORT_STATES })
  state!: ImportState;

  @ApiProperty()
  checkOnly!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  problem!: string | null;

  @ApiProperty({ type: [FileProgressDto] })
  files!: FileProgressDto[];

  @ApiProperty({ type: [String], description: 'What was skipped, one sentence each.' })
  notices!: string[];

  @ApiProperty()
  refusedTotal!: number;

  @ApiProperty({ description: 'It is waiting or running and has not been cancelled.' })
  mayCancel!: boolean;
}

export class ImportRunDto extends ImportSummaryDto implements ImportRun {
  @ApiProperty({ type: [RefusalDto], description: 'The first hundred.' })
  refusals!: RefusalDto[];

  @ApiProperty({ description: 'Only the person who started the import can read the rows it refused.' })
  refusalsWithheld!: boolean;
}

export class ImportPageDto extends pageOf(ImportSummaryDto) {}
