import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '@app/platform/database/database.js';
import type { Activity, ActivityKind } from './activities.types.js';

export interface NewActivity {
  id: string;
  firmId: string;
  kind: ActivityKind;
  at: Date;
  byUserId: string | null;
  searchId: string | null;
  candidateId: string | null;
  contactId: string | null;
  text: string | null;
}

interface Row {
  id: string;
  kind: ActivityKind;
  at: Date;
  by_id: string | null;
  by_name: string | null;
  text: string | null;
}

@Injectable()
export class ActivitiesRepository {
  async insert(tx: Transaction, activity: NewActivity): Promise<void> {
    await tx.query(
      `insert into activity (firm_id, id, kind, at, by_user_id, search_id, candidate_id, contact_id, text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        activity.firmId,
        activity.id,
        activity.kind,
        activity.at,
        activity.byUserId,
        activity.searchId,
        activity.candidateId,
        activity.contactId,
        activity.text,
      ],
    );
  }

  /** Whether somebody is known, erased or not known; nobody erases them before the transaction ends. */
  async erased(
    tx: Transaction,
    firmId: string,
    about: { candidateId: string | null; contactId: string | null },
  ): Promise<boolean> {
    const rows = await tx.query<{ erased: boolean }[]>(
      `with person as (
         select erased_at is not null as erased from candidate where firm_id = $1 and id = $2 for key share
       ), spoken_with as (
         select erased_at is not null as erased from contact where firm_id = $1 and id = $3 for key share
       ) select erased from person union all select erased from spoken_with`,
      [firmId, about.candidateId, about.contactId],
    );
    return rows.some(({ erased }) => erased);
  }

  /** What was logged about a candidate in a search, newest first. */
  async about(
    reader: EntityManager,
    firmId: string,
    searchId: string,
    candidateId: string,
    limit: number,
  ): Promise<Activity[]> {
    const rows = await reader.query<Row[]>(
      `select a.id, a.kind, a.at, u.id as by_id, u.name as by_name, a.text
       from activity a left join firm_user u on u.firm_id = a.firm_id and u.id = a.by_user_id
       where a.firm_id = $1 and a.search_id = $2 and a.candidate_id = $3
       order by a.at desc, a.id desc limit $4`,
      [firmId, searchId, candidateId, limit],
    );
    return rows.map(({ by_id, by_name, ...row }) => ({
      ...row,
      by: by_id === null ? null : { id: by_id, name: by_name ?? '' },
    }));
  }
}
