import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Filter } from './fields.js';

export class SaveAnywayQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'true: save even if a person with the same address, number or link is already here.',
  })
  @Filter()
  @IsIn(['true', 'false'])
  force?: 'true' | 'false';
}
