import type { Role } from '@app/identity/identity.types.js';

export const SAMPLE_NAME = 'Sample data';

/** A simulated firm beside a real one, to look at. */
export interface Sample {
  id: string;
  name: string;
}

/** null: there is none. `ready`: somebody may look at it; until then it is being made, or was left half made. */
export type SampleFound = { id: string; ready: boolean } | null;

/** Somebody as who they are in their own firm, whichever they look at. */
export interface Owner {
  firmId: string;
  userId: string;
  role: Role;
}
