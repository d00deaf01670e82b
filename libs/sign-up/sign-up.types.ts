import type { NewFirm } from '@app/identity/identity.types.js';

export type SignUpMode = 'open' | 'token' | 'closed';

export interface SignUpState {
  /** Who may set up a firm: anybody, whoever has the token, or nobody. */
  mode: SignUpMode;
  /** There is no firm yet: the first one is set up with the link that the start of the api prints. */
  first: boolean;
}

export interface SignUp extends NewFirm {
  name: string;
  email: string;
}

/** What stands behind a link from a mail, before anything is made of it. */
export interface PendingSignUp extends SignUp {
  region: string | null;
  /** false: this address signs in already, and the new firm joins its login. */
  needsPassword: boolean;
}

export type SignUpErrorCode =
  | 'password_needed'
  | 'set_up_done'
  | 'set_up_link_wrong'
  | 'sign_up_closed'
  | 'sign_up_link_spent'
  | 'sign_up_token_wrong';
