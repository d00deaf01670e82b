import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayMakeOffer } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CandidaciesService, type Locked } from '@app/pipeline/candidacies.service.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { UNKNOWN_OFFER } from '@app/placements/check-ins.rules.js';
import { CheckInsService } from '@app/placements/check-ins.service.js';
import { ACCEPTANCE_TAKEN_BACK, OFFER_DECIDED, OFFER_EXTENDED, START_DATE_SET } from './offers.events.js';
import { OffersRepository } from './offers.repository.js';
import { decideAccepted, decideDecision, decideExtending, decideStartDate, type OfferRefusal } from './offers.rules.js';
import type { CandidacyWithOffer, DecideOffer, ExtendOffer, Offer, SetStartDate, TakeBack } from './offers.types.js';

const NOT_ALLOWED = 'Only consultants, partners and admins can record offers.';

/** The only way to a placement: an offer goes out, and its answer comes in. */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly repository: OffersRepository,
    private readonly candidacies: CandidaciesService,
    private readonly pipeline: PipelineService,
    private readonly checkIns: CheckInsService,
    private readonly audit: AuditService,
  ) {}

  /** Records that an offer went out: the market window stops, the card goes to the offer stage, the search to `offer`. */
  async extendOffer(actor: Actor, candidacyId: string, input: ExtendOffer): Promise<CandidacyWithOffer> {
    demand(mayMakeOffer(actor), NOT_ALLOWED);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const locked = await this.candidacies.lock(tx, actor, candidacyId, input.version);
      const undecided = await this.repository.hasUndecided(tx, firmId, candidacyId);
      const zone = await this.repository.zoneOf(tx, firmId, locked.search.id);
      const order = { openedAt: locked.search.episodeOpenedAt, zone };
      const decision = decideExtending(locked.standing, undecided, order, input, locked.at);
      if ('refused' in decision) throw refusal(decision.refused);
      const { version: _, ...terms } = input;
      const [id, searchId] = [newId(), locked.search.id];
      await this.repository.insert(tx, { ...terms, id, firmId, candidacyId, searchId, ...decision });
      await this.pipeline.offerExtended(tx, actor, locked);
      await this.audit.fact(tx, actor, {
        fact: OFFER_EXTENDED,
        subject: ['offer', id],
        about: searchId,
        detail: { candidacyId },
      });
      return { offerId: id, ...(await this.candidacies.candidacy(tx, actor, candidacyId)) };
    });
  }

  /** Records the answer. An acceptance places the candidate and closes the search; anything else leaves both open. */
  async decideOffer(actor: Actor, offerId: string, input: DecideOffer): Promise<CandidacyWithOffer> {
    demand(mayMakeOffer(actor), NOT_ALLOWED);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const { offer, locked } = await this.lock(tx, actor, offerId, input.version);
      const { candidacyId } = offer;
      const zone = await this.repository.zoneOf(tx, firmId, offer.searchId);
      const decided = decideDecision(locked.standing, offer, zone, input, locked.at);
      if ('refused' in decided) throw refusal(decided.refused);
      const { decision, startDate = null } = input;
      await this.repository.decide(tx, firmId, offerId, { decision, startDate, ...decided });
      if (startDate) await this.checkIns.plan(tx, firmId, offerId);
      if (decision === 'accepted') await this.pipeline.placeCandidacy(tx, actor, locked);
      else await this.pipeline.offerRecorded(tx, actor, locked);
      await this.audit.fact(tx, actor, {
        fact: OFFER_DECIDED,
        subject: ['offer', offerId],
        about: offer.searchId,
        detail: { candidacyId, decision },
      });
      return { offerId, ...(await this.candidacies.candidacy(tx, actor, candidacyId)) };
    });
  }

  /** The first day, once it is agreed or when it moves: check-ins that are not done follow it. */
  async setStartDate(actor: Actor, offerId: string, { version, startDate }: SetStartDate): Promise<CandidacyWithOffer> {
    demand(mayMakeOffer(actor), NOT_ALLOWED);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const { offer } = await this.lock(tx, actor, offerId, version);
      const zone = await this.repository.zoneOf(tx, firmId, offer.searchId);
      const refused = decideStartDate(offer, startDate, zone);
      if (refused) throw refusal(refused);
      const { candidacyId, searchId } = offer;
      if (startDate === offer.startDate)
        return { offerId, ...(await this.candidacies.candidacy(tx, actor, candidacyId)) };
      await this.repository.setStartDate(tx, firmId, offerId, startDate);
      await this.checkIns.plan(tx, firmId, offerId);
      await this.audit.fact(tx, actor, {
        fact: START_DATE_SET,
        subject: ['offer', offerId],
        about: searchId,
        detail: { candidacyId, startDate },
      });
      return { offerId, ...(await this.candidacies.candidacy(tx, actor, candidacyId)) };
    });
  }

  /** A placement fell through: check-ins not held are gone, the search stays closed until somebody reopens it. */
  async takeBackAcceptance(actor: Actor, offerId: string, input: TakeBack): Promise<CandidacyWithOffer> {
    demand(mayMakeOffer(actor), NOT_ALLOWED);
    const { firmId } = actor;
    return this.database.transaction(async (tx) => {
      const { version, by, reason } = input;
      const { offer, locked } = await this.lock(tx, actor, offerId, version);
      const refused = decideAccepted(offer);
      if (refused) throw refusal(refused);
      const { candidacyId, searchId } = offer;
      await this.repository.takeBack(tx, firmId, offerId, { at: locked.at, by, reason });
      await this.checkIns.plan(tx, firmId, offerId);
      await this.pipeline.placementFellThrough(tx, actor, locked, { by, reason });
      await this.audit.fact(tx, actor, {
        fact: ACCEPTANCE_TAKEN_BACK,
        subject: ['offer', offerId],
        about: searchId,
        detail: { candidacyId, by },
      });
      return { offerId, ...(await this.candidacies.candidacy(tx, actor, candidacyId)) };
    });
  }

  /**
   * Whoever is erased stands in no search any more, and answers no offer: it ends as declined. All of their searches are
   * locked, so that nobody writes there about them meanwhile.
   */
  async leaveSearches(tx: Transaction, actor: Actor, candidateId: string): Promise<void> {
    const everywhere: Actor = { ...actor, role: 'system' };
    for (const candidacyId of await this.repository.candidaciesOf(tx, actor.firmId, candidateId)) {
      const locked = await this.candidacies.lock(tx, everywhere, candidacyId, null);
      if (locked.candidacy.outcome !== null) continue;
      await this.repository.declineUndecided(tx, actor.firmId, candidacyId, locked.at);
      await this.pipeline.leave(tx, everywhere, locked);
    }
  }

  /** Locks the search, the candidacy and then the offer. */
  private async lock(
    tx: Transaction,
    actor: Actor,
    offerId: string,
    version: number,
  ): Promise<{ offer: Offer; locked: Locked }> {
    const candidacyId = await this.repository.visibleCandidacyOf(tx, actor, offerId);
    if (!candidacyId) throw refusal(UNKNOWN_OFFER);
    const locked = await this.candidacies.lock(tx, actor, candidacyId, null);
    const offer = await this.repository.lock(tx, actor.firmId, offerId);
    if (!offer) throw refusal(UNKNOWN_OFFER);
    if (offer.version !== version) {
      throw new DomainError('stale_version', 'Somebody changed this offer in the meantime.', { current: offer });
    }
    return { offer, locked };
  }
}

const refusal = ({ code, sentence }: OfferRefusal): DomainError => new DomainError(code, sentence);
