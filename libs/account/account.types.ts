export interface Account {
  name: string;
  email: string;
  /** null: no password was ever chosen. */
  passwordSince: Date | null;
  version: number;
}

/** One place where somebody is signed in. */
export interface AccountSession {
  id: string;
  /** Said for a person, such as "Firefox on Windows". */
  device: string;
  address: string | null;
  firmName: string | null;
  signedInAt: Date;
  lastUsedAt: Date;
  /** The one that asks. */
  current: boolean;
}

export type AccountErrorCode = 'stale_version';
