import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NamedDto } from './shapes.dto.js';

export class FieldProblem {
  @ApiProperty({ description: 'Path of the field, for example `criteria.0.text`.' })
  field!: string;

  @ApiProperty()
  message!: string;
}

/** Somebody who is here already, and what is the same. */
export class Duplicate {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ isArray: true, enum: ['email', 'phone', 'profileUrl'] })
  same!: ('email' | 'phone' | 'profileUrl')[];

  @ApiPropertyOptional({ description: 'Of a contact: at which client they are.' })
  client?: NamedDto;
}

/** RFC 9457. `detail` is a sentence that may be shown as it is; programs go by `code`. */
export class Problem {
  @ApiProperty()
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  status!: number;

  @ApiProperty()
  detail!: string;

  @ApiProperty()
  code!: string;

  @ApiPropertyOptional({ type: [FieldProblem], description: 'What is wrong with each field, when fields are wrong.' })
  errors?: FieldProblem[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The record as it is now, when a write came with a stale version.',
  })
  current?: Record<string, unknown>;

  @ApiPropertyOptional({
    description: 'Where a person asked to be forgotten: whether you may keep them again, with `despiteErasure`.',
  })
  mayKeep?: boolean;

  @ApiPropertyOptional({
    type: [Duplicate],
    description:
      'Who is already here with the same address, number or link, when a person may be about to be added twice.',
  })
  duplicates?: Duplicate[];

  @ApiPropertyOptional({ description: 'Seconds to wait before the next attempt.' })
  retryAfter?: number;

  @ApiPropertyOptional({ description: 'Quote it to the operator; the log shows the same one.' })
  requestId?: string;
}
