import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TasksService } from '@app/tasks/tasks.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { tasksDocs } from './tasks.docs.js';
import { AddTaskDto, EditTaskDto, TaskDto, TaskPageDto, TasksQuery } from './tasks.dto.js';
import { VersionDto } from '../http/shapes.dto.js';

@ApiTags('tasks')
@Documented<TasksController>(tasksDocs)
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @ApiOkResponse({ type: TaskPageDto })
  list(@CurrentActor() actor: Actor, @Query() { limit, after, ...filter }: TasksQuery): Promise<TaskPageDto> {
    return this.tasks.list(actor, filter, { limit, after });
  }

  @Post()
  @ApiCreatedResponse({ type: TaskDto })
  add(@CurrentActor() actor: Actor, @Body() input: AddTaskDto): Promise<TaskDto> {
    return this.tasks.addTask(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ type: TaskDto })
  edit(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() input: EditTaskDto): Promise<TaskDto> {
    return this.tasks.editTask(actor, id, input);
  }

  @Post(':id/done')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskDto })
  done(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { version }: VersionDto): Promise<TaskDto> {
    return this.tasks.markDone(actor, id, version);
  }

  @Post(':id/undone')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskDto })
  undone(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { version }: VersionDto): Promise<TaskDto> {
    return this.tasks.markUndone(actor, id, version);
  }
}
