import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean, IsUUID } from 'class-validator';
import type { AddTask, EditTask, Task, TaskFilter } from '@app/tasks/tasks.types.js';
import { Filter, Moment, Nullable, Optional, Text, Version } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

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

  @ApiPropertyOptional({ format: 'uuid', description: 'Left out: oneself.' })
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

export class TaskVersionDto {
  @ApiProperty({ type: 'integer', description: 'Of the task that was looked at.' })
  @Version()
  version!: number;
}

export class EditTaskDto extends TaskVersionDto implements EditTask {
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

class TaskNamedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

class TaskSearchDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;
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
  assignee!: TaskNamedDto;

  @Nullable({ type: TaskSearchDto })
  search!: TaskSearchDto | null;

  @Nullable({ type: TaskNamedDto })
  candidate!: TaskNamedDto | null;

  @Nullable({ type: TaskNamedDto })
  contact!: TaskNamedDto | null;

  @ApiProperty()
  version!: number;
}

export class TaskPageDto {
  @ApiProperty({ type: [TaskDto] })
  items!: TaskDto[];

  @Nullable({ type: String })
  next!: string | null;
}
