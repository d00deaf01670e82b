import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as Read } from 'class-transformer';
import { Nullable, Version } from './fields.js';

/** Somebody or something, with the name it is known by. */
export class NamedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** The same where it has a title, as a search does. */
export class TitledDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;
}

/** A change of which nothing needs to be said but what it changes. */
export class VersionDto {
  @ApiProperty({ type: 'integer', description: 'The version of the record that was read.' })
  @Version()
  version!: number;
}

/** The same where nothing is sent but the address. */
export class VersionQuery {
  @ApiProperty({ description: 'The version that was read.' })
  @Read(() => Number)
  @Version()
  version!: number;
}

/** A page of rows: `class TaskPageDto extends pageOf(TaskDto) {}`. */
export function pageOf<Row>(row: Type<Row>): Type<{ items: Row[]; next: string | null }> {
  class PageDto {
    @ApiProperty({ type: [row] })
    items!: Row[];

    @Nullable({ type: String, description: 'Pass it as `after` to get the next page; null on the last page.' })
    next!: string | null;
  }
  return PageDto;
}

/** All rows at once. */
export function listOf<Row>(row: Type<Row>, description?: string): Type<{ items: Row[] }> {
  class ListDto {
    @ApiProperty({ type: [row], ...(description ? { description } : {}) })
    items!: Row[];
  }
  return ListDto;
}
