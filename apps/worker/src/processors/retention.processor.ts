import { Processor } from '@nestjs/bullmq';
import { RetentionService } from '@app/retention/retention.service.js';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';

@Processor('retention', workerOptions('retention'))
export class RetentionProcessor extends JobProcessor<'retention'> {
  readonly handlers: Handlers<'retention'> = {
    'retention.end': () => this.retention.end(),
  };

  constructor(private readonly retention: RetentionService) {
    super();
  }
}
