import { mayChange } from '@app/activities/activities.rules.js';
import type { ActivityKind } from '@app/activities/activities.types.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { TimelineEntry } from './timeline.types.js';

/** What was said may be put right by whoever logged it, partners and admins; everything else has its own way back. */
export const isChangeable = (actor: Actor, { kind, what, by, voided }: Omit<TimelineEntry, 'changeable'>): boolean =>
  kind === 'activity' && voided === null && mayChange(actor, { kind: what as ActivityKind, byUserId: by?.id ?? null });
