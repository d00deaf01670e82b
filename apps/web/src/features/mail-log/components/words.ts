import type { MailKind, MailState, LoggedMail } from '../api/mail-log';

export const MAIL_STATE: Record<MailState, { label: string; tone: 'ok' | 'watch' | 'stall' | 'still'; about: string }> =
  {
    pending: { label: 'Waiting', tone: 'still', about: 'sent automatically when due' },
    claimed: { label: 'On its way', tone: 'still', about: 'being sent right now' },
    sent: { label: 'Sent', tone: 'ok', about: 'accepted by the mail server' },
    failed: { label: 'Failed', tone: 'stall', about: 'refused, or came back' },
    cancelled: { label: 'Cancelled', tone: 'still', about: 'no longer needed when it was due' },
    missed: { label: 'Missed', tone: 'still', about: 'too late for an email; included in the next digest' },
    uncertain: { label: 'Uncertain', tone: 'watch', about: 'it may have arrived; there is no way to tell' },
  };
export const MAIL_KIND: Record<MailKind, string> = {
  flag_raised: 'Flag raised',
  flag_escalated: 'Flag escalated',
  window_closing: 'Window closing',
  client_feedback_due: 'Client feedback due',
  task_due: 'Task due',
  interview_tomorrow: 'Interview tomorrow',
  interview_changed: 'Interview changed',
  interview_cancelled: 'Interview cancelled',
  offer_expiring: 'Offer expiring',
  check_in_due: 'Check-in due',
  article14_due: 'Article 14 notice due',
  mentioned: 'Mentioned by a colleague',
  daily_digest: 'Daily digest',
  pipeline_health: 'Monday pipeline health',
};
export const MAIL_FORM: Record<LoggedMail['form'], string> = {
  notices: 'Reminders',
  daily_digest: 'Daily digest',
  pipeline_health: 'Monday pipeline health',
  client_feedback: 'Feedback asked of a client',
};
export const ATTEMPT: Record<LoggedMail['attempts'][number]['result'], string> = {
  accepted: 'Accepted',
  refused: 'Refused',
  deferred: 'Deferred',
  unsent: 'Not sent',
  unknown: 'No answer',
  lost: 'Interrupted',
};

export function sentenceFor(mail: LoggedMail): string {
  if (mail.bouncedAt) return `It came back: ${mail.bounceReason ?? 'no reason given'}`;
  if (mail.resentAs) return 'It was sent once more, as a new email.';
  if (mail.state === 'uncertain') {
    return 'The email was on its way when the answer was lost. Ask the recipient, or send it again at the risk of a second copy.';
  }
  return mail.response && mail.state !== 'sent' ? mail.response : `${MAIL_STATE[mail.state].about}.`;
}
