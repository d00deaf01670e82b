import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/public.decorator.js';
import { Readiness } from './readiness.js';

class Health {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. */
  @Get('live')
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers and no shutdown has begun. */
  @Get('ready')
  @ApiOkResponse({ type: Health })
  ready(): Promise<Health> {
    return this.readiness.check();
  }
}
