/** Who can sign in with an address. One login may belong to users of several firms. */
export interface Login {
  loginId: string;
  /** false: nobody has chosen a password for it yet. */
  hasPassword: boolean;
}

/** Whom a password is for: a guesser tries these words first. */
export interface PasswordOwner {
  email: string;
  name: string;
  firmNames: readonly string[];
}

export type AuthErrorCode =
  'email_taken' | 'login_refused' | 'password_refused' | 'reset_link_spent' | 'wrong_credentials';
