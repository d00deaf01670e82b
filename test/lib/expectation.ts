import { type Role, ROLES } from '@app/identity/identity.types.js';

/** Kinds of records an id can stand for. */
export const THINGS_OF_A_SEARCH = [
  'search',
  'candidacy',
  'move',
  'offer',
  'checkIn',
  'interview',
  'task',
  'flag',
  'delivery',
  'activity',
] as const;
export const THINGS_OF_A_FIRM = [
  'client',
  'contact',
  'candidate',
  'office',
  'user',
  'stage',
  'absence',
  'view',
  'roleTemplate',
  'suppression',
  'importRun',
  'erasure',
  'invited',
] as const;
export type Thing = (typeof THINGS_OF_A_SEARCH)[number] | (typeof THINGS_OF_A_FIRM)[number];

/** Where what a request names stands, as seen by who asks. The last three must be one and the same to them. */
export const RELATIONS = ['own', 'open', 'hidden', 'foreign', 'unknown'] as const;
export type Relation = (typeof RELATIONS)[number];

export type Asker = Role | 'anonymous';
export const MANAGERS: readonly Role[] = ['admin', 'partner'];
export const CONSULTANTS: readonly Role[] = ['admin', 'partner', 'consultant'];

/** One request of an operation, and who is answered what. */
export interface Expectation {
  /** who may, in searches they work on and in open ones they do not; everybody else who is signed in gets `otherwise` */
  readonly may: readonly Role[];
  /** 403 when left out */
  readonly otherwise?: number;
  /** who may in searches of other teams, where that differs */
  readonly mayElsewhere?: readonly Role[];
  /** what the ids of the request stand for, by their place: `path.id`, `query.leadId`, `body.teamUserIds[]` */
  readonly names?: Readonly<Record<string, Thing>>;
  /** ids in `body` that stand for nothing of a firm: the other firms of a login */
  readonly others?: readonly string[];
  /** made anew for each request, because the one before has used it up */
  readonly fresh?: readonly Thing[];
  /** the rest of the request; `{new}` in its words is another word each time */
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** a file of this name with these words, sent as a form */
  readonly upload?: Readonly<Record<string, string>>;
  /** what those are answered who may and see what it names */
  readonly answers: number;
  /** what they are answered where all that it names is there, but one of it belongs to something else */
  readonly apart?: number;
  /** what those are answered who may, but for whom there is no such thing: 404 for ids of the path, 400 for others */
  readonly unseen?: Readonly<Record<string, number>>;
  /** whether it is looked for what is named before it is looked at who asks */
  readonly seenFirst?: boolean;
  /** the answer says when it was made, and is compared without that */
  readonly ofItsMoment?: boolean;
  /** asked by anybody, signed in or not, with the same answer */
  readonly isPublic?: boolean;
}

/** What is done with a flag by who works on its search. */
export function inHand(more: Partial<Expectation>): Expectation {
  return {
    may: ROLES,
    mayElsewhere: MANAGERS,
    names: { 'path.id': 'flag' },
    fresh: ['flag'],
    answers: 200,
    seenFirst: true,
    ...more,
  };
}

export const read = (names: Expectation['names'] = {}, more: Partial<Expectation> = {}): Expectation => ({
  may: ROLES,
  names,
  answers: 200,
  ...more,
});
export const readBy = (may: readonly Role[], names: Expectation['names'] = {}, more: Partial<Expectation> = {}) =>
  read(names, { may, ...more });
/** A change by somebody who looked at an older version: refused to who may, and nothing is changed. */
export const stale = (
  may: readonly Role[],
  names: Expectation['names'],
  body: object = {},
  more: Partial<Expectation> = {},
): Expectation => ({ may, names, body: { version: 1_000, ...body }, answers: 409, ...more });
const SLICE = { 'query.leadId': 'user', 'query.officeId': 'office', 'query.clientId': 'client' } as const;
const OTHER_SLICE = {
  'query.otherLeadId': 'user',
  'query.otherOfficeId': 'office',
  'query.otherClientId': 'client',
} as const;
const counted = (names: Readonly<Record<string, Thing>>, more: Partial<Expectation>): Expectation =>
  read(names, { unseen: Object.fromEntries(Object.keys(names).map((name) => [name, 200])), ...more });
/** Of whom nothing is seen nothing is counted. */
export const sliced = (more: Partial<Expectation> = {}): Expectation => counted(SLICE, more);
export const slicedTwice = (more: Partial<Expectation> = {}): Expectation =>
  counted({ ...SLICE, ...OTHER_SLICE }, more);
export const openToAll = (more: Partial<Expectation>): Expectation => ({
  may: ROLES,
  answers: 200,
  isPublic: true,
  ...more,
});

/** Somebody else is to lead a search they look at an older version of: listed as refused, in an answer like any other. */
export const leading: Expectation = {
  may: CONSULTANTS,
  names: { 'body.changes[].searchId': 'search', 'body.changes[].leadUserId': 'user' },
  body: { changes: [{ version: 1_000 }] },
  answers: 200,
  unseen: { 'body.changes[].searchId': 200, 'body.changes[].leadUserId': 200 },
};
