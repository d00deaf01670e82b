import type { Reminder } from '../api/reminders';

/** A reminder by its kind, and what its moment is. */
export const ONE: Record<Reminder['kind'], { label: string; at: string }> = {
  flag_raised: { label: 'Flag', at: 'Limit' },
  flag_escalated: { label: 'Escalated flag', at: 'Limit' },
  window_closing: { label: 'Closing window', at: 'Closes' },
  client_feedback_due: { label: 'Client feedback', at: 'Limit' },
  interview_tomorrow: { label: 'Interview', at: '' },
  interview_changed: { label: 'Interview changed', at: 'Now' },
  interview_cancelled: { label: 'Interview cancelled', at: 'Was to be' },
  offer_expiring: { label: 'Expiring offer', at: 'Expires' },
  task_due: { label: 'Task', at: 'Due' },
  check_in_due: { label: 'Check-in', at: 'Due' },
  article14_due: { label: 'Article 14 notice', at: 'Due' },
  mentioned: { label: 'Mention', at: '' },
  daily_digest: { label: 'Daily digest', at: '' },
  pipeline_health: { label: 'Monday email', at: '' },
};
