import { ApiProperty } from '@nestjs/swagger';
import type { Selected, Selection } from '@app/sheets/sheets.types.js';
import { NamedDto } from '../http/shapes.dto.js';

export class SelectedDto extends NamedDto implements Selected {
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class SelectionDto implements Selection {
  @ApiProperty({ type: [SelectedDto], description: 'In the order of the list, 1,000 at most.' })
  items!: SelectedDto[];

  @ApiProperty({ description: 'More than 1,000 match, and these are the first of them.' })
  more!: boolean;
}
