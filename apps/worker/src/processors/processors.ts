import type { Type } from '@nestjs/common';
import type { JobProcessor } from '@app/platform/queue/job-processor.js';
import { DeliveriesProcessor } from './deliveries.processor.js';
import { InvitationsProcessor } from './invitations.processor.js';
import { ImportsProcessor } from './imports.processor.js';
import { RemindersProcessor } from './reminders.processor.js';
import { RetentionProcessor } from './retention.processor.js';
import { StallsProcessor } from './stalls.processor.js';

/** Every consumer of a queue, one per queue. */
export const PROCESSORS: readonly Type<JobProcessor>[] = [
  StallsProcessor,
  RemindersProcessor,
  DeliveriesProcessor,
  ImportsProcessor,
  InvitationsProcessor,
  RetentionProcessor,
];
