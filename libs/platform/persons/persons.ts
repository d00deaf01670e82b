import type { Transaction } from '../database/database.js';
import type { Counts, Holding, HoldsPersons, Person, Viewer } from './holdings.js';

/** All of a person, and of who asks, that statements need, bound once. */
const PERSON = `person as (select $1::uuid as firm_id, $2::uuid as candidate_id, $3::uuid as contact_id, $4::text[] as words,
  $5::text[] as own_words, $6::text[] as cells, $7::boolean as sees_all, $8::uuid as viewer_id)`;

const parameters = (person: Person, viewer?: Viewer): unknown[] => [
  person.firmId,
  person.kind === 'candidate' ? person.id : null,
  person.kind === 'contact' ? person.id : null,
  person.words,
  person.ownWords,
  person.cells,
  viewer?.seesAll ?? true,
  viewer?.userId ?? null,
];

/** Counted are records outside confidential searches, so that a number tells nobody of a search they may not see. */
const COUNTED = `count(*) filter (where not g.confidential)::int as count`;

const JSON_COLUMNS = `select table_name || '.' || column_name as name from information_schema.columns
  where table_schema = 'public' and data_type = 'jsonb'`;

/** Does what rooms say in their holdings: counts, erases and hands out what is held about a person. */
export class Persons {
  /** What would go, room by room. */
  async preview(db: Transaction, rooms: readonly HoldsPersons[], person: Person): Promise<Record<string, Counts>> {
    const json = await this.jsonColumns(db);
    return perRoom(rooms, async (holding) => {
      const where = [touched(holding, json), mentions(holding, json)].filter(Boolean).join(' or ');
      if (!where) return 0;
      const found = `select ${isConfidential(holding)} as confidential from ${holding.table} t, person p
        where t.firm_id = p.firm_id and (${where})`;
      return this.count(db, person, found);
    });
  }

  /** Empties what is about them and takes their words out of everything else, room by room. */
  async erase(tx: Transaction, rooms: readonly HoldsPersons[], person: Person): Promise<Record<string, Counts>> {
    const json = await this.jsonColumns(tx);
    return perRoom(rooms, async (holding) => {
      let count = 0;
      const about = touched(holding, json);
      if (about) count += await this.count(tx, person, eraseAbout(holding, json, about), true);
      const mentioned = mentions(holding, json);
      if (mentioned) count += await this.count(tx, person, eraseMentions(holding, json, mentioned), true);
      return count;
    });
  }

  /** Everything about them as it stands, as far as who asks may see it, room by room and table by table. */
  async exportOf(
    db: Transaction,
    rooms: readonly HoldsPersons[],
    person: Person,
    viewer: Viewer,
  ): Promise<Record<string, Record<string, unknown[]>>> {
    const document: Record<string, Record<string, unknown[]>> = {};
    for (const { room, holdings } of rooms) {
      for (const holding of holdings) {
        if (!holding.about) continue;
        const [row] = await db.query<[{ records: unknown[] }]>(
          `with ${PERSON} select coalesce(jsonb_agg(${exported(holding, viewer)} order by t), '[]') as records
           from ${holding.table} t, person p
           where t.firm_id = p.firm_id and (${holding.given ?? holding.about}) and ${isSeen(holding, viewer)}`,
          parameters(person, viewer),
        );
        if (row.records.length > 0) (document[room] ??= {})[holding.table] = row.records;
      }
    }
    return document;
  }

  private async count(tx: Transaction, person: Person, found: string, changes = false): Promise<number> {
    const gone = changes
      ? `, gone as (${found}) select ${COUNTED} from gone g`
      : ` select ${COUNTED} from (${found}) g`;
    const [row] = await tx.query<[{ count: number }]>(`with ${PERSON}${gone}`, parameters(person));
    return row.count;
  }

  private async jsonColumns(db: Transaction): Promise<ReadonlySet<string>> {
    const rows = await db.query<{ name: string }[]>(JSON_COLUMNS);
    return new Set(rows.map(({ name }) => name));
  }
}

async function perRoom(
  rooms: readonly HoldsPersons[],
  count: (holding: Holding) => Promise<number>,
): Promise<Record<string, Counts>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { room, holdings } of rooms) {
    for (const holding of holdings) {
      const found = await count(holding);
      if (found > 0 && !holding.uncounted) (counts[room] ??= {})[holding.table] = found;
    }
  }
  return counts;
}

/** SQL: whether a row belongs to a search of which something is true. */
const isOfSearch = (search: string, which: string): string =>
  `exists (select 1 from search x where x.firm_id = t.firm_id and x.id in (${search}) and ${which})`;
