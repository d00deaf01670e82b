import { Processor } from '@nestjs/bullmq';
import { JobProcessor, workerOptions, type Handlers } from '@app/platform/queue/job-processor.js';
import { NotificationsService } from '@app/notifications/notifications.service.js';
import { PlanningService } from '@app/reminders/planning.service.js';

@Processor('reminders', workerOptions('reminders'))
export class RemindersProcessor extends JobProcessor<'reminders'> {
  readonly handlers: Handlers<'reminders'> = {
    'reminders.plan': () => this.planning.plan(),
    'reminders.plan_firm': ({ firmId }) => this.planning.planWhenSwept(firmId),
    'reminders.look_again': ({ firmId }) => this.notifications.lookAgain(firmId),
  };

  constructor(
    private readonly planning: PlanningService,
    private readonly notifications: NotificationsService,
  ) {
    super();
  }
}
