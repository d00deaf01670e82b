import type { OfferDecision } from '@app/vocabulary/vocabulary.types.js';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { LocalDate } from '@app/platform/time/local-date.js';
import type { Offer, OfferTerms, TakerBack } from './offers.types.js';
import { OfferEntity } from './offer.entity.js';

export interface NewOffer extends OfferTerms {
  id: string;
  firmId: string;
  candidacyId: string;
  searchId: string;
  extendedAt: Date;
  expiresAt?: Date;
}

@Injectable()
export class OffersRepository {
  /** The candidacy an offer was made in, if this person may know of it. */
  async visibleCandidacyOf(tx: Transaction, actor: Actor, offerId: string): Promise<string | null> {
    const [row] = await tx.query<{ candidacyId: string }[]>(
      `select o.candidacy_id as "candidacyId"
       from offer o join search_header s on s.firm_id = o.firm_id and s.id = o.search_id
       where o.firm_id = $1 and o.id = $4 and ${visibleSearch('s')}`,
      [...viewer(actor), offerId],
    );
    return row?.candidacyId ?? null;
  }

  /** Of a candidate, in the order in which their searches are locked. */
  async candidaciesOf(tx: Transaction, firmId: string, candidateId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from candidacy_overview where firm_id = $1 and candidate_id = $2 order by search_id`,
      [firmId, candidateId],
    );
    return rows.map(({ id }) => id);
  }

  async declineUndecided(tx: Transaction, firmId: string, candidacyId: string, at: Date): Promise<void> {
    await tx.query(
      `update offer set decision = 'declined', decided_at = greatest($3, extended_at), version = version + 1
       where firm_id = $1 and candidacy_id = $2 and decided_at is null`,
      [firmId, candidacyId, at],
    );
  }

  /** The zone of the office that owns a search. */
  async zoneOf(tx: Transaction, firmId: string, searchId: string): Promise<string> {
    const [row] = await tx.query<{ zone: string }[]>(
      'select time_zone as zone from search_header where firm_id = $1 and id = $2',
      [firmId, searchId],
    );
    if (!row) throw new Error(`there is no search ${searchId}`);
    return row.zone;
  }

  async hasUndecided(tx: Transaction, firmId: string, candidacyId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select 1 from offer where firm_id = $1 and candidacy_id = $2 and decided_at is null limit 1',
      [firmId, candidacyId],
    );
    return rows.length > 0;
  }

  /** Locks an offer whose candidacy is locked already. */
  async lock(tx: Transaction, firmId: string, offerId: string): Promise<Offer | null> {
    const [row] = await tx.query<Offer[]>(
      `select id, candidacy_id as "candidacyId", search_id as "searchId", extended_at as "extendedAt",
              expires_at as "expiresAt", decided_at as "decidedAt", decision,
              start_date::text as "startDate", taken_back_at as "takenBackAt", version
       from offer where firm_id = $1 and id = $2 for no key update`,
      [firmId, offerId],
    );
    return row ?? null;
  }

  async insert(tx: Transaction, offer: NewOffer): Promise<void> {
    await tx.query(
      `insert into offer (firm_id, id, candidacy_id, search_id, extended_at, expires_at, currency, base, bonus,
                          equity_value, vesting_months, sign_on, relocation)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        offer.firmId,
        offer.id,
        offer.candidacyId,
        offer.searchId,
        offer.extendedAt,
        offer.expiresAt ?? null,
        offer.currency ?? null,
        offer.base ?? null,
        offer.bonus ?? null,
        offer.equityValue ?? null,
        offer.vestingMonths ?? null,
        offer.signOn ?? null,
        offer.relocation ?? null,
      ],
    );
  }

  async decide(
    tx: Transaction,
    firmId: string,
    offerId: string,
    decided: { decision: OfferDecision; decidedAt: Date; startDate: LocalDate | null },
  ): Promise<void> {
    await tx.query(
      `update offer set decision = $3, decided_at = $4, start_date = $5, version = version + 1
       where firm_id = $1 and id = $2 and decision is null`,
      [firmId, offerId, decided.decision, decided.decidedAt, decided.startDate],
    );
  }

  async setStartDate(tx: Transaction, firmId: string, offerId: string, startDate: LocalDate | null): Promise<void> {
    await tx.update(OfferEntity, { firmId, id: offerId }, { startDate });
  }

  async takeBack(
    tx: Transaction,
    firmId: string,
    offerId: string,
    { at, by, reason }: { at: Date; by: TakerBack; reason: string },
  ): Promise<void> {
    await tx.update(
      OfferEntity,
      { firmId, id: offerId },
      { takenBackAt: at, takenBackBy: by, takenBackReason: reason },
    );
  }
}
