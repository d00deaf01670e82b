import { mayManageFirm, mayOpenSearch } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { teamOf } from './searches.rules.js';
import type { AccessAction, EditSearch, Search, SearchErrorCode, TeamMember } from './searches.types.js';

/** Who works on a search and who may see it. */
export interface Access {
  readonly leadUserId: string;
  readonly confidential: boolean;
  /** the lead is not among them */
  readonly members: readonly TeamMember[];
}

export type AccessEdit = Pick<EditSearch, 'leadUserId' | 'confidential' | 'teamUserIds'>;

export interface AccessChange {
  readonly team: readonly string[];
  /** those of the team whom from now on nobody but themselves takes off it */
  readonly staying: readonly string[];
}

type WhoActs = Pick<Actor, 'role' | 'userId'>;

const NOT_YOURS = 'Only its lead, partners and admins can change who works on a search and who can see it.';

/** Partners and admins who may see the search at all, that is. */
export const mayChangeAccess = (actor: WhoActs, leadUserId: string): boolean =>
  mayManageFirm(actor) || actor.userId === leadUserId;

/** Everybody on the team but the lead, who hands the search over first. */
export const mayLeave = (actor: WhoActs, leadUserId: string, teamUserIds: readonly string[]): boolean =>
  actor.userId !== null && actor.userId !== leadUserId && teamUserIds.includes(actor.userId);

/** What this person may do next with who works on the search. */
export const allowedAccess = (
  actor: WhoActs,
  { lead, team }: Pick<Search, 'lead' | 'team'>,
): Record<AccessAction, boolean> => ({
  changeAccess: mayOpenSearch(actor) && mayChangeAccess(actor, lead.id),
  leave: mayLeave(
    actor,
    lead.id,
    team.map(({ id }) => id),
  ),
});

/**
 * The team after an edit, or why it is refused. So that nobody can be shut out of a search they led, whoever led it
 * before, and whoever made it confidential, stays on its team until they leave it themselves.
 */
export function decideAccess(
  actor: WhoActs,
  { leadUserId, confidential, members }: Access,
  edit: AccessEdit,
): AccessChange | { readonly refused: { readonly code: SearchErrorCode | 'not_allowed'; readonly sentence: string } } {
  const lead = edit.leadUserId ?? leadUserId;
  const before = teamOf(
    leadUserId,
    members.map(({ id }) => id),
    null,
  );
  const wanted = teamOf(lead, edit.teamUserIds ?? before, null);
  const isHandedOver = lead !== leadUserId;
  const isMadeConfidential = edit.confidential === true && !confidential;
  const isChanged =
    isHandedOver ||
    (edit.confidential ?? confidential) !== confidential ||
    wanted.length !== before.length ||
    !wanted.every((id) => before.includes(id));
  if (isChanged && !mayChangeAccess(actor, leadUserId))
    return { refused: { code: 'not_allowed', sentence: NOT_YOURS } };
  const leavesByThemselves =
    actor.userId === leadUserId && edit.teamUserIds?.includes(leadUserId) === false && !isMadeConfidential;
  const staying = [
    ...(isHandedOver && !leavesByThemselves ? [leadUserId] : []),
    ...(isMadeConfidential && actor.userId ? [actor.userId] : []),
  ];
  const team = [...new Set([...wanted, ...staying])];
  const shutOut = members.find(({ id, stays }) => stays && id !== actor.userId && !team.includes(id));
  if (shutOut) return { refused: { code: 'member_stays', sentence: staysSentence(shutOut.name) } };
  return { team, staying };
}

const staysSentence = (name: string): string =>
  `${name} has led this search or made it confidential, and can only leave its team themselves.`;