const isConfidential = ({ search }: Holding): string => (search ? isOfSearch(search, 'x.confidential') : 'false');
function isSeen({ search, seen }: Holding, { visible }: Viewer): string {
  const told = search && `(${isOfSearch(search, visible)} or not ${isOfSearch(search, 'true')})`;
  return [seen && `(${seen(visible)})`, told].filter(Boolean).join(' and ') || 'true';
}
const columnsOf = ({ columns }: Holding, ...fates: string[]): string[] =>
  Object.keys(columns).filter((column) => fates.includes(columns[column]!));

const withoutWords = (holding: Holding, column: string, words: string, json: ReadonlySet<string>): string =>
  json.has(`${holding.table}.${column}`)
    ? `erase_words_in(t.${column}, ${words})`
    : `erase_words(t.${column}, ${words})`;

/** SQL: whether a row is about the person and says anything that goes. */
function touched(holding: Holding, json: ReadonlySet<string>): string {
  const { about, becomes, deleted } = holding;
  if (!about) return '';
  if (deleted || becomes) return `(${about})`;
  const full = columnsOf(holding, 'cleared', 'text').map((column) => `t.${column} is not null`);
  const named = columnsOf(holding, 'sentence').map(
    (column) => `${withoutWords(holding, column, 'p.words', json)} <> t.${column}`,
  );
  return full.length + named.length > 0 ? `(${about}) and (${[...full, ...named].join(' or ')})` : '';
}

/** SQL: whether a row that is not about the person names them all the same. */
function mentions(holding: Holding, json: ReadonlySet<string>): string {
  const columns = columnsOf(holding, 'text', 'sentence');
  if (columns.length === 0) return '';
  const named = columns.map((column) => `${withoutWords(holding, column, 'p.own_words', json)} <> t.${column}`);
  const texts = columns.map((column) => `t.${column}::text`).join(', ');
  // most rows name nobody, which a plain look at the letters tells soonest
  return `(exists (select 1 from unnest(p.own_words) w where position(lower(w) in lower(concat_ws(' ', ${texts}))) > 0)
           and (${named.join(' or ')}))`;
}

function eraseAbout(holding: Holding, json: ReadonlySet<string>, about: string): string {
  const { table, becomes = {} } = holding;
  const where = `where t.firm_id = p.firm_id and ${about} returning ${isConfidential(holding)} as confidential`;
  if (holding.deleted) return `delete from ${table} t using person p ${where}`;
  const changes = new Map(columnsOf(holding, 'cleared', 'text').map((column) => [column, 'null']));
  for (const column of columnsOf(holding, 'sentence')) {
    changes.set(column, withoutWords(holding, column, 'p.words', json));
  }
  for (const [column, value] of Object.entries(becomes)) changes.set(column, value);
  const set = [...changes].map(([column, value]) => `${column} = ${value}`).join(', ');
  return `update ${table} t set ${set} from person p ${where}`;
}

function eraseMentions(holding: Holding, json: ReadonlySet<string>, mentioned: string): string {
  const set = columnsOf(holding, 'text', 'sentence').map(
    (column) => `${column} = ${withoutWords(holding, column, 'p.own_words', json)}`,
  );
  return `update ${holding.table} t set ${set.join(', ')} from person p
    where t.firm_id = p.firm_id and ${mentioned} returning ${isConfidential(holding)} as confidential`;
}

/** SQL: a record as it is handed out: colleagues by their role, a confidential search by its kind of role alone. */
function exported({ users = [], unexported = [], unseen = [], search }: Holding, { visible }: Viewer): string {
  const role = (column: string) =>
    `'${column}', (select jsonb_build_object('colleague', u.role) from firm_user u where u.firm_id = t.firm_id and u.id = t.${column})`;
  const of = `(select case when x.confidential then jsonb_build_object('role', x.role_key, 'client', 'withheld: confidential')
      else jsonb_build_object('role', x.role_key, 'title', x.title, 'client', k.name) end
    from search x join client k on k.firm_id = x.firm_id and k.id = x.client_id
    where x.firm_id = t.firm_id and x.id in (${search}) and ${visible} order by x.confidential desc, x.id limit 1)`;
  const more = [...users.map(role), ...(search ? [`'search', ${of}`] : [])].join(', ');
  const names = (columns: readonly string[]) => `array[${columns.map((column) => `'${column}'`).join(', ')}]::text[]`;
  const hidden = `case when p.sees_all then ${names(['firm_id', ...unexported])} else ${names(['firm_id', ...unexported, ...unseen])} end`;
  return `jsonb_strip_nulls(to_jsonb(t) - ${hidden}${more ? ` || jsonb_build_object(${more})` : ''})`;
}
