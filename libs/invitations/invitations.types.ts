/** So long a link works. */
export const INVITATION_DAYS = 7;

/** Who a link is for. */
export interface HeldInvitation {
  readonly firmId: string;
  readonly firmName: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export type InvitationsErrorCode = 'invitation_spent' | 'invitation_used';
