import { ApiProperty, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID, ValidateNested } from 'class-validator';
import type { ChangedClient, ClientChange, ClientChanges } from '@app/clients/clients.types.js';
import { RefusedAloneDto } from '../http/refused-alone.dto.js';
import { NamedDto } from '../http/shapes.dto.js';
import { ClientRowDto, EditClientDto } from './clients.dto.js';

/** A page of the list. */
const AT_ONCE = 100;

export class ClientChangeDto
  extends PickType(EditClientDto, ['version', 'industry', 'country'])
  implements ClientChange
{
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  clientId!: string;
}

export class ChangeClientsDto {
  @ApiProperty({
    type: [ClientChangeDto],
    minItems: 1,
    maxItems: AT_ONCE,
    description: 'Each client at most once.',
    example: [{ clientId: '01890a5d-ac96-774b-bcce-b302099a8057', version: 3, industry: 'Robotics' }],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(AT_ONCE)
  @ArrayUnique(({ clientId }: ClientChangeDto) => clientId, { message: '$property must not name a client twice' })
  @ValidateNested({ each: true })
  @Type(() => ClientChangeDto)
  changes!: ClientChangeDto[];
}

class ClientBeforeDto extends PickType(ClientRowDto, ['industry', 'country']) {}

export class ChangedClientDto extends NamedDto implements ChangedClient {
  @ApiProperty()
  version!: number;

  @ApiProperty({ description: 'What was there.' })
  before!: ClientBeforeDto;
}

export class ClientChangesDto implements ClientChanges {
  @ApiProperty({ type: [ChangedClientDto] })
  items!: ChangedClientDto[];

  @ApiProperty({ type: [RefusedAloneDto] })
  refused!: RefusedAloneDto[];
}
