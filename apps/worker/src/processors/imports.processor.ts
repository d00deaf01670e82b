import { Processor } from '@nestjs/bullmq';
import { ImportsService } from '@app/imports/imports.service.js';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';

@Processor('imports', workerOptions('imports'))
export class ImportsProcessor extends JobProcessor<'imports'> {
  readonly handlers: Handlers<'imports'> = {
    'imports.run': ({ firmId, runId }) => this.imports.run(firmId, runId),
    'imports.run_waiting': () => this.imports.runWaiting(),
    'imports.sweep_uploads': () => this.imports.sweepUploads(),
  };

  constructor(private readonly imports: ImportsService) {
    super();
  }
}
