import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { onTeam, viewer, visibleCandidacy, visibleSearch } from '@app/identity/visible.sql.js';
import type { Transaction } from '@app/platform/database/database.js';
import { cursorMoment, DEFAULT_PAGE, readCursor, type PageRequest } from '@app/platform/lists/page.js';
import type { EditInterview, Interview, SetInterview } from './interviews.types.js';
import { InterviewEntity } from './interview.entity.js';

export interface NewInterview extends SetInterview {
  id: string;
  firmId: string;
  candidacyId: string;
  searchId: string;
  candidateId: string;
  setBy: string | null;
}

export type StoredInterview = Omit<Interview, 'allowed'> & {
  live: boolean;
  /** The reader works on the search. */
  onTeam: boolean;
  /** Since when it will not take place, because its candidate or its search has come to an end. */
  calledOffAt: Date | null;
};

export type ListedInterview = StoredInterview & { startsKey: string };

const ON_TEAM = onTeam('i');

const RECORD = `i.id, i.candidacy_id as "candidacyId", json_build_object('id', s.id, 'title', s.title) as search,
  json_build_object('id', p.id, 'name', p.name) as candidate, i.starts_at as "startsAt", i.ends_at as "endsAt", i.place,
  i.with_whom as "withWhom", i.cancelled_at as "cancelledAt", i.called_off_at as "calledOffAt", s.time_zone as "timeZone", i.version,
  c.outcome is null and s.status in ('open', 'on_hold', 'offer') as live, ${ON_TEAM} as "onTeam"`;

const NAMES = `join candidacy_overview c on c.firm_id = i.firm_id and c.id = i.candidacy_id
  join search_header s on s.firm_id = i.firm_id and s.id = i.search_id
  join candidate p on p.firm_id = i.firm_id and p.id = i.candidate_id`;

const VISIBLE = visibleSearch('s');

@Injectable()
export class InterviewsRepository {
  async maySee(db: Transaction, actor: Actor, candidacyId: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `select 1 from candidacy_overview c where c.firm_id = $1 and c.id = $4 and ${visibleCandidacy('c')}`,
      [...viewer(actor), candidacyId],
    );
    return rows.length > 0;
  }

  /** Of one candidacy, the latest first, cancelled ones too. */
  ofCandidacy(db: Transaction, actor: Actor, candidacyId: string, limit: number): Promise<StoredInterview[]> {
    return db.query(
      `select ${RECORD} from interview i ${NAMES}
       where i.firm_id = $1 and i.candidacy_id = $4 and ${VISIBLE} order by i.starts_at desc, i.id desc limit $5`,
      [...viewer(actor), candidacyId, limit],
    );
  }

  /** Still to be held or under way within a stretch of time, in the searches this person works on. */
  upcoming(
    db: Transaction,
    actor: Actor,
    { from, to }: { from: Date; to: Date | null },
    page: PageRequest,
  ): Promise<ListedInterview[]> {
    const [startsAt, id] = readCursor(page.after, ['moment', 'uuid']) ?? [null, null];
    return db.query(
      `select ${RECORD}, ${cursorMoment('i.starts_at')} as "startsKey"
       from interview i ${NAMES}
       where i.firm_id = $1 and i.cancelled_at is null and i.ends_at > $4 and ($2::boolean or ${ON_TEAM})
         and ($5::timestamptz is null or i.starts_at < $5)
         and ($6::timestamptz is null or (i.starts_at, i.id) > ($6::timestamptz, $7::uuid))
         and c.outcome is null and s.status in ('open', 'on_hold', 'offer')
       order by i.starts_at, i.id limit $8`,
      [...viewer(actor), from, to, startsAt, id, (page.limit ?? DEFAULT_PAGE) + 1],
    );
  }

  async find(db: Transaction, actor: Actor, interviewId: string): Promise<StoredInterview | null> {
    const [row] = await db.query<StoredInterview[]>(
      `select ${RECORD} from interview i ${NAMES} where i.firm_id = $1 and i.id = $4 and ${VISIBLE}`,
      [...viewer(actor), interviewId],
    );
    return row ?? null;
  }

  async insert(tx: Transaction, interview: NewInterview): Promise<void> {
    await tx.insert(InterviewEntity, { ...interview });
  }

  async update(
    tx: Transaction,
    firmId: string,
    interview: Required<Omit<EditInterview, 'version'>> & { id: string },
  ): Promise<void> {
    const { id, startsAt, endsAt, place, withWhom } = interview;
    const changedAt = () => 'now()';
    await tx.update(InterviewEntity, { firmId, id }, { startsAt, endsAt, place, withWhom, changedAt });
  }

  async setCancelled(tx: Transaction, firmId: string, interviewId: string, at: Date | null): Promise<void> {
    const changedAt = () => 'now()';
    await tx.update(InterviewEntity, { firmId, id: interviewId }, { cancelledAt: at, changedAt });
  }

  /** Somebody has the calendar file of this version. */
  async keepCopy(
    tx: Transaction,
    firmId: string,
    { id, interviewId, userId, version }: { id: string; interviewId: string; userId: string; version: number },
  ): Promise<void> {
    await tx.query(
      `insert into calendar_copy as c (firm_id, id, interview_id, user_id, first_version, version)
       values ($1, $2, $3, $4, $5, $5)
       on conflict (firm_id, interview_id, user_id) do update set version = greatest(c.version, excluded.version)`,
      [firmId, id, interviewId, userId, version],
    );
  }
}
