import { ApiProperty } from '@nestjs/swagger';
import type { RefusedAlone } from '@app/platform/once/each-alone.js';

/** One of several in a request that was refused; the others were not. */
export class RefusedAloneDto implements RefusedAlone {
  @ApiProperty({ description: 'Which of them, counted from 0.' })
  at!: number;

  @ApiProperty({ description: 'The code with which it would be refused alone.' })
  code!: string;

  @ApiProperty()
  detail!: string;
}
