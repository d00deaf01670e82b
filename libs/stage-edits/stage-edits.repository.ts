import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import type { Actor } from '@app/identity/identity.types.js';
import { viewer, visibleSearch } from '@app/identity/visible.sql.js';
import type { Process } from '@app/stages/stages.types.js';
import type { StoredStageVersion } from './stage-edits.types.js';

@Injectable()
export class StageEditsRepository {
  /** Who stands where in running searches that this person may see. */
  async peopleIn(tx: Transaction, actor: Actor): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ stageId: string; people: number }[]>(
      `select c.stage_id as "stageId", count(*)::int as people
       from candidacy c join search s on s.firm_id = c.firm_id and s.id = c.search_id
       where c.firm_id = $1 and c.outcome is null and s.status in ('open', 'offer', 'on_hold') and ${visibleSearch('s')}
       group by c.stage_id`,
      viewer(actor),
    );
    return new Map(rows.map(({ stageId, people }) => [stageId, people]));
  }

  /** Keeps the process as it is from a version on; one that is kept already stays. */
  async keep(
    tx: Transaction,
    firmId: string,
    { version, stages }: Process,
    byUserId: string | null = null,
  ): Promise<void> {
    await tx.query(
      `insert into stage_edit (firm_id, id, version, by_user_id, stages) values ($1, $2, $3, $4, $5)
       on conflict (firm_id, version) do nothing`,
      [firmId, newId(), version, byUserId, JSON.stringify(stages)],
    );
  }

  /** The latest first. */
  versions(db: Transaction, firmId: string, limit: number): Promise<StoredStageVersion[]> {
    return db.query(
      `select e.version, e.at, e.stages,
              case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as by
       from stage_edit e left join firm_user u on u.firm_id = e.firm_id and u.id = e.by_user_id
       where e.firm_id = $1 order by e.version desc limit $2`,
      [firmId, limit],
    );
  }
}
