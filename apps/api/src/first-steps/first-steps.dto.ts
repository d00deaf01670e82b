import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { FIRST_STEPS, type FirstStep, type FirstStepKey, type FirstSteps } from '@app/first-steps/first-steps.types.js';
import { Nullable } from '../http/fields.js';
import { listOf } from '../http/shapes.dto.js';

class FirstStepDto implements FirstStep {
  @ApiProperty({ enum: FIRST_STEPS })
  key!: FirstStepKey;

  @ApiProperty()
  done!: boolean;

  @ApiProperty({ description: 'Not every firm has something to bring in.' })
  optional!: boolean;
}

export class FirstStepsDto extends listOf(FirstStepDto, 'In the order they are best taken.') implements FirstSteps {
  @ApiProperty({ description: 'Nothing is left that every firm does.' })
  done!: boolean;

  @Nullable({ type: String, format: 'uuid', description: 'A client of whom no contact is known yet.' })
  clientId!: string | null;

  @ApiProperty({ description: 'There is sample data to look at.' })
  sample!: boolean;

  @ApiProperty({ description: 'You have put them away.' })
  away!: boolean;
}

export class PutAwayDto {
  @ApiProperty({ example: true, description: 'False calls them back.' })
  @IsBoolean()
  away!: boolean;
}
