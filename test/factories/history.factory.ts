import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { TestFirm } from './firm.factory.js';

export type Moment = string | Date;

export interface SearchOptions {
  openedAt: Moment;
  ref?: string;
  title?: string;
  confidential?: boolean;
  leadUserId?: string;
  teamUserIds?: string[];
}

export interface CandidacyOptions {
  stage: string;
  at: Moment;
  candidateId?: string;
}

/**
 * A firm's past, written as facts at moments of the test's choosing; the clocks on the rows are then what the facts
 * say. Every method is one commit, as it is in the product.
 */
export class History {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly firm: TestFirm,
    private readonly clientId: string,
  ) {}

  static async of(dataSource: DataSource, firm: TestFirm): Promise<History> {
    const clientId = newId();
    await dataSource.query('insert into client (firm_id, id, name) values ($1, $2, $3)', [
      firm.id,
      clientId,
      `Simulated client ${clientId.slice(-6)}`,
    ]);
    return new History(dataSource, firm, clientId);
  }

  async search(options: SearchOptions): Promise<string> {
    const [id, episodeId] = [newId(), newId()];
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `insert into search (firm_id, id, ref, client_id, title, role_key, office_id, lead_user_id, confidential, status,
                             opened_at, episode_id, episode_opened_at, last_progress_at, progress_key)
         values ($1, $2, $3, $4, $5, 'caio', $6, $7, $8, 'open', $9, $10, $9, $9, $10)`,
        [
          this.firm.id,
          id,
          options.ref ?? `S-${id.slice(-8)}`,
          this.clientId,
          options.title ?? 'Chief AI Officer',
          this.firm.officeId,
          options.leadUserId ?? this.firm.users.consultant.id,
          options.confidential ?? false,
          options.openedAt,
          episodeId,
        ],
      );
      await tx.query('insert into search_episode (firm_id, id, search_id, opened_at) values ($1, $2, $3, $4)', [
        this.firm.id,
        episodeId,
        id,
        options.openedAt,
      ]);
      for (const userId of options.teamUserIds ?? []) {
        await tx.query('insert into search_member (firm_id, id, search_id, user_id) values ($1, $2, $3, $4)', [
          this.firm.id,
          newId(),
          id,
          userId,
        ]);
      }
    });
    return id;
  }

  async person(name = 'Simulated Person', inMarketSince: string | null = null): Promise<string> {
    const id = newId();
    await this.dataSource.query(
      'insert into candidate (firm_id, id, ref, name, in_market_since) values ($1, $2, $3, $4, $5)',
      [this.firm.id, id, `C-${id.slice(-8)}`, name, inMarketSince],
    );
    return id;
  }

  async candidacy(searchId: string, { stage, at, candidateId }: CandidacyOptions): Promise<string> {
    const [id, moveId] = [newId(), newId()];
    const personId = candidateId ?? (await this.person());
    await this.fact(searchId, async (tx) => {
      await tx.query(
        `insert into candidacy (firm_id, id, search_id, candidate_id, stage_id, stage_since, stage_key, last_progress_at, progress_key)
         values ($1, $2, $3, $4, $5, $6, $7, $6, $7)`,
        [this.firm.id, id, searchId, personId, this.stageId(stage), at, moveId],
      );
      await this.insertMove(tx, searchId, { id: moveId, candidacyId: id, stage, at });
    });
    return id;
  }

  async move(searchId: string, candidacyId: string, stage: string, at: Moment): Promise<string> {
    const id = newId();
    await this.fact(searchId, (tx) => this.insertMove(tx, searchId, { id, candidacyId, stage, at }));
    return id;
  }

  /** Voids a move: what stood before it stands again. */
  async correct(searchId: string, candidacyId: string, moveId: string, at: Moment): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query(
        `insert into stage_move (firm_id, id, candidacy_id, search_id, to_stage_id, at, voids_id)
         select m.firm_id, $3, $4, m.search_id, m.to_stage_id, $5, m.id from stage_move m where m.firm_id = $1 and m.id = $2`,
        [this.firm.id, moveId, newId(), candidacyId, at],
      ),
    );
  }

  /** A call with a candidate, or about the search as a whole. */
  async call(searchId: string, at: Moment, candidateId: string | null = null): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query(
        `insert into activity (firm_id, id, search_id, candidate_id, kind, at) values ($1, $2, $3, $4, 'call', $5)`,
        [this.firm.id, newId(), searchId, candidateId, at],
      ),
    );
  }

  /** Something said in a search about one of its people. */
  async said(searchId: string, candidacyId: string, kind: string, at: Moment): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query(
        `insert into activity (firm_id, id, search_id, candidate_id, kind, at)
         select firm_id, $3, search_id, candidate_id, $4, $5 from candidacy where firm_id = $1 and id = $2`,
        [this.firm.id, candidacyId, newId(), kind, at],
      ),
    );
  }

  /** A call with a decision maker of the client. */
  async calledDecisionMaker(searchId: string, at: Moment): Promise<void> {
    const contactId = newId();
    await this.dataSource.query(
      `insert into contact (firm_id, id, client_id, name, role) values ($1, $2, $3, 'Simulated contact', 'decision_maker')`,
      [this.firm.id, contactId, this.clientId],
    );
    await this.fact(searchId, (tx) =>
      tx.query(
        `insert into activity (firm_id, id, search_id, contact_id, kind, at) values ($1, $2, $3, $4, 'call', $5)`,
        [this.firm.id, newId(), searchId, contactId, at],
      ),
    );
  }

  async target(searchId: string, date: string | null): Promise<void> {
    await this.dataSource.query('update search set target_date = $3 where firm_id = $1 and id = $2', [
      this.firm.id,
      searchId,
      date,
    ]);
    await this.lookAgain(this.dataSource, 's.id = $2', searchId);
  }

  /** A day on which the client does not work. */
  async clientHoliday(date: string): Promise<void> {
    await this.dataSource.query(
      'insert into client_holiday (firm_id, id, client_id, date) values ($1, $2, $3, $4) on conflict do nothing',
      [this.firm.id, newId(), this.clientId, date],
    );
    await this.dataSource.query(
      'update client set calendar_version = calendar_version + 1 where firm_id = $1 and id = $2',
      [this.firm.id, this.clientId],
    );
    await this.lookAgain(this.dataSource, 's.client_id = $2', this.clientId);
  }

  async offer(searchId: string, candidacyId: string, at: Moment, expiresAt: Moment | null = null): Promise<string> {
    const id = newId();
    await this.fact(searchId, (tx) =>
      tx.query(
        `insert into offer (firm_id, id, candidacy_id, search_id, extended_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [this.firm.id, id, candidacyId, searchId, at, expiresAt],
      ),
    );
    return id;
  }

  async decide(searchId: string, offerId: string, decision: 'accepted' | 'declined', at: Moment): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query('update offer set decision = $3, decided_at = $4 where firm_id = $1 and id = $2', [
        this.firm.id,
        offerId,
        decision,
        at,
      ]),
    );
  }

  async end(searchId: string, candidacyId: string, at: Moment, reason: string | null = null): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query(
        `update candidacy set outcome = 'withdrawn', outcome_by = 'candidate', outcome_reason = $4, ended_at = $3
         where firm_id = $1 and id = $2`,
        [this.firm.id, candidacyId, at, reason],
      ),
    );
  }

  async hold(searchId: string, from: Moment, to: Moment | null = null): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query('insert into search_hold (firm_id, id, search_id, started_at, ended_at) values ($1, $2, $3, $4, $5)', [
        this.firm.id,
        newId(),
        searchId,
        from,
        to,
      ]),
    );
  }

  async resume(searchId: string, at: Moment): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query('update search_hold set ended_at = $3 where firm_id = $1 and search_id = $2 and ended_at is null', [
        this.firm.id,
        searchId,
        at,
      ]),
    );
  }

  async close(searchId: string, at: Moment, reason = 'cancelled'): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query(
        `update search_episode set closed_at = $3, close_reason = $4
         where firm_id = $1 and search_id = $2 and closed_at is null`,
        [this.firm.id, searchId, at, reason],
      ),
    );
  }

  async reopen(searchId: string, at: Moment): Promise<void> {
    await this.fact(searchId, (tx) =>
      tx.query('insert into search_episode (firm_id, id, search_id, opened_at) values ($1, $2, $3, $4)', [
        this.firm.id,
        newId(),
        searchId,
        at,
      ]),
    );
  }

  private async insertMove(
    tx: EntityManager,
    searchId: string,
    move: { id: string; candidacyId: string; stage: string; at: Moment },
  ): Promise<void> {
    await tx.query(
      'insert into stage_move (firm_id, id, candidacy_id, search_id, to_stage_id, at) values ($1, $2, $3, $4, $5, $6)',
      [this.firm.id, move.id, move.candidacyId, searchId, this.stageId(move.stage), move.at],
    );
  }

  private async fact(searchId: string, write: (tx: EntityManager) => Promise<unknown>): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query('select 1 from search where firm_id = $1 and id = $2 for no key update', [this.firm.id, searchId]);
      await write(tx);
      await this.readClocks(tx, searchId);
    });
  }

  private async readClocks(tx: EntityManager, searchId: string): Promise<void> {
    await tx.query(
      `update candidacy c set stage_id = k.stage_id, stage_since = k.stage_since, stage_key = k.stage_key,
              last_progress_at = k.last_progress_at, progress_key = k.progress_key, window_opened_at = k.window_opened_at,
              window_key = k.window_key, offer_extended_at = k.offer_extended_at,
              client_turn_at = k.client_turn_at, client_turn_key = k.client_turn_key, presented_at = k.presented_at,
              presented_key = k.presented_key, assessed_at = k.assessed_at, assessed_key = k.assessed_key
       from candidacy_clock($1, now(), $2) k where c.firm_id = $1 and c.id = k.candidacy_id`,
      [this.firm.id, searchId],
    );
    await tx.query(
      `update search s set status = k.status, episode_id = k.episode_id, episode_opened_at = k.episode_opened_at,
              last_progress_at = k.last_progress_at, progress_key = k.progress_key,
              decision_maker_at = k.decision_maker_at, decision_maker_key = k.decision_maker_key,
              closed_at = e.closed_at, close_reason = e.close_reason
       from search_clock($1, now(), $2) k join search_episode e on e.firm_id = $1 and e.id = k.episode_id
       where s.firm_id = $1 and s.id = k.search_id`,
      [this.firm.id, searchId],
    );
    await this.lookAgain(tx, 's.id = $2', searchId);
  }

  private async lookAgain(tx: Pick<DataSource, 'query'>, which: string, id: string): Promise<void> {
    await tx.query(
      `update search_check k set next_check_at = '-infinity' from search s
       where s.firm_id = $1 and ${which} and k.firm_id = s.firm_id and k.search_id = s.id`,
      [this.firm.id, id],
    );
  }

  private stageId(key: string): string {
    const id = this.firm.stages[key];
    if (!id) throw new Error(`the test firm has no stage ${key}`);
    return id;
  }
}
