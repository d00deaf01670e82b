import type { SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import type { Alone } from '@app/platform/once/each-alone.js';
import { sortsOf } from '@app/platform/lists/sorted.js';
import type { OverrideReason } from '@app/tombstones/tombstones.types.js';

/** What the list can be sorted by. */
export const CLIENT_SORTS = sortsOf(['name', 'industry', 'country']);
export type ClientSort = (typeof CLIENT_SORTS)[number];

export interface ClientFilter {
  /** words of the name, the domain or the industry */
  q?: string;
  country?: string;
  /** words of the industry */
  industry?: string;
}

export interface ClientRow {
  id: string;
  ref: string | null;
  name: string;
  domain: string | null;
  country: string | null;
  industry: string | null;
  version: number;
}

export const CONTACT_ROLES = ['decision_maker', 'hr', 'board', 'other'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export interface Contact {
  id: string;
  name: string;
  email: string | null;
  role: ContactRole;
  /** They asked to be forgotten. */
  erased: boolean;
  version: number;
}

/** A contact with where they belong. */
export interface ContactRecord extends Contact {
  client: { id: string; name: string };
  /** of the client, those the reader may see, the latest first */
  searches: ClientSearch[];
  allowed: { edit: boolean; erase: boolean };
}

export interface ClientSearch {
  id: string;
  ref: string | null;
  title: string;
  status: SearchStatus;
  openedAt: Date;
}

export interface Client extends ClientRow {
  allowed: { edit: boolean; erase: boolean };
  contacts: Contact[];
  /** those the reader may see, the latest first; the newest 100 of them */
  searches: ClientSearch[];
}

export interface AddClient {
  name: string;
  domain?: string | null;
  country?: string | null;
  industry?: string | null;
}

/** What is absent stays as it is. */
export type EditClient = Partial<AddClient> & { version: number };

/** One of several clients that are changed alike, in what many of them share. */
export type ClientChange = Pick<EditClient, 'version' | 'industry' | 'country'> & { clientId: string };

export interface ChangedClient {
  id: string;
  name: string;
  version: number;
  before: Pick<ClientRow, 'industry' | 'country'>;
}

/** What became of each, or would. */
export type ClientChanges = Alone<ChangedClient>;

export interface AddContact {
  name: string;
  email?: string | null;
  role: ContactRole;
  /** Keeps somebody who asked to be forgotten, and why: for partners. */
  despiteErasure?: OverrideReason;
}

export interface EditContact {
  version: number;
  name?: string;
  email?: string | null;
  role?: ContactRole;
  /** Keeps somebody who asked to be forgotten, and why: for partners. */
  despiteErasure?: OverrideReason;
}

export type ClientErrorCode =
  | 'client_not_found'
  | 'client_like_that'
  | 'contact_erased'
  | 'contact_not_found'
  | 'possible_duplicate'
  | 'stale_version';
