import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/public.decorator.js';
import { Documented } from '../http/documented.js';
import { healthDocs } from './health.docs.js';
import { Readiness } from './readiness.js';

class Health {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('health')
@Public()
@Documented<HealthController>(healthDocs)
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOkResponse({ type: Health })
  ready(): Promise<Health> {
    return this.readiness.check();
  }
}
