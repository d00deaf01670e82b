import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { Brief, BriefVersion } from '@app/searches/searches.types.js';
import { Nullable, Version } from '../http/fields.js';
import { IdParam } from '../http/id.dto.js';
import { listOf, NamedDto } from '../http/shapes.dto.js';
import { CriterionDto } from '../role-templates/role-templates.dto.js';

export class BriefParam extends IdParam {
  @ApiProperty({ type: 'integer', example: 1 })
  @Type(() => Number)
  @Version()
  version!: number;
}

export class BriefVersionDto implements BriefVersion {
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @Nullable({ type: NamedDto, description: 'Null if nobody knows any more.' })
  by!: NamedDto | null;
}

export class BriefVersionListDto extends listOf(BriefVersionDto, 'The latest 50, the newest first.') {}

export class BriefDto extends BriefVersionDto implements Brief {
  @ApiProperty({ type: [CriterionDto], description: 'In order of weight.' })
  criteria!: CriterionDto[];
}
