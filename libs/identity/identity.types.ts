export const ROLES = ['admin', 'partner', 'consultant', 'researcher'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. Every service method takes one first. */
export interface Actor {
  firmId: string;
  /** null: the system itself (a job, the command line). */
  userId: string | null;
  role: Role | 'system';
}

export const systemActor = (firmId: string): Actor => ({ firmId, userId: null, role: 'system' });

export type IdentityErrorCode = 'not_signed_in' | 'not_allowed' | 'email_taken' | 'unknown_time_zone';
