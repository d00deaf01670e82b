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

/** A new password with what it costs to judge and to keep it. Never leaves the process. */
export interface ChosenPassword {
  password: string;
  hash: string;
  common: ReadonlySet<string>;
}

/** Who asks, before anybody is known. */
export interface Caller {
  address: string;
  cookie?: string | undefined;
  userAgent?: string | undefined;
}

export interface SignIn {
  email: string;
  password: string;
  /** Otherwise the session ends with the browser, or after half a day without use. */
  rememberMe?: boolean;
}

/** Somebody's place in a firm. */
export interface Place {
  firmId: string;
  userId: string;
}

export interface Session {
  /** Opaque; never the token. */
  id: string;
  firmName: string | null;
  address: string | null;
  userAgent: string | null;
  remembered: boolean;
  signedInAt: Date;
  lastUsedAt: Date;
  current: boolean;
}

export type AuthErrorCode =
  | 'firm_not_yours'
  | 'login_refused'
  | 'password_refused'
  | 'reset_link_spent'
  | 'session_not_found'
  | 'wrong_credentials'
  | 'wrong_password';
