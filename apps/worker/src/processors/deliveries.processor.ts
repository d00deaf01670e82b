import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';
import { RemindersService } from '@app/reminders/reminders.service.js';

/** A job ends now and then, so that a long backlog does not keep its worker from shutting down. */
const MAILS_PER_JOB = 5_000;

/** Apart from the planning: a mail server that hangs slows nothing but mails. */
@Processor('deliveries', workerOptions('deliveries'))
export class DeliveriesProcessor extends JobProcessor<'deliveries'> {
  readonly handlers: Handlers<'deliveries'> = {
    'deliveries.deliver_due': () => this.reminders.deliverDue({ limit: MAILS_PER_JOB }),
    'deliveries.release_expired': () => this.reminders.releaseExpired(),
  };

  constructor(private readonly reminders: RemindersService) {
    super();
  }
}
