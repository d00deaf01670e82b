import type { Kind, Mode } from '../api/notification-settings';

export const KIND: Record<Kind, { label: string; about: string }> = {
  flag_raised: { label: 'Flags', about: 'One of your searches or candidates has stopped moving.' },
  flag_escalated: { label: 'Escalated flags', about: 'A flag was not acknowledged in time.' },
  window_closing: { label: 'Closing windows', about: '7, 3 and 1 days before a market window closes.' },
  client_feedback_due: { label: 'Client feedback', about: 'A client’s feedback is due.' },
  interview_tomorrow: { label: 'Interviews', about: 'The working day before, with a calendar file.' },
  interview_changed: { label: 'Changed interviews', about: 'When you have the earlier one in your calendar.' },
  interview_cancelled: { label: 'Cancelled interviews', about: 'When you have it in your calendar.' },
  offer_expiring: { label: 'Expiring offers', about: 'Two days before an undecided offer expires.' },
  task_due: { label: 'Tasks', about: 'One of your tasks is due.' },
  check_in_due: { label: 'Check-ins', about: 'A check-in after a placement is due.' },
  article14_due: { label: 'Article 14 notices', about: 'Five days before the one-month deadline.' },
  mentioned: { label: 'Mentions', about: 'A colleague named you in what they logged.' },
  daily_digest: { label: 'Daily digest', about: 'One email each working day, if there is anything to report.' },
  pipeline_health: { label: 'Monday email', about: 'Pipeline health on Mondays at 07:00.' },
};

export const MODE: Record<Mode, string> = { immediate: 'At once', digest: 'Digest', off: 'Off' };
export const OWN_MODE: Record<Mode, string> = { immediate: 'On', digest: 'Digest', off: 'Off' };
