import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/database.js';
import type { Marks } from './tombstones.types.js';

/** SQL for the parts of marks: the seven parameters from a given one on. */
const partsFrom = (first: number): string => Array.from({ length: 7 }, (_, i) => `$${first + i}`).join(', ');

const partsOf = (marks: Marks): (string | null)[] => [
  marks.email ?? null,
  marks.phone ?? null,
  marks.profileUrl ?? null,
  marks.name ?? null,
  marks.employer ?? null,
  marks.candidateRef ?? null,
  marks.contactRef ?? null,
];

@Injectable()
export class TombstonesRepository {
  /** The firm's first salt stays its salt. */
  async salt(tx: Transaction, firmId: string, salt: Buffer): Promise<void> {
    await tx.query('insert into tombstone_salt (firm_id, salt) values ($1, $2) on conflict do nothing', [firmId, salt]);
  }

  async bury(tx: Transaction, firmId: string, erasureId: string, marks: Marks, ids: string[]): Promise<void> {
    await tx.query(
      `insert into tombstone (firm_id, id, erasure_id, mark)
       select $1, x.id, $9, x.mark from tombstone_salt s, unnest($10::uuid[], person_marks(s.salt, ${partsFrom(2)})) x (id, mark)
       where s.firm_id = $1 and x.mark is not null`,
      [firmId, ...partsOf(marks), erasureId, ids],
    );
  }

  /** The erasures whose person these marks recognise, but for the marks that stood there before. */
  async found(tx: Transaction, firmId: string, marks: Marks, before: Marks): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct t.erasure_id as id from tombstone_salt s
       join tombstone t on t.firm_id = s.firm_id and t.mark = any (recognised_marks(s.salt, ${partsFrom(2)}))
         and t.mark <> all (recognised_marks(s.salt, ${partsFrom(9)}))
       where s.firm_id = $1 order by 1`,
      [firmId, ...partsOf(marks), ...partsOf(before)],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of several people these marks recognise, by their place in the list. */
  async recognised(db: Transaction, firmId: string, people: readonly Marks[]): Promise<number[]> {
    const column = (key: keyof Marks): (string | null)[] => people.map((marks) => marks[key] ?? null);
    const rows = await db.query<{ at: number }[]>(
      `select (x.n - 1)::int as at from tombstone_salt s,
         unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) with ordinality
           x (email, phone, link, name, employer, n)
       where s.firm_id = $1 and exists (
         select 1 from tombstone t where t.firm_id = s.firm_id
           and t.mark = any (recognised_marks(s.salt, x.email, x.phone, x.link, x.name, x.employer, null, null)))`,
      [firmId, column('email'), column('phone'), column('profileUrl'), column('name'), column('employer')],
    );
    return rows.map(({ at }) => at);
  }

  async lift(tx: Transaction, firmId: string, erasureIds: readonly string[]): Promise<void> {
    await tx.query('delete from tombstone where firm_id = $1 and erasure_id = any ($2)', [firmId, erasureIds]);
  }
}
