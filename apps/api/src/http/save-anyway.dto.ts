import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Filter } from './fields.js';

export class SaveAnywayQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'true: save although somebody with the same address, number or link is here already.',
  })
  @Filter()
  @IsIn(['true', 'false'])
  force?: 'true' | 'false';
}
