import { mayChangePeople, mayInvite } from '@app/identity/access.rules.js';
import { type Actor, type IdentityErrorCode, ROLES, type Role } from '@app/identity/identity.types.js';
import type { UserActions, UsersErrorCode, UserState } from './users.types.js';

type WhoActs = Pick<Actor, 'userId' | 'role'>;

export interface RuledUser {
  readonly id: string;
  readonly role: Role;
  readonly state: UserState;
}

export interface UserRefusal {
  readonly code: UsersErrorCode | IdentityErrorCode;
  readonly sentence: string;
}

/** Nobody gives more than they have. */
export function invitableRoles(actor: Pick<Actor, 'role'>): Role[] {
  if (!mayInvite(actor)) return [];
  return mayChangePeople(actor) ? [...ROLES] : ROLES.filter((role) => role !== 'admin');
}

export function inviteRefusal(actor: Pick<Actor, 'role'>, role: Role): UserRefusal | null {
  if (!mayInvite(actor)) return notAllowed('Only partners and admins can invite colleagues.');
  if (!invitableRoles(actor).includes(role)) return notAllowed('Only an admin can make somebody an admin.');
  return null;
}

/** Sending an invitation again, or taking it back: whoever might have sent it. */
export function invitationRefusal(actor: WhoActs, user: RuledUser): UserRefusal | null {
  const refused = inviteRefusal(actor, user.role);
  if (refused) return refused;
  if (user.state === 'invited') return null;
  return {
    code: 'user_not_invited',
    sentence:
      user.state === 'active'
        ? 'This person has already joined, so there is no open invitation.'
        : 'This person has left; reactivate them first.',
  };
}

/** Name and office. */
export function changeRefusal(actor: WhoActs, user: RuledUser): UserRefusal | null {
  if (!mayInvite(actor)) return notAllowed('Only partners and admins can change the name and office of a colleague.');
  return user.state === 'deactivated' ? left() : null;
}

/** `admins` are the firm's active admins. Nobody changes their own role: so an admin is never their own last one. */
export function roleRefusal(
  actor: WhoActs,
  user: RuledUser,
  role: Role,
  admins: readonly string[],
): UserRefusal | null {
  if (!mayChangePeople(actor) || isNoAdminAnyMore(actor, admins)) return notAllowed('Only admins can change roles.');
  if (user.state === 'deactivated') return left();
  if (role === user.role) return null;
  if (user.id === actor.userId) return oneself('You cannot change your own role; another admin has to.');
  return isLastAdmin(user, admins) ? lastAdmin() : null;
}

export function deactivationRefusal(actor: WhoActs, user: RuledUser, admins: readonly string[]): UserRefusal | null {
  if (!mayChangePeople(actor) || isNoAdminAnyMore(actor, admins))
    return notAllowed('Only admins can deactivate somebody.');
  if (user.state === 'deactivated') return { code: 'user_deactivated', sentence: 'This person has already left.' };
  if (user.id === actor.userId) return oneself('You cannot deactivate yourself; another admin has to.');
  return isLastAdmin(user, admins) ? lastAdmin() : null;
}

export function reactivationRefusal(actor: WhoActs, user: RuledUser, admins: readonly string[]): UserRefusal | null {
  if (!mayChangePeople(actor) || isNoAdminAnyMore(actor, admins))
    return notAllowed('Only admins can reactivate somebody.');
  if (user.state === 'deactivated') return null;
  return { code: 'user_not_deactivated', sentence: 'This person has not left, so there is nothing to reactivate.' };
}

/** Whoever takes over works here, and is not the one who goes. */
export function successorRefusal(user: Pick<RuledUser, 'id'>, successor: RuledUser | null): UserRefusal | null {
  const refused = (sentence: string): UserRefusal => ({ code: 'successor_refused', sentence });
  if (!successor) return refused('The person taking over is not a colleague at this firm.');
  if (successor.id === user.id) return refused('Nobody can take over from themselves; choose a colleague.');
  return successor.state === 'active' ? null : refused('The person taking over must be able to sign in.');
}

/** Another admin may have taken this one's role a moment ago. */
const isNoAdminAnyMore = (actor: WhoActs, admins: readonly string[]): boolean =>
  actor.userId !== null && !admins.includes(actor.userId);

const isLastAdmin = (user: RuledUser, admins: readonly string[]): boolean =>
  admins.length === 1 && admins[0] === user.id;

export function allowedUserActions(actor: WhoActs, user: RuledUser, admins: readonly string[]): UserActions {
  const invitation = invitationRefusal(actor, user) === null;
  return {
    change: changeRefusal(actor, user) === null,
    changeRole: ROLES.some((role) => role !== user.role && roleRefusal(actor, user, role, admins) === null),
    resend: invitation,
    takeBack: invitation,
    deactivate: deactivationRefusal(actor, user, admins) === null,
    reactivate: reactivationRefusal(actor, user, admins) === null,
  };
}

const notAllowed = (sentence: string): UserRefusal => ({ code: 'not_allowed', sentence });
const oneself = (sentence: string): UserRefusal => ({ code: 'oneself', sentence });
const left = (): UserRefusal => ({
  code: 'user_deactivated',
  sentence: 'This person has left; reactivate them first.',
});
const lastAdmin = (): UserRefusal => ({
  code: 'last_admin',
  sentence: 'This is the last admin of the firm. Make somebody else an admin first.',
});
