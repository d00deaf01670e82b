import type { Outcome, SearchStatus } from '@app/vocabulary/vocabulary.types.js';
import { GIVEN_OUTCOMES, type AllowedOnCard, type PipelineErrorCode } from './pipeline.types.js';
import type { Stage, StageKind } from '@app/stages/stages.types.js';

/** Why something may not be done, in the firm's words. */
export interface Refusal {
  readonly code: PipelineErrorCode;
  readonly sentence: string;
}

/** Where a candidacy stands, as far as decisions about it need to know. */
export interface Standing {
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly searchStatus: SearchStatus;
}

/** A search that is not closed; on hold counts, as people may still be told and moved. */
export const isRunning = (status: SearchStatus): boolean =>
  status === 'open' || status === 'on_hold' || status === 'offer';

/** Stages that only an offer leads to. */
const reachedByOffer = ({ kind }: Stage): boolean => kind === 'offer' || kind === 'placed';

const refusal = (code: PipelineErrorCode, sentence: string): Refusal => ({ code, sentence });

const SEARCH_CLOSED = refusal('search_not_running', 'This search is closed; reopen it first.');
const archived = ({ label }: Stage): Refusal =>
  refusal('stage_archived', `The stage ${label} is archived: nobody is put there any more.`);
const ENDED = refusal('candidacy_ended', 'This candidacy has ended; bring it back first.');

/** May this candidacy be worked on at all? */
export function decideWork({ outcome, searchStatus }: Standing): Refusal | null {
  if (!isRunning(searchStatus)) return SEARCH_CLOSED;
  return outcome === null ? null : ENDED;
}

/** A plain move goes to any other stage, forward or back, short of those an offer leads to. */
export function decideMove(standing: Standing, to: Stage): Refusal | null {
  const refused = decideWork(standing);
  if (refused) return refused;
  if (to.id === standing.stage.id) return refusal('same_stage', `The candidate is already in ${to.label}.`);
  if (to.archived) return archived(to);
  if (to.kind === 'offer') return refusal('stage_needs_offer', 'Extend an offer instead: it moves the candidate here.');
  if (to.kind === 'placed')
    return refusal('stage_needs_offer', 'Record that the offer was accepted instead: it places the candidate.');
  return null;
}

/** A candidacy begins in the firm's first stage, or in a later one short of an offer. */
export function decideAdding(searchStatus: SearchStatus, stage: Stage): Refusal | null {
  if (!isRunning(searchStatus)) return SEARCH_CLOSED;
  if (stage.archived) return archived(stage);
  if (reachedByOffer(stage))
    return refusal('stage_needs_offer', 'A candidacy cannot begin in this stage; extend an offer later.');
  return null;
}

/** Where people begin. */
export const firstStage = (stages: readonly Stage[]): Stage | undefined => stages.find((stage) => !stage.archived);

/** The first stage of a kind, in the order of the process. */
export const stageOfKind = (stages: readonly Stage[], kind: StageKind): Stage | undefined =>
  stages.find((stage) => stage.kind === kind && !stage.archived);

export const isForward = (from: Stage, to: Stage): boolean => to.position > from.position;

/** An outcome may be given as long as there is none and no offer waits for its answer; the search may be closed. */
export function decideOutcome(outcome: Outcome | null, undecidedOffer: boolean): Refusal | null {
  if (outcome !== null) return refusal('candidacy_ended', 'This candidacy has already ended.');
  if (undecidedOffer) return refusal('offer_undecided', 'An offer is awaiting an answer; record the answer first.');
  return null;
}

/** A live candidate of a running search gets one offer at a time; another one after it was turned down. */
export function decideOffering(standing: Standing, undecidedOffer: boolean): Refusal | null {
  const refused = decideWork(standing);
  if (refused || !undecidedOffer) return refused;
  return refusal('offer_already_out', 'An offer to this candidate is awaiting an answer; record that first.');
}

export function decideReactivation({ outcome, searchStatus }: Standing): Refusal | null {
  if (outcome === null) return refusal('candidacy_not_ended', 'This candidacy has not ended.');
  if (outcome === 'placed')
    return refusal('candidacy_placed', 'This candidate was placed, which cannot be undone here.');
  return isRunning(searchStatus) ? null : SEARCH_CLOSED;
}

export interface EffectiveMove {
  readonly id: string;
  readonly toStageId: string;
  readonly byOffer: boolean;
}

/** Which move a correction may void: the latest that still stands, unless it is the first or an offer made it. */
export function correctableMove(standing: Standing, moves: readonly EffectiveMove[]): string | null {
  const latest = moves.at(-1);
  if (!latest || moves.length < 2 || latest.byOffer || decideWork(standing)) return null;
  return latest.id;
}

/** `moves` are those that still stand, in the order they were made. */
export function decideCorrection(standing: Standing, moves: readonly EffectiveMove[], moveId: string): Refusal | null {
  const refused = decideWork(standing);
  if (refused) return refused;
  if (correctableMove(standing, moves) === moveId) return null;
  return refusal(
    'move_not_correctable',
    'Only the latest move can be corrected, and only once; not the one that began the candidacy, nor one an offer made.',
  );
}

export interface MayDo {
  readonly work: boolean;
  readonly offer: boolean;
}

export const NOTHING_ALLOWED: AllowedOnCard = { moveTo: [], outcomes: [], offer: false };

/** Where a card stands, as far as it decides what may be done with it. */
export interface OnBoard {
  readonly stageId: string;
  readonly offerOut: boolean;
}

/** What may be done next with the cards of a search: one object for all cards of a stage, and one for those with an offer out. */
export function allowedPerStage(
  stages: readonly Stage[],
  searchStatus: SearchStatus,
  mayDo: MayDo,
): (card: OnBoard) => AllowedOnCard {
  const known = (offerOut: boolean): Map<string, AllowedOnCard> =>
    new Map(
      stages.map((stage) => {
        const standing: Standing = { stage, outcome: null, searchStatus };
        return [stage.id, allowedInStage(standing, offerOut, stages, mayDo)];
      }),
    );
  const [without, withOne] = [known(false), known(true)];
  return ({ stageId, offerOut }) => (offerOut ? withOne : without).get(stageId) ?? NOTHING_ALLOWED;
}

function allowedInStage(
  standing: Standing,
  offerOut: boolean,
  stages: readonly Stage[],
  { work, offer }: MayDo,
): AllowedOnCard {
  if (!work) return NOTHING_ALLOWED;
  return {
    moveTo: stages.filter((to) => decideMove(standing, to) === null).map(({ id }) => id),
    outcomes: decideOutcome(null, offerOut) === null ? [...GIVEN_OUTCOMES] : [],
    offer: offer && decideOffering(standing, offerOut) === null,
  };
}

/** When the window opens that begins with a stage: at the first contact, or earlier when the candidate says so. */
export function windowOpening(kind: StageKind, at: Date, inMarketSince: Date | null): Date | null {
  if (kind === 'sourcing') return null;
  return inMarketSince && inMarketSince < at ? inMarketSince : at;
}
