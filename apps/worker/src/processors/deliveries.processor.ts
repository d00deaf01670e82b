import { Processor } from '@nestjs/bullmq';
import { DeliveriesService } from '@app/deliveries/deliveries.service.js';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';

/** A job ends now and then, so that a long backlog does not keep its worker from shutting down. */
const MAILS_PER_JOB = 5_000;

/** Apart from the planning: a mail server that hangs slows nothing but mails. */
@Processor('deliveries', workerOptions('deliveries'))
export class DeliveriesProcessor extends JobProcessor<'deliveries'> {
  readonly handlers: Handlers<'deliveries'> = {
    'deliveries.deliver_due': () => this.deliveries.deliverDue({ limit: MAILS_PER_JOB }),
    'deliveries.release_expired': () => this.deliveries.releaseExpired(),
  };

  constructor(private readonly deliveries: DeliveriesService) {
    super();
  }
}
