import { ApiProperty } from '@nestjs/swagger';
import {
  CRITERION_KINDS,
  PRACTICES,
  ROLE_KEYS,
  type Criterion,
  type CriterionKind,
  type Practice,
  type RoleKey,
  type RoleTemplate,
} from '@app/role-templates/role-templates.types.js';
import { listOf } from '../http/shapes.dto.js';

export class CriterionDto implements Criterion {
  @ApiProperty()
  text!: string;

  @ApiProperty({ enum: CRITERION_KINDS })
  kind!: CriterionKind;

  @ApiProperty()
  mustHave!: boolean;
}

export class RoleTemplateDto implements RoleTemplate {
  @ApiProperty({ enum: ROLE_KEYS })
  key!: RoleKey;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: PRACTICES })
  family!: Practice;

  @ApiProperty({ type: [CriterionDto] })
  criteria!: CriterionDto[];
}

export class RoleTemplateListDto extends listOf(RoleTemplateDto) {}
