import type { Transaction } from '@app/platform/database/database.js';
import type { LocalDate } from '@app/platform/time/local-date.js';

export const ROLES = ['admin', 'partner', 'consultant', 'researcher'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. Every service method takes one first. */
export interface Actor {
  firmId: string;
  /** null: the system itself (a job, the command line). */
  userId: string | null;
  role: Role | 'system';
  /** The claim of a request that acts once. The audit entry of what it does carries it into the same commit. */
  once?: string;
}

export const systemActor = (firmId: string): Actor => ({ firmId, userId: null, role: 'system' });

export interface NewFirm {
  firmName: string;
  country: string;
  /** ISO 3166-2: whose holidays the office has, where those of the country differ */
  region?: string | null | undefined;
  timeZone: string;
}

/** Gives a new firm what the rooms above want every firm to have. */
export type Prepare = (tx: Transaction, firmId: string) => Promise<void>;

export interface Me {
  user: { id: string; name: string; email: string; role: Role };
  /** `sampleOf`: the firm whose sample data this is. */
  firm: { id: string; name: string; simulated: boolean; sampleOf: { id: string; name: string } | null };
  office: { id: string; key: string; timeZone: string };
  /** Every firm this login works for, this one among them. */
  firms: { id: string; name: string }[];
  allowed: { openSearch: boolean; import: boolean; manageFirm: boolean; erasePersons: boolean };
}

export interface User {
  id: string;
  name: string;
  email: string;
  role: Role;
  officeId: string;
}

export interface Office {
  id: string;
  key: string;
  country: string;
  region: string | null;
  timeZone: string;
  workingDays: number[];
  holidays: { date: LocalDate; name: string | null }[];
}

export type IdentityErrorCode =
  | 'not_signed_in'
  | 'acting_as_another'
  | 'not_allowed'
  | 'unknown_region'
  | 'unknown_time_zone'
  | 'unknown_office'
  | 'user_not_found'
  | 'colleague_left'
  | 'too_many_attempts';
