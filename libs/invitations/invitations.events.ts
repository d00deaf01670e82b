/** Subject: the user. Somebody is asked to join, or asked again: a mail is owed. */
export const INVITATION_ASKED = 'invitations.invitation_asked';
