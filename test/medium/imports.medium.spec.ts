import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { AuditRepository } from '@app/audit/audit.repository.js';
import { AuditService } from '@app/audit/audit.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Importer, type ImportSource } from '@app/imports/importer.js';
import { ImportsRepository } from '@app/imports/imports.repository.js';
import { ImportsService } from '@app/imports/imports.service.js';
import { IMPORT_FILES, type ImportFileName, type ImportProgress, type Refusal } from '@app/imports/imports.types.js';
import type { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { openTestDatabase, testDatabaseUrl } from './database.js';

type Files = Partial<Record<ImportFileName, string | Buffer>>;

const BASE = {
  'offices.csv': 'office,country,region,time_zone\nberlin,DE,DE-BE,Europe/Berlin\nnew_york,US,US-NY,America/New_York\n',
  'users.csv':
    'email,name,role,office\nada@firm.example,Ada Moreau,partner,berlin\nbob@firm.example,Bob Okafor,consultant,new_york\n',
  'clients.csv': 'client_ref,name,parent_ref\nC-1,Acme,\nC-2,Acme Robotics,C-1\n',
  'contacts.csv': 'contact_ref,client_ref,name,role\nK-1,C-1,Cleo Diaz,hr\n',
  'searches.csv':
    'search_ref,client_ref,title,role_key,office,lead_email,team_emails,opened_at,closed_at,close_reason\n' +
    'S-1,C-1,Chief AI Officer,chief_ai_officer,berlin,ada@firm.example,bob@firm.example,2026-03-02,,\n' +
    'S-2,C-2,VP MLOps,vp_mlops,new_york,bob@firm.example,,2026-01-10T09:00:00-05:00,2026-03-01,cancelled\n' +
    'S-3,C-2,Head of AI,head_of_ai_infrastructure,berlin,ada@firm.example,,2026-02-01T09:00:00+01:00,,\n',
  'holds.csv': 'search_ref,started_at,ended_at,reason\nS-1,2026-05-05,2026-05-10,Budget\nS-3,2026-06-01,,Merger\n',
  'reopenings.csv': 'search_ref,reopened_at\nS-2,2026-04-01T09:00:00-04:00\n',
  'candidates.csv':
    'candidate_ref,name,email,signals\nP-1,Zoé Marchand,ZOE@Mail.Example,phd;frontier_lab\nP-2,Ito Haruki,,\nP-3,Mia Kovač,,\n',
  'candidacies.csv':
    'search_ref,candidate_ref,outcome,outcome_by,outcome_reason,ended_at\nS-1,P-1,,,,\n' +
    'S-1,P-2,withdrawn,candidate,took_another_offer,2026-05-20T10:00:00+02:00\nS-2,P-3,,,,\n',
  'stage_moves.csv':
    'search_ref,candidate_ref,stage,at,by_email,voided\n' +
    'S-1,P-1,sourced,2026-03-03T10:00:00+01:00,ada@firm.example,\n' +
    'S-1,P-1,engaged,2026-03-05,bob@firm.example,\n' +
    'S-1,P-1,presented,2026-03-06T10:00:00+01:00,bob@firm.example,yes\n' +
    'S-1,P-1,assessed,2026-03-10T10:00:00+01:00,bob@firm.example,\n' +
    'S-1,P-2,sourced,2026-04-01T10:00:00+02:00,,\n' +
    'S-2,P-3,offer,2026-04-20T10:00:00-04:00,,\n',
  'activities.csv':
    'search_ref,candidate_ref,contact_ref,kind,at,by_email,text\n' +
    'S-1,P-1,,call,2026-03-12T10:00:00+01:00,ada@firm.example,"Said ""yes"",\nwants details"\nS-1,,K-1,meeting,2026-03-20,,\n',
  'offers.csv':
    'offer_ref,search_ref,candidate_ref,extended_at,currency,base\nO-1,S-2,P-3,2026-04-21T10:00:00-04:00,USD,310000.50\n',
} satisfies Files;

describe('importing a firm', () => {
  let dataSource: DataSource;
  let imports: ImportsService;

  beforeAll(async () => {
    dataSource = await openTestDatabase();
    const database = new Database(dataSource);
    const config = { DATABASE_URL: await testDatabaseUrl() } as Config;
    imports = new ImportsService(
      ...([database, new ImportsRepository(database), new Importer(config), new FileStore(database)] as const),
      new AuditService(new AuditRepository()),
    );
  });
  afterAll(() => dataSource.destroy());

  const sourceOf = (files: Files): ImportSource => ({
    names: new Set(IMPORT_FILES.filter((name) => files[name] !== undefined)),
    open: (name, firstByte) => {
      const bytes = Buffer.from(files[name] as string);
      return Readable.from(
        [bytes.subarray(firstByte, firstByte + 50), bytes.subarray(firstByte + 50)].filter(({ length }) => length > 0),
      );
    },
  });

  async function importing(
    files: Files,
    { firmName = `Firm ${newId()}`, checkOnly = false, source = sourceOf(files) } = {},
  ) {
    const refusals: Refusal[] = [];
    const progress = await imports.importFolder({
      ...{ firmName, simulated: true, checkOnly, source },
      listener: {
        began: async () => undefined,
        refused: async (refused) => void refusals.push(...refused),
        progressed: () => undefined,
      },
    });
    const [firm] = await dataSource.query<{ id: string }[]>('select id from firm where name = $1', [firmName]);
    return {
      progress,
      refusals,
      firmName,
      firmId: firm?.id ?? '',
      told: refusals.map(({ file, row, sentence }) => `${file} ${row}: ${sentence}`),
    };
  }

  const rows = <Row = Record<string, unknown>>(sql: string, firmId: string) => dataSource.query<Row[]>(sql, [firmId]);
  const kept = (progress: ImportProgress, name: ImportFileName) => progress.files.find((file) => file.name === name);

  /** Every row that the import writes, without what only says when it was written. */
  async function everythingOf(firmId: string): Promise<unknown> {
    const tables = [
      'office',
      'holiday',
      'firm_user',
      'client',
      'contact',
      'stage',
      'search',
      'search_member',
      'search_episode',
    ];
    const more = ['search_hold', 'candidate', 'candidacy', 'stage_move', 'activity', 'offer'];
    const found: Record<string, unknown> = {};
    for (const table of [...tables, ...more])
      found[table] = await rows(`select * from ${table} where firm_id = $1 order by id`, firmId);
    return found;
  }

  it('keeps every good row, whatever it refers to', async () => {
    const { progress, told, firmId } = await importing(BASE);

    expect(told).toEqual([]);
    expect(progress.files.map(({ name, rows: read, kept: good }) => [name, read, good])).toEqual(
      expect.arrayContaining([
        ['searches.csv', 3, 3],
        ['stage_moves.csv', 6, 6],
        ['activities.csv', 2, 2],
      ]),
    );
    expect(
      await rows(
        'select c.name, p.name as parent from client c left join client p on p.id = c.parent_id where c.firm_id = $1 order by 1',
        firmId,
      ),
    ).toEqual([
      { name: 'Acme', parent: null },
      { name: 'Acme Robotics', parent: 'Acme' },
    ]);
    expect(await rows('select email, signals from candidate where firm_id = $1 order by ref limit 1', firmId)).toEqual([
      { email: 'zoe@mail.example', signals: ['phd', 'frontier_lab'] },
    ]);
    expect(
      await rows('select text from activity where firm_id = $1 and kind = $2'.replace('$2', `'call'`), firmId),
    ).toEqual([{ text: 'Said "yes",\nwants details' }]);
  });

  it('takes a date alone as midnight where the office of the search is', async () => {
    const { firmId } = await importing(BASE);

    expect(await rows("select ref, opened_at from search where firm_id = $1 and ref = 'S-1'", firmId)).toEqual([
      { ref: 'S-1', opened_at: new Date('2026-03-01T23:00:00Z') },
    ]);
    expect(
      await rows('select closed_at from search_episode where firm_id = $1 and closed_at is not null', firmId),
    ).toEqual([{ closed_at: new Date('2026-03-01T05:00:00Z') }]);
  });

  it('derives status, episodes and clocks from the facts', async () => {
    const { firmId } = await importing(BASE);

    expect(
      await rows('select ref, status, next_check_at::text from search where firm_id = $1 order by ref', firmId),
    ).toEqual([
      { ref: 'S-1', status: 'open', next_check_at: '-infinity' },
      { ref: 'S-2', status: 'offer', next_check_at: '-infinity' },
      { ref: 'S-3', status: 'on_hold', next_check_at: '-infinity' },
    ]);
    const clocks =
      'stage_id, stage_since, stage_key, last_progress_at, progress_key, window_opened_at, window_key, offer_extended_at';
    expect(await rows(`select ${clocks} from candidacy where firm_id = $1 order by id`, firmId)).toEqual(
      await rows(`select ${clocks} from candidacy_clock($1, now()) order by candidacy_id`, firmId),
    );
    expect(
      await rows(
        'select status, episode_id, last_progress_at, progress_key from search where firm_id = $1 order by id',
        firmId,
      ),
    ).toEqual(
      await rows(
        'select status, episode_id, last_progress_at, progress_key from search_clock($1, now()) order by search_id',
        firmId,
      ),
    );
  });

  it('keeps a voided move with its correction, and the card stands where it would without it', async () => {
    const { firmId } = await importing(BASE);

    const moves = await rows<{ to: string; from: string; voids: string }>(
      `select t.key as to, f.key as from, v.key as voids from stage_move m
       join candidacy c on c.id = m.candidacy_id join candidate p on p.id = c.candidate_id
       join stage t on t.id = m.to_stage_id left join stage f on f.id = m.from_stage_id
       left join stage_move w on w.id = m.voids_id left join stage v on v.id = w.to_stage_id
       where m.firm_id = $1 and p.ref = 'P-1' order by m.at, m.id`,
      firmId,
    );
    expect(moves).toEqual([
      { to: 'sourced', from: null, voids: null },
      { to: 'contacted', from: 'sourced', voids: null },
      { to: 'presented', from: 'contacted', voids: null },
      { to: 'contacted', from: 'presented', voids: 'presented' },
      { to: 'assessed', from: 'contacted', voids: null },
    ]);
  });

  it('gives offices without holidays the public ones of their place, and a firm without stages the usual ones', async () => {
    const { firmId } = await importing(BASE);

    expect(
      await rows(
        `select h.name from holiday h join office o on o.id = h.office_id where h.firm_id = $1 and o.key = 'berlin' and h.date = '2026-03-08'`,
        firmId,
      ),
    ).toHaveLength(1);
    expect(await rows('select key from stage where firm_id = $1', firmId)).toHaveLength(8);
  });

  it('changes nothing when the same folder comes again', async () => {
    const { firmId, firmName } = await importing(BASE);
    const before = await everythingOf(firmId);

    const again = await importing(BASE, { firmName });

    expect(again.told).toEqual([]);
    expect(await everythingOf(firmId)).toEqual(before);
  });

  it('brings rows up to date when they come again changed, and leaves alone the columns that are not sent', async () => {
    const { firmId, firmName } = await importing(BASE);

    await importing(
      {
        'clients.csv': 'client_ref,name\nC-1,Acme International\n',
        'candidates.csv': 'candidate_ref,name,title\nP-1,Zoé Marchand-Roy,Chief Scientist\n',
        'holds.csv': BASE['holds.csv'].replace('S-3,2026-06-01,,', 'S-3,2026-06-01,2026-06-20,'),
        'stage_moves.csv': BASE['stage_moves.csv'] + 'S-1,P-1,client_interview,2026-04-02T10:00:00+02:00,,\n',
      },
      { firmName },
    );

    expect(await rows(`select c.name, c.version from client c where firm_id = $1 order by ref`, firmId)).toEqual([
      { name: 'Acme International', version: 2 },
      { name: 'Acme Robotics', version: 1 },
    ]);
    expect(await rows(`select name, title, email from candidate where firm_id = $1 and ref = 'P-1'`, firmId)).toEqual([
      { name: 'Zoé Marchand-Roy', title: 'Chief Scientist', email: 'zoe@mail.example' },
    ]);
    expect(await rows(`select status from search where firm_id = $1 and ref = 'S-3'`, firmId)).toEqual([
      { status: 'open' },
    ]);
    expect(
      await rows(
        `select s.key from candidacy c join stage s on s.id = c.stage_id join candidate p on p.id = c.candidate_id where c.firm_id = $1 and p.ref = 'P-1'`,
        firmId,
      ),
    ).toEqual([{ key: 'client_interview' }]);
    expect(await rows('select 1 from stage_move where firm_id = $1', firmId)).toHaveLength(8);
  });

  it('writes nothing when only checking, not even the firm, and says the same', async () => {
    const bad = { ...BASE, 'clients.csv': BASE['clients.csv'] + 'C-9,Bad,C-77\n' };

    const checked = await importing(bad, { checkOnly: true });

    expect(checked.firmId).toBe('');
    expect(checked.told).toEqual((await importing(bad)).told);
    expect(checked.told).toEqual(['clients.csv 4: there is no client with client_ref C-77']);
  });

  it('records one audit entry for the start and one for the end, and announces the end', async () => {
    const { firmId } = await importing(BASE);

    expect(await rows('select action from audit_entry where firm_id = $1 order by id', firmId)).toEqual([
      { action: 'imports.started' },
      { action: 'imports.finished' },
    ]);
    expect(await rows('select fact from outbox where firm_id = $1', firmId)).toEqual([
      { fact: 'imports.import_finished' },
    ]);
  });

  it('gives every user a login, which an address keeps across firms', async () => {
    const email = `${newId()}@firm.example`;
    const users = `email,name,role,office\n${email},Eve Lund,consultant,berlin\n`;
    const offices = BASE['offices.csv'];

    const first = await importing({ 'offices.csv': offices, 'users.csv': users });
    const second = await importing({ 'offices.csv': offices, 'users.csv': users });

    const linked = 'select auth_user_id is not null as linked from firm_user where firm_id = $1';
    expect(await rows(linked, first.firmId)).toEqual([{ linked: true }]);
    expect(await rows(linked, second.firmId)).toEqual([{ linked: false }]);
  });

  describe('refuses the bad row alone and names what depends on it', () => {
    it.each<[string, Files, string[]]>([
      [
        'a quote that is never closed',
        {
          'clients.csv': 'client_ref,name\nC-1,"Acme\nC-2,Beta\n',
          'contacts.csv': BASE['contacts.csv'],
          'searches.csv': BASE['searches.csv'],
        },
        [
          'clients.csv 2: name begins with a quote that is not closed before the next comma; close it, and write a quote inside the cell twice',
          'contacts.csv 2: client_ref C-1 was refused: clients.csv row 2',
          'searches.csv 2: client_ref C-1 was refused: clients.csv row 2',
        ],
      ],
      [
        'bytes that are not UTF-8',
        {
          'candidates.csv': Buffer.concat([
            Buffer.from('candidate_ref,name\nP-1,Ren'),
            Buffer.from([0xe9]),
            Buffer.from('\nP-2,René\n'),
          ]),
        },
        ['candidates.csv 2: name is not encoded in UTF-8'],
      ],
      [
        'a date that does not exist',
        { 'candidates.csv': 'candidate_ref,name,in_market_since\nP-1,Ana,2026-02-30\nP-2,Ben,2026-02-28\n' },
        ['candidates.csv 2: in_market_since "2026-02-30" is a date that does not exist'],
      ],
      [
        'the same reference twice',
        { 'candidates.csv': 'candidate_ref,name\nP-1,Ana\nP-2,Ben\nP-1,Cid\n' },
        ['candidates.csv 4: candidate_ref P-1 is already in row 2; the first one counts'],
      ],
      [
        'parents that lead in a circle, or to nobody, with all that hangs on them',
        { 'clients.csv': 'client_ref,name,parent_ref\nA,a,B\nB,b,A\nC,c,X\nD,d,C\nE,e,\n' },
        [
          'clients.csv 2: parent_ref B depends on a client that was refused, or leads back to this one',
          'clients.csv 3: parent_ref A depends on a client that was refused, or leads back to this one',
          'clients.csv 4: there is no client with client_ref X',
          'clients.csv 5: parent_ref C was refused: clients.csv row 4',
        ],
      ],
    ])('%s', async (_, files, expected) => {
      const { told, progress } = await importing({
        'offices.csv': BASE['offices.csv'],
        'users.csv': BASE['users.csv'],
        ...files,
      });

      expect(told).toEqual(expect.arrayContaining(expected));
      const first = Object.keys(files)[0] as ImportFileName;
      expect(kept(progress, first)?.kept).toBeGreaterThan(0);
    });

    it('a whole chain: search, candidacy, move, activity and offer', async () => {
      const { told, progress } = await importing({
        ...BASE,
        'searches.csv': BASE['searches.csv'].replace('2026-03-02,,', '2026-03-02,2026-03-01,unfilled'),
      });

      expect(told).toEqual([
        'searches.csv 2: closed_at lies before opened_at',
        'holds.csv 2: search_ref S-1 was refused: searches.csv row 2',
        'candidacies.csv 2: search_ref S-1 was refused: searches.csv row 2',
        'candidacies.csv 3: search_ref S-1 was refused: searches.csv row 2',
        ...[2, 3, 4, 5, 6].map((row) => `stage_moves.csv ${row}: search_ref S-1 was refused: searches.csv row 2`),
        'activities.csv 2: search_ref S-1 was refused: searches.csv row 2',
        'activities.csv 3: search_ref S-1 was refused: searches.csv row 2',
      ]);
      expect(progress.files.filter(({ kept: good }) => good === 0).map(({ name }) => name)).toEqual(['activities.csv']);
    });

    it('everything a firm can get wrong about a search', async () => {
      const { told } = await importing({
        ...BASE,
        'searches.csv':
          BASE['searches.csv'] +
          'S-4,C-1,T,r,london,ada@firm.example,,2026-01-01,,\nS-5,C-1,T,r,berlin,eve@firm.example,,2026-01-01,,\n' +
          'S-6,C-1,T,r,berlin,ada@firm.example,,2026-01-01T10:00:00,,\nS-7,C-1,T,r,berlin,ada@firm.example,,2026-01-01,2026-02-01,\n',
        'holds.csv':
          'search_ref,started_at,ended_at\nS-1,2026-05-05,2026-05-10\nS-1,2026-05-08,2026-05-20\nS-1,2026-05-10,2026-05-12\nS-1,2026-05-15,2026-05-14\n',
        'reopenings.csv': 'search_ref,reopened_at\nS-1,2026-06-01\nS-2,2026-04-01\n',
      });

      expect(told).toEqual([
        'searches.csv 5: office "london": there is no office of that name; there is berlin, new_york',
        'searches.csv 6: lead_email "eve@firm.example": there is no user of that name',
        'searches.csv 7: opened_at "2026-01-01T10:00:00" does not say its offset from UTC; write it as 2026-01-01T10:00:00+02:00',
        'searches.csv 8: close_reason is empty although closed_at is given',
        'holds.csv 3: the hold overlaps the one in row 2',
        'holds.csv 5: ended_at lies before started_at',
        'reopenings.csv 2: search_ref S-1 was not closed when it was reopened: it has been open since 2026-03-01 23:00 UTC',
      ]);
    });

    it('everything a firm can get wrong about a candidacy', async () => {
      const { told } = await importing({
        ...BASE,
        'candidacies.csv': BASE['candidacies.csv'] + 'S-1,P-9,,,,\nS-3,P-3,rejected,nobody,,2026-03-01\nS-1,P-1,,,,\n',
        'stage_moves.csv':
          BASE['stage_moves.csv'] +
          'S-1,P-1,screening,2026-03-01,,\nS-3,P-3,sourced,2026-03-01,,\nS-3,P-2,sourced,2026-03-01,,\nS-1,P-1,engaged,2026-03-05,,\n' +
          'S-1,P-2,assessed,2026-06-01,,\n',
        'offers.csv': BASE['offers.csv'] + 'O-2,S-1,P-1,2026-04-01,EUR,a lot\nO-3,S-1,P-3,2026-04-01,EUR,1\n',
      });

      expect(told).toEqual([
        'candidacies.csv 6: outcome_by "nobody" is not one of firm, client, candidate',
        'candidacies.csv 5: there is no candidate with candidate_ref P-9',
        'candidacies.csv 7: search_ref S-1 with candidate_ref P-1 is already in row 2; the first one counts',
        expect.stringMatching(/^stage_moves.csv 8: stage "screening": there is no stage of that name; there is /),
        'stage_moves.csv 9: search_ref S-3 with candidate_ref P-3 was refused: candidacies.csv row 6',
        'stage_moves.csv 10: candidates.csv has candidate_ref P-2, but candidacies.csv does not put them in search_ref S-3',
        'stage_moves.csv 11: the same move is already in row 3; the first one counts',
        'offers.csv 3: base "a lot" is not an amount such as 210000 or 210000.50',
        'offers.csv 4: candidates.csv has candidate_ref P-3, but candidacies.csv does not put them in search_ref S-1',
      ]);
    });

    it('moves of a candidacy that ended before the first of them', async () => {
      const { told } = await importing({
        ...BASE,
        'candidacies.csv': BASE['candidacies.csv'].replace('2026-05-20T10:00:00+02:00', '2026-03-20T10:00:00+01:00'),
      });

      expect(told).toEqual([
        'stage_moves.csv 6: the candidacy ended at 2026-03-20 09:00 UTC, before this, its first move',
      ]);
    });
  });

  describe('refuses a file it cannot read as a whole, says so where others miss it, and keeps the rest', () => {
    it.each([
      [
        'in UTF-16',
        Buffer.from('\uFEFFclient_ref,name\nC-1,Acme\n', 'utf16le'),
        'clients.csv was refused: the file is encoded in UTF-16; save it as UTF-8',
      ],
      [
        'with a misspelt column',
        'clientref,name\nC-1,Acme\n',
        'the header has no column client_ref; it has: clientref, name',
      ],
      ['that is empty', '', 'clients.csv is empty; its first row must name the columns'],
    ])('%s', async (_, clients, sentence) => {
      const { told, progress } = await importing({ ...BASE, 'clients.csv': clients });

      expect(told[0]).toBe(`clients.csv 1: ${sentence}`);
      expect(told[1]).toBe(
        'contacts.csv 2: there is no client with client_ref C-1 (clients.csv was refused as a whole)',
      );
      expect(kept(progress, 'clients.csv')).toMatchObject({ kept: 0, state: 'refused' });
      expect(kept(progress, 'candidates.csv')?.kept).toBe(3);
    });

    it('but a column it does not know is only told', async () => {
      const { progress, told } = await importing({ 'candidates.csv': 'candidate_ref,name,shoe_size\nP-1,Ana,44\n' });

      expect(told).toEqual([]);
      expect(progress.notices).toEqual([
        'candidates.csv has columns that mean nothing here and were ignored: shoe_size',
      ]);
    });
  });

  it('keeps the cells of what it refuses, so that the row can be mended', async () => {
    const { refusals } = await importing({
      'candidates.csv': 'candidate_ref,name,country\nP-1,"Ana, Dr",Mars\nP-2,"Ben\nP-3,Cid,DE\n',
    });

    expect(refusals.map(({ cells, text }) => ({ cells, text }))).toEqual([
      { cells: { candidate_ref: 'P-1', name: 'Ana, Dr', country: 'Mars' }, text: null },
      { cells: { candidate_ref: 'P-2' }, text: 'P-2,"Ben' },
    ]);
  });

  it('lets a cell of hundreds of megabytes pass in little memory, and keeps the rows around it', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    const source: ImportSource = {
      names: new Set(['candidates.csv'] as const),
      open: () =>
        Readable.from(
          (function* () {
            yield Buffer.from('candidate_ref,name\nP-1,Ana\nP-2,"');
            for (let i = 0; i < 200; i += 1) yield megabyte;
            yield Buffer.from('"\nP-3,Cid\n');
          })(),
        ),
    };
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);

    const { told, progress } = await importing({}, { source });
    clearInterval(watch);

    expect(told).toEqual(['candidates.csv 3: name makes the row longer than 1 MB, the most a row may have']);
    expect(kept(progress, 'candidates.csv')?.kept).toBe(2);
    expect(most - before).toBeLessThan(120 * 1024 * 1024);
  });

  describe('that was uploaded', () => {
    async function firmWithPartner(): Promise<Actor> {
      const { firmId } = await importing({ 'offices.csv': BASE['offices.csv'], 'users.csv': BASE['users.csv'] });
      const [user] = await rows<{ id: string }>(
        `select id from firm_user where firm_id = $1 and role = 'partner'`,
        firmId,
      );
      return { firmId, userId: user?.id ?? null, role: 'partner' };
    }

    async function* uploads(files: Record<string, string>) {
      for (const [name, text] of Object.entries(files)) yield { name, bytes: Readable.from([Buffer.from(text)]) };
    }

    it('is read by a job that may run twice, and shows what was refused', async () => {
      const actor = await firmWithPartner();
      const run = await imports.start(
        actor,
        uploads({ 'candidates.csv': 'candidate_ref,name\nP-1,Ana\nP-2,\n' }),
        false,
      );
      expect(run.state).toBe('waiting');

      await imports.run(actor.firmId, run.id);
      await imports.run(actor.firmId, run.id);

      expect(await imports.find(actor, run.id)).toMatchObject({
        ...{ state: 'done', refusedTotal: 1, problem: null },
        files: [{ name: 'candidates.csv', rows: 2, kept: 1, refused: 1, state: 'done' }],
        refusals: [{ file: 'candidates.csv', row: 3, column: 'name', sentence: 'name is empty; every row needs it' }],
      });
      expect(
        await rows(`select fact from outbox where firm_id = $1 and subject_id = '${run.id}' order by id`, actor.firmId),
      ).toEqual([{ fact: 'imports.import_started' }, { fact: 'imports.import_finished' }]);
    });

    it('goes on where a worker died, knowing what was refused before', async () => {
      const actor = await firmWithPartner();
      const run = await imports.start(
        actor,
        uploads({
          'clients.csv': 'client_ref,name\nC-1,\nC-2,Beta\n',
          'contacts.csv': 'contact_ref,client_ref,name\nK-1,C-1,Cleo\nK-2,C-2,Dan\n',
        }),
        false,
      );
      await imports.run(actor.firmId, run.id);
      await dataSource.query(
        `update import_run set state = 'running', finished_at = null,
                progress = jsonb_set(progress, '{files,1,state}', '"running"') where firm_id = $1 and id = $2`,
        [actor.firmId, run.id],
      );
      await dataSource.query(
        `delete from import_refusal where firm_id = $1 and run_id = $2 and file = 'contacts.csv'`,
        [actor.firmId, run.id],
      );
      const files = { 'contacts.csv': 'contact_ref,client_ref,name\nK-1,C-1,Cleo\nK-2,C-2,Dan\n' };
      await refill(actor.firmId, run.id, files);

      await imports.runWaiting();

      const after = await imports.find(actor, run.id);
      expect(after.files.map(({ name, kept: good, refused, state }) => [name, good, refused, state])).toEqual([
        ['clients.csv', 1, 1, 'done'],
        ['contacts.csv', 1, 1, 'done'],
      ]);
      expect(after.refusals.map(({ sentence }) => sentence)).toContain('client_ref C-1 was refused: clients.csv row 2');
    });

    /** The bytes of a finished run are gone; puts those of one file back. */
    async function refill(firmId: string, runId: string, files: Record<string, string>): Promise<void> {
      for (const [name, text] of Object.entries(files)) {
        await dataSource.query(
          `insert into stored_file_chunk (firm_id, file_id, position, bytes)
           select firm_id, file_id, 0, $4 from import_file where firm_id = $1 and run_id = $2 and name = $3`,
          [firmId, runId, name, Buffer.from(text)],
        );
      }
    }

    it('is not seen by another firm, nor started by a consultant', async () => {
      const actor = await firmWithPartner();
      const stranger = await firmWithPartner();
      const run = await imports.start(actor, uploads({ 'clients.csv': 'client_ref,name\nC-1,Acme\n' }), true);

      await expect(imports.find(stranger, run.id)).rejects.toMatchObject({ code: 'import_not_found' });
      await expect(imports.start({ ...actor, role: 'consultant' }, uploads({}), false)).rejects.toMatchObject({
        code: 'not_allowed',
      });
      expect((await imports.list(stranger, {})).items.map(({ id }) => id)).not.toContain(run.id);
    });

    it.each([
      [
        'a file that is none of the import',
        { 'clients.csv': 'client_ref,name\n', 'people.csv': 'x\n' },
        'unknown_import_file',
      ],
      ['no file at all', {}, 'import_without_files'],
    ])('is refused with %s, and leaves nothing behind', async (_, files, code) => {
      const actor = await firmWithPartner();

      await expect(imports.start(actor, uploads(files), false)).rejects.toMatchObject({ code });

      expect(await rows('select 1 from stored_file where firm_id = $1', actor.firmId)).toEqual([]);
    });
  });
});
