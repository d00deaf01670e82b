import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { StoredAbsence } from './absences.types.js';
import { AbsenceEntity } from './absence.entity.js';

const ABSENCE = `id, user_id as "userId", deputy_user_id as "deputyUserId",
  to_char(first_day, 'YYYY-MM-DD') as "firstDay", to_char(last_day, 'YYYY-MM-DD') as "lastDay", version`;

@Injectable()
export class AbsencesRepository {
  /** Those that are not over for longer than a quarter of a year, the earliest first. */
  list(db: Transaction, firmId: string): Promise<StoredAbsence[]> {
    return db.query(
      `select ${ABSENCE} from absence where firm_id = $1 and last_day > current_date - 92 order by first_day, id`,
      [firmId],
    );
  }

  /** Everything the person has; their row is locked, so that two absences cannot be added side by side. */
  async lockAllOf(tx: Transaction, firmId: string, userId: string): Promise<StoredAbsence[]> {
    await tx.query('select 1 from firm_user where firm_id = $1 and id = $2 for no key update', [firmId, userId]);
    return tx.query(`select ${ABSENCE} from absence where firm_id = $1 and user_id = $2 order by first_day`, [
      firmId,
      userId,
    ]);
  }

  async find(db: Transaction, firmId: string, id: string): Promise<StoredAbsence | null> {
    const [row] = await db.query<StoredAbsence[]>(`select ${ABSENCE} from absence where firm_id = $1 and id = $2`, [
      firmId,
      id,
    ]);
    return row ?? null;
  }

  /** Those, not over yet anywhere, in which this person stands in for somebody. */
  lockDeputised(tx: Transaction, firmId: string, deputyUserId: string): Promise<StoredAbsence[]> {
    return tx.query(
      `select ${ABSENCE} from absence where firm_id = $1 and deputy_user_id = $2 and last_day >= current_date - 1
       order by id for update`,
      [firmId, deputyUserId],
    );
  }

  async countDeputised(db: Transaction, firmId: string, deputyUserId: string): Promise<number> {
    const [row] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from absence
       where firm_id = $1 and deputy_user_id = $2 and last_day >= current_date - 1`,
      [firmId, deputyUserId],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Transaction, firmId: string, absence: Omit<StoredAbsence, 'version'>): Promise<void> {
    await tx.insert(AbsenceEntity, { firmId, ...absence });
  }

  async update(tx: Transaction, firmId: string, absence: StoredAbsence): Promise<void> {
    const { id, deputyUserId, firstDay, lastDay } = absence;
    await tx.update(AbsenceEntity, { firmId, id }, { deputyUserId, firstDay, lastDay });
  }

  async delete(tx: Transaction, firmId: string, id: string): Promise<void> {
    await tx.delete(AbsenceEntity, { firmId, id });
  }
}
