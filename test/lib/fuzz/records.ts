import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { TestFirm } from '../../factories/firm.factory.js';
import type { Known } from './values.js';

interface Record {
  id: string;
  version?: number;
}

/** Fields and parts of addresses that do not say in so many letters which table their id is of. */
const TABLES: globalThis.Record<string, string> = {
  candidacies: 'candidacy',
  activities: 'activity',
  flags: 'stall_flag',
  'mail-log': 'delivery',
  suppressions: 'mail_suppression',
  imports: 'import_run',
  'check-ins': 'check_in',
  users: 'firm_user',
  user: 'firm_user',
  me: 'firm_user',
  move: 'stage_move',
};

/** What there is to name in requests: the records of two firms, read anew as they grow. */
export class Records {
  private tables = new Map<string, Record[]>();
  private addressed: Record | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly firms: readonly TestFirm[],
    private readonly random: () => number,
  ) {}

  async read(): Promise<void> {
    const tables = await this.dataSource.query<{ name: string; versioned: boolean }[]>(
      `select table_name as name, bool_or(column_name = 'version') as versioned from information_schema.columns
       where table_schema = 'public' group by table_name
       having bool_or(column_name = 'id') and bool_or(column_name = 'firm_id') order by 1`,
    );
    for (const { name, versioned } of tables) {
      const rows = await this.dataSource.query<Record[]>(
        `select id${versioned ? ', version' : ''} from ${name} where firm_id = any ($1)
         order by (firm_id = $2) desc, id desc limit 300`,
        [this.firms.map(({ id }) => id), this.firms[0]?.id],
      );
      this.tables.set(name, rows);
    }
  }

  /** The same sessions, roles and attempts as at first, whatever was signed out, changed or counted meanwhile. */
  async heal(): Promise<void> {
    const users = this.firms.flatMap((firm) => Object.values(firm.users));
    const [ids, roles] = [users.map(({ id }) => id), users.map(({ role }) => role)];
    await this.dataSource.query(
      `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
       select id, now() + interval '1 day', 'session-of-' || id, now(), id from unnest($1::text[]) id
       on conflict do nothing`,
      [ids],
    );
    await this.dataSource.query(
      `update firm_user u set role = was.role, deactivated_at = null
       from unnest($1::uuid[], $2::text[]) was (id, role)
       where u.id = was.id and (u.role <> was.role or u.deactivated_at is not null)`,
      [ids, roles],
    );
    await this.dataSource.query('delete from auth.attempt');
  }

  readonly known: Known = {
    id: (field) => {
      const table = this.tableOf(field);
      const rows = this.tables.get(table) ?? [...this.tables.values()].flat();
      // the newest come first, and are the ones on which most can be done
      const record = rows[Math.floor(this.random() ** 2 * rows.length)];
      if (this.random() < 0.05 || !record) return newId();
      if (record.version !== undefined) this.addressed = record;
      return record.id;
    },
    version: () => this.addressed?.version ?? 1,
  };

  private tableOf(field: string): string {
    const word = field.replace(/Ids?$/, '');
    const last = /[A-Z][a-z]+$/.exec(word)?.[0].toLowerCase() ?? word;
    return (
      TABLES[word] ?? TABLES[last] ?? (this.tables.has(last) ? last : last.replace(/e?s$/, (end) => end.slice(0, -1)))
    );
  }
}
