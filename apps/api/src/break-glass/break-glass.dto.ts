import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { BreakGlass } from '@app/break-glass/break-glass.types.js';
import { Optional, Text } from '../http/fields.js';

export class BreakGlassDto implements BreakGlass {
  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Its reference or its id. Left out: every confidential search on whose team nobody can sign in.',
  })
  @Optional()
  @Text(200)
  search?: string;

  @ApiProperty({ maxLength: 200, description: 'Everybody on the team is told.' })
  @Text(200)
  reason!: string;
}
