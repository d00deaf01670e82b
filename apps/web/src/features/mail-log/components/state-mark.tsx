import { Mark } from '../../../components/mark';
import type { LoggedMail } from '../api/mail-log';
import { MAIL_STATE } from './words';

export function StateMark({ mail }: { mail: LoggedMail }) {
  const { label, tone } = MAIL_STATE[mail.state];
  return <Mark tone={tone}>{mail.bouncedAt ? 'Came back' : label}</Mark>;
}
