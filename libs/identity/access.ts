import { DomainError } from '@app/platform/errors/domain-error.js';
import type { IdentityErrorCode } from './identity.types.js';

/** Refuses with 403 and this sentence unless the access rule said yes. */
export function demand(allowed: boolean, sentence: string): void {
  if (!allowed) throw new DomainError<IdentityErrorCode>('not_allowed', sentence);
}
