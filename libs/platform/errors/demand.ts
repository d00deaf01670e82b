import { DomainError } from './domain-error.js';

/** Refuses with 403 and this sentence unless the access rule said yes. */
export function demand(allowed: boolean, sentence: string): void {
  if (!allowed) throw new DomainError<'not_allowed'>('not_allowed', sentence);
}
