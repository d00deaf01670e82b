import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';
import { StallsService } from '@app/stalls/stalls.service.js';

@Processor('stalls', workerOptions('stalls'))
export class StallsProcessor extends JobProcessor<'stalls'> {
  readonly handlers: Handlers<'stalls'> = {
    'stalls.sweep': () => this.stalls.sweepDue(),
  };

  constructor(private readonly stalls: StallsService) {
    super();
  }
}
