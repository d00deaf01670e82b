import { Processor } from '@nestjs/bullmq';
import { InvitationsService } from '@app/invitations/invitations.service.js';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';

@Processor('invitations', workerOptions('invitations'))
export class InvitationsProcessor extends JobProcessor<'invitations'> {
  readonly handlers: Handlers<'invitations'> = {
    'invitations.send_owed': () => this.invitations.sendOwed(),
  };

  constructor(private readonly invitations: InvitationsService) {
    super();
  }
}
