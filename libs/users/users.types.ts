import type { Role } from '@app/identity/identity.types.js';

/** invited: asked to join, cannot sign in yet. deactivated: has left; everything they did stays under their name. */
export const USER_STATES = ['active', 'invited', 'deactivated'] as const;
export type UserState = (typeof USER_STATES)[number];

export interface InviteUser {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly officeId: string;
}

export interface ChangeUser {
  readonly version: number;
  readonly name?: string;
  readonly role?: Role;
  readonly officeId?: string;
}

export interface PendingInvitation {
  readonly askedAt: Date;
  /** null: the mail is on its way */
  readonly sentAt: Date | null;
  readonly expiresAt: Date | null;
  readonly expired: boolean;
  /** The mail server said no to it for good. */
  readonly refused: boolean;
}

/** What this person may do with that user now. */
export interface UserActions {
  readonly change: boolean;
  readonly changeRole: boolean;
  readonly resend: boolean;
  readonly takeBack: boolean;
  readonly deactivate: boolean;
  readonly reactivate: boolean;
}

export interface ListedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly officeId: string;
  readonly state: UserState;
  readonly version: number;
  readonly deactivatedAt: Date | null;
  readonly invitation: PendingInvitation | null;
  readonly allowed: UserActions;
}

export interface UserList {
  readonly items: ListedUser[];
  /** The roles this person may invite somebody as; none: may not invite. */
  readonly invitableRoles: Role[];
}

/** What a leaver has in hand, as far as the asking person may know of it. */
export interface HandOverPreview {
  readonly searches: number;
  readonly tasks: number;
  readonly flags: number;
  readonly deputyFor: number;
  /** Who would usually take over: a partner of their office. */
  readonly suggestedUserId: string | null;
}

/** A new password; or, of somebody who signs in to another firm already, the one they have. */
export interface AcceptInvitation {
  readonly token: string;
  readonly password: string;
}

/** What the holder of a link is shown. */
export interface OpenInvitation {
  readonly firmName: string;
  readonly name: string;
  readonly email: string;
  /** They sign in with their password already, at another firm. */
  readonly hasPassword: boolean;
}

export type UsersErrorCode =
  | 'has_password'
  | 'last_admin'
  | 'oneself'
  | 'successor_refused'
  | 'user_deactivated'
  | 'user_known'
  | 'user_not_deactivated'
  | 'user_not_invited';
