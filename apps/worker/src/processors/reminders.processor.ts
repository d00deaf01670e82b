import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';
import { RemindersService } from '@app/reminders/reminders.service.js';

@Processor('reminders', workerOptions('reminders'))
export class RemindersProcessor extends JobProcessor<'reminders'> {
  readonly handlers: Handlers<'reminders'> = {
    'reminders.plan': () => this.reminders.plan(),
    'reminders.plan_firm': ({ firmId }) => this.reminders.planFirm(firmId),
  };

  constructor(private readonly reminders: RemindersService) {
    super();
  }
}
