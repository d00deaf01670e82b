import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean, IsUUID } from 'class-validator';
import type { AddTask, EditTask, Task, TaskFilter } from '@app/tasks/tasks.types.js';
import { Filter, Moment, Nullable, Optional, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { NamedDto, pageOf, TitledDto, VersionDto } from '../http/shapes.dto.js';

const LONGEST_TITLE = 300;
const truth = ({ value }: TransformFnParams): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class TasksQuery extends PageQuery implements TaskFilter {
  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  searchId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  candidateId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Filter()
  @IsUUID()
  contactId?: string;

  @ApiPropertyOptional({ description: 'Only what is not done yet.' })
  @Transform(truth)
  @Optional()
  @IsBoolean()
  open?: boolean;
}

export class AddTaskDto implements AddTask {
  @ApiProperty({ minLength: 1, maxLength: LONGEST_TITLE })
  @Text(LONGEST_TITLE)
  title!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  @Moment()
  dueAt!: Date;

  @ApiPropertyOptional({ format: 'uuid', description: 'Yourself if left out.' })
  @Optional()
  @IsUUID()
  assigneeId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  searchId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  candidateId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  contactId?: string;
}

export class EditTaskDto extends VersionDto implements EditTask {
  @ApiPropertyOptional({ minLength: 1, maxLength: LONGEST_TITLE })
  @Optional()
  @Text(LONGEST_TITLE)
  title?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @Optional()
  @Moment()
  dueAt?: Date;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  assigneeId?: string;
}

export class TaskDto implements Task {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;

  @Nullable({ type: String, format: 'date-time' })
  doneAt!: Date | null;

  @ApiProperty()
  assignee!: NamedDto;

  @Nullable({ type: TitledDto })
  search!: TitledDto | null;

  @Nullable({ type: NamedDto })
  candidate!: NamedDto | null;

  @Nullable({ type: NamedDto })
  contact!: NamedDto | null;

  @ApiProperty()
  version!: number;
}

export class TaskPageDto extends pageOf(TaskDto) {}
