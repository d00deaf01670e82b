import type { DeliveryState, MailLogErrorCode } from './mail-log.types.js';

export const NO_DELIVERIES: Readonly<Record<DeliveryState, number>> = {
  pending: 0,
  claimed: 0,
  sent: 0,
  failed: 0,
  cancelled: 0,
  missed: 0,
  uncertain: 0,
};

const WHY_NOT: Readonly<Record<Exclude<DeliveryState, 'uncertain'>, string>> = {
  pending: 'This email is still waiting and will go out by itself.',
  claimed: 'This email is on its way right now.',
  sent: 'The mail server accepted this email; sending it again would only produce a duplicate.',
  failed: 'The mail server refused this email. Correct the address first; its content is in the app.',
  cancelled: 'The reason for this email no longer applied when it was due to leave.',
  missed: 'This email was too late; its content is in the next digest.',
};

/** Null: a person may decide on it. Only a mail nobody can know about is sent again. */
export function mayResend({
  state,
  resolvedAt,
}: {
  readonly state: DeliveryState;
  readonly resolvedAt: Date | null;
}): { code: MailLogErrorCode; sentence: string } | null {
  if (state !== 'uncertain') return { code: 'delivery_not_uncertain', sentence: WHY_NOT[state] };
  if (!resolvedAt) return null;
  return { code: 'delivery_already_resolved', sentence: 'Somebody has already decided about this email.' };
}
