import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Matches, ValidateNested } from 'class-validator';
import {
  type Criterion,
  CRITERION_KINDS,
  type CriterionKind,
  type EditRoleTemplate,
  type Practice,
  PRACTICES,
  type RoleTemplate,
  type RoleTemplateFields,
  type RoleTemplates,
} from '@app/role-templates/role-templates.types.js';
import { Optional, Text } from '../http/fields.js';
import { VersionDto } from '../http/shapes.dto.js';

const LONGEST_TITLE = 300;
const LONGEST_CRITERION = 500;
/** More than anybody weighs a person by. */
const MOST_CRITERIA = 50;

export class CriterionDto implements Criterion {
  @ApiProperty({ minLength: 1, maxLength: LONGEST_CRITERION, example: 'Has run accelerator clusters' })
  @Text(LONGEST_CRITERION)
  text!: string;

  @ApiProperty({ enum: CRITERION_KINDS })
  @IsIn(CRITERION_KINDS)
  kind!: CriterionKind;

  @ApiProperty()
  @IsBoolean()
  mustHave!: boolean;
}

/** A whole brief, in order of weight. */
export const Brief = (): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(MOST_CRITERIA),
    ValidateNested({ each: true }),
    Type(() => CriterionDto),
  );

const TITLE: ApiPropertyOptions = { minLength: 1, maxLength: LONGEST_TITLE, example: 'Head of Robotics' };
const CODE: ApiPropertyOptions = {
  type: String,
  pattern: '^[A-Z]{2,6}$',
  minLength: 2,
  maxLength: 6,
  example: 'CAIO',
  description: 'The letters with which the references of its searches begin.',
};
const BRIEF: ApiPropertyOptions = { type: [CriterionDto], description: 'What a new search starts with, by weight.' };
const Code = (): PropertyDecorator =>
  Matches(/^[A-Z]{2,6}$/, { message: '$property must be two to six capital letters, such as CAIO' });

export class AddRoleTemplateDto implements RoleTemplateFields {
  @ApiProperty(TITLE)
  @Text(LONGEST_TITLE)
  title!: string;

  @ApiProperty({ enum: PRACTICES })
  @IsIn(PRACTICES)
  family!: Practice;

  @ApiProperty(CODE)
  @Code()
  code!: string;

  @ApiProperty(BRIEF)
  @Brief()
  criteria!: CriterionDto[];
}

export class EditRoleTemplateDto extends VersionDto implements EditRoleTemplate {
  @ApiPropertyOptional(TITLE)
  @Optional()
  @Text(LONGEST_TITLE)
  title?: string;

  @ApiPropertyOptional({ enum: PRACTICES })
  @Optional()
  @IsIn(PRACTICES)
  family?: Practice;

  @ApiPropertyOptional(CODE)
  @Optional()
  @Code()
  code?: string;

  @ApiPropertyOptional({ ...BRIEF, description: 'The whole brief, by weight: criteria left out are removed.' })
  @Optional()
  @Brief()
  criteria?: CriterionDto[];

  @ApiPropertyOptional({ description: 'True archives it, false brings it back.' })
  @Optional()
  @IsBoolean()
  archived?: boolean;
}

class RoleTemplateAllowedDto {
  @ApiProperty()
  edit!: boolean;
}

export class RoleTemplateDto implements RoleTemplate {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'What searches, limits and import files call the role; it never changes.' })
  key!: string;

  @ApiProperty({ example: 'Chief AI Officer' })
  title!: string;

  @ApiProperty({ enum: PRACTICES })
  family!: Practice;

  @ApiProperty({ example: 'CAIO', description: CODE.description })
  code!: string;

  @ApiProperty(BRIEF)
  criteria!: CriterionDto[];

  @ApiProperty({ description: 'No search is opened from it any more.' })
  archived!: boolean;

  @ApiProperty()
  version!: number;

  @ApiProperty()
  allowed!: RoleTemplateAllowedDto;
}

class RoleTemplatesAllowedDto {
  @ApiProperty()
  add!: boolean;
}

export class RoleTemplatesDto implements RoleTemplates {
  @ApiProperty({ type: [RoleTemplateDto], description: 'In use, by title.' })
  items!: RoleTemplateDto[];

  @ApiProperty({ type: [RoleTemplateDto], description: 'No longer in use, by title.' })
  archived!: RoleTemplateDto[];

  @ApiProperty()
  allowed!: RoleTemplatesAllowedDto;
}
