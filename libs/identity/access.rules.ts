import type { Decider } from '@app/vocabulary/vocabulary.types.js';
import { ROLES, type Actor } from './identity.types.js';

type WhoActs = Pick<Actor, 'role'>;

/** Who may do what, in one table. What is not listed here every user of the firm may do. */
const ALLOWED = {
  manageFirm: ['admin', 'partner'],
  import: ['admin', 'partner'],
  inviteUser: ['admin', 'partner'],
  changePeople: ['admin'],
  openSearch: ['admin', 'partner', 'consultant'],
  makeOffer: ['admin', 'partner', 'consultant'],
  /** An outcome the client decided ends a conversation with the client; a researcher does not speak for it. */
  giveClientOutcome: ['admin', 'partner', 'consultant'],
  exemptFromNotice: ['admin', 'partner'],
  erasePersons: ['admin', 'partner'],
  workPipeline: ROLES,
} as const satisfies Record<string, readonly Actor['role'][]>;

const may = (actor: WhoActs, what: keyof typeof ALLOWED): boolean =>
  actor.role === 'system' || ALLOWED[what].some((role) => role === actor.role);

/** Offices, limits, stages. */
export const mayManageFirm = (actor: WhoActs): boolean => may(actor, 'manageFirm');
/** Ask somebody to join, and say which office they are of. */
export const mayInvite = (actor: WhoActs): boolean => may(actor, 'inviteUser');
/** Give and take roles, deactivate and reactivate. */
export const mayChangePeople = (actor: WhoActs): boolean => may(actor, 'changePeople');
export const mayImport = (actor: WhoActs): boolean => may(actor, 'import');
/** Open, edit, hold, resume, close and reopen. */
export const mayOpenSearch = (actor: WhoActs): boolean => may(actor, 'openSearch');
export const mayMakeOffer = (actor: WhoActs): boolean => may(actor, 'makeOffer');
/** Add and edit candidates, add candidacies, move them, log activities. */
export const mayWorkPipeline = (actor: WhoActs): boolean => may(actor, 'workPipeline');
export const mayGiveOutcome = (actor: WhoActs, decidedBy: Decider): boolean =>
  may(actor, decidedBy === 'client' ? 'giveClientOutcome' : 'workPipeline');
/** Say that somebody need not be told where we have their data from. */
export const mayExemptFromNotice = (actor: WhoActs): boolean => may(actor, 'exemptFromNotice');
/** Hand out and erase what is held about a person, and keep somebody again who was erased. */
export const mayErasePersons = (actor: WhoActs): boolean => may(actor, 'erasePersons');
