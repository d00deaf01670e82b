import type { DueDelivery } from '@app/reminders/reminders.types.js';

/** One this process holds: nobody else may send it until its lease is over. */
export type ClaimedDelivery = Omit<DueDelivery, 'now'>;

export type FinalState = 'sent' | 'failed' | 'cancelled' | 'missed' | 'uncertain';

export type NextState =
  | { readonly state: 'sent' | 'failed' | 'uncertain'; readonly response: string }
  | { readonly state: 'pending'; readonly waitSeconds: number; readonly attempts: number; readonly response: string };

export type DeliverySummary = Readonly<Record<FinalState | 'postponed', number>>;
