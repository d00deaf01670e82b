import type { Actor } from '@app/identity/identity.types.js';

/** The rows of `s` this person may see. Parameters: $1 firm, $2 sees everything, $3 user. */
export const VISIBLE = `($2::boolean or not s.confidential or s.lead_user_id = $3::uuid or exists (
  select 1 from search_member m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $3::uuid))`;

export const viewer = (actor: Actor): unknown[] => [actor.firmId, actor.role === 'system', actor.userId];
