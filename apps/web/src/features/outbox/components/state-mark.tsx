import { Mark } from '../../../components/mark';
import type { OutboxMail } from '../api/outbox';
import { MAIL_STATE } from './words';

export function StateMark({ mail }: { mail: OutboxMail }) {
  const { label, tone } = MAIL_STATE[mail.state];
  return <Mark tone={tone}>{mail.bouncedAt ? 'Came back' : label}</Mark>;
}
