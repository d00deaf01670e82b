import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { type ChangeView, LISTS, type ListName, type SaveView, type View } from '@app/views/views.types.js';
import { EachOnce, Optional, Text } from '../http/fields.js';
import { listOf, NamedDto, VersionDto } from '../http/shapes.dto.js';

const LONGEST_NAME = 100;
const MOST_WORDS = 20;
const LONGEST_WORD = 400;
const WORDS: ApiPropertyOptions = {
  type: 'array',
  items: { type: 'string', minLength: 3, maxLength: LONGEST_WORD },
  maxItems: MOST_WORDS,
  example: ['sort=-added', 'country=DE'],
  description: 'What the list is asked for, as its address says it.',
};
const WORD = /^[a-zA-Z]{1,30}=[^\n]{1,365}$/;

const Words = (): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(MOST_WORDS),
    EachOnce(),
    IsString({ each: true }),
    MaxLength(LONGEST_WORD, { each: true }),
    Matches(WORD, { each: true, message: '$property must be words such as sort=-added' }),
  );

export class ViewsQuery {
  @ApiProperty({ enum: LISTS })
  @IsIn(LISTS)
  list!: ListName;
}

export class SaveViewDto implements SaveView {
  @ApiProperty({ enum: LISTS })
  @IsIn(LISTS)
  list!: ListName;

  @ApiProperty({ minLength: 1, maxLength: LONGEST_NAME, example: 'Doctorates in Germany' })
  @Text(LONGEST_NAME)
  name!: string;

  @ApiProperty(WORDS)
  @Words()
  asked!: string[];

  @ApiProperty({ description: 'Everybody in the firm sees it.' })
  @IsBoolean()
  shared!: boolean;
}

export class ChangeViewDto extends VersionDto implements ChangeView {
  @ApiPropertyOptional({ minLength: 1, maxLength: LONGEST_NAME, example: 'Doctorates in Germany' })
  @Optional()
  @Text(LONGEST_NAME)
  name?: string;

  @ApiPropertyOptional(WORDS)
  @Optional()
  @Words()
  asked?: string[];

  @ApiPropertyOptional({ description: 'Everybody in the firm sees it.' })
  @Optional()
  @IsBoolean()
  shared?: boolean;
}

class ViewAllowedDto {
  @ApiProperty()
  change!: boolean;
}

export class ViewDto implements View {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: LISTS })
  list!: ListName;

  @ApiProperty({ example: 'Doctorates in Germany' })
  name!: string;

  @ApiProperty(WORDS)
  asked!: string[];

  @ApiProperty()
  shared!: boolean;

  @ApiProperty()
  by!: NamedDto;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  allowed!: ViewAllowedDto;
}

export class ViewListDto extends listOf(ViewDto, 'By name.') {}
