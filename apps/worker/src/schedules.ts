import type { Schedule } from '@app/platform/queue/job-queues.js';

/**
 * Every repeating job, in UTC seconds. Each looks at whatever is due by then, so a missed or a doubled run changes
 * nothing; local times ("Monday 07:00") are decided by the job, never by a cron pattern, which would skip the days
 * whose midnight does not exist.
 */
export const SCHEDULES: readonly Schedule[] = [
  { job: { name: 'stalls.sweep', payload: {} }, everySeconds: 60 },
  { job: { name: 'reminders.plan', payload: {} }, everySeconds: 60 },
  { job: { name: 'deliveries.deliver_due', payload: {} }, everySeconds: 15 },
  { job: { name: 'deliveries.release_expired', payload: {} }, everySeconds: 30 },
  { job: { name: 'imports.run_waiting', payload: {} }, everySeconds: 60 },
  { job: { name: 'imports.sweep_uploads', payload: {} }, everySeconds: 900 },
  { job: { name: 'invitations.send_owed', payload: {} }, everySeconds: 60 },
  { job: { name: 'retention.end', payload: {} }, everySeconds: 86_400 },
];
