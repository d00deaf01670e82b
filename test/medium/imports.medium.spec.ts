import { newId } from '@app/platform/database/id.js';
import { BASE, TestImports } from './imports.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

const rows = <Row = Record<string, unknown>>(sql: string, firmId: string) => imports.rows<Row>(sql, firmId);

/** Every row that the import writes. */
async function everythingOf(firmId: string): Promise<unknown> {
  const tables = ['office', 'holiday', 'firm_user', 'client', 'contact', 'stage', 'search', 'search_member'];
  const more = ['search_episode', 'search_hold', 'candidate', 'candidacy', 'stage_move', 'activity', 'offer'];
  const found: Record<string, unknown> = {};
  for (const table of [...tables, ...more]) {
    found[table] = await rows(`select * from ${table} where firm_id = $1 order by id`, firmId);
  }
  return found;
}

describe('importing a firm', () => {
  it('keeps every good row, whatever it refers to', async () => {
    const { progress, told, firmId } = await imports.folder(BASE);

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

  it('takes a date alone as that day where the office of the search is: its begin, or its end where something ends', async () => {
    const { firmId } = await imports.folder(BASE);

    expect(await rows("select ref, opened_at from search where firm_id = $1 and ref = 'S-1'", firmId)).toEqual([
      { ref: 'S-1', opened_at: new Date('2026-03-01T23:00:00Z') },
    ]);
    expect(
      await rows('select closed_at from search_episode where firm_id = $1 and closed_at is not null', firmId),
    ).toEqual([{ closed_at: new Date('2026-03-02T04:59:59.999Z') }]);
  });

  it('derives status, episodes and clocks from the facts', async () => {
    const { firmId } = await imports.folder(BASE);

    expect(
      await rows(
        'select ref, status, next_check_at::text from search s join search_check on search_id = id where s.firm_id = $1 order by ref',
        firmId,
      ),
    ).toEqual([
      { ref: 'S-1', status: 'open', next_check_at: '-infinity' },
      { ref: 'S-2', status: 'offer', next_check_at: '-infinity' },
      { ref: 'S-3', status: 'on_hold', next_check_at: '-infinity' },
    ]);
    const clocks =
      'stage_id, stage_since, stage_key, last_progress_at, progress_key, window_opened_at, window_key, offer_extended_at, ' +
      'client_turn_at, client_turn_key, presented_at, presented_key, assessed_at, assessed_key';
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
    const { firmId } = await imports.folder(BASE);

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
    const { firmId } = await imports.folder(BASE);

    expect(
      await rows(
        `select h.name from holiday h join office o on o.id = h.office_id where h.firm_id = $1 and o.key = 'berlin' and h.date = '2026-03-08'`,
        firmId,
      ),
    ).toHaveLength(1);
    expect(await rows('select key from stage where firm_id = $1', firmId)).toHaveLength(8);
  });

  it('changes nothing when the same folder comes again', async () => {
    const { firmId, firmName } = await imports.folder(BASE);
    const before = await everythingOf(firmId);

    const again = await imports.folder(BASE, { firmName });

    expect(again.told).toEqual([]);
    expect(await everythingOf(firmId)).toEqual(before);
  });

  it('brings rows up to date when they come again changed, and leaves alone the columns that are not sent', async () => {
    const { firmId, firmName } = await imports.folder(BASE);

    await imports.folder(
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

    const checked = await imports.folder(bad, { checkOnly: true });

    expect(checked.firmId).toBe('');
    expect(checked.told).toEqual((await imports.folder(bad)).told);
    expect(checked.told).toEqual(['clients.csv 4: there is no client with client_ref C-77']);
  });

  it('records one audit entry for the start and one for the end, and announces the end', async () => {
    const { firmId } = await imports.folder(BASE);

    expect(await rows('select action from audit_entry where firm_id = $1 order by id', firmId)).toEqual([
      { action: 'imports.started' },
      { action: 'users.user_added' },
      { action: 'users.user_added' },
      { action: 'imports.finished' },
    ]);
    // once for the firm, however often its history comes
    expect(await rows('select key from role_template where firm_id = $1', firmId)).toHaveLength(10);
    expect(await rows('select fact from outbox where firm_id = $1', firmId)).toEqual([
      { fact: 'imports.import_finished' },
    ]);
  });

  it('keeps rows about somebody who may be here already, and says so', async () => {
    const candidates =
      'candidate_ref,name,email,phone,profile_url\nP-1,Robin Ray,robin@ray.example,,\nP-2,Robin Ray,ROBIN@ray.example,,\n' +
      'P-3,Kim Oh,,+44 20 7946 0018,linkedin.com/in/kim\nP-4,K. Oh,,(020) 7946-0018,https://uk.linkedin.com/in/kim/\nP-5,Lee,,,\n';

    const { progress, told } = await imports.folder({ ...BASE, 'candidates.csv': candidates });

    expect(told).toEqual([]);
    expect(progress.notices).toEqual([
      'candidates.csv: 4 rows may be about somebody who already has another record',
      'candidates.csv row 2: the same email as P-2',
      'candidates.csv row 3: the same email as P-1',
      'candidates.csv row 4: the same phone, profile_url as P-4',
      'candidates.csv row 5: the same phone, profile_url as P-3',
    ]);
  });

  it('keeps contacts who may be here already, at whatever client, and says so', async () => {
    const contacts =
      'contact_ref,client_ref,name,email\nK-1,C-1,Cleo Diaz,cleo@acme.example\nK-2,C-2,C. Diaz,CLEO@acme.example\nK-3,C-2,Max,\n';

    const { progress, told, firmName } = await imports.folder({ ...BASE, 'contacts.csv': contacts });
    const again = await imports.folder(
      { 'contacts.csv': 'contact_ref,client_ref,name,email\nK-3,C-2,Max,m@x.example\n' },
      { firmName },
    );

    expect([told, again.told, again.progress.notices]).toEqual([[], [], []]);
    expect(progress.notices).toEqual([
      'contacts.csv: 2 rows may be about somebody who already has another record',
      'contacts.csv row 2: the same email as K-2',
      'contacts.csv row 3: the same email as K-1',
    ]);
  });

  it('says so of thousands with the number of their office, without comparing each with all others', async () => {
    const people = Array.from({ length: 6_000 }, (_, i) => `P-${i},Robin ${i},+49 30 901820,http://x.example/in\n`);

    const { progress } = await imports.folder({
      ...BASE,
      'candidates.csv': `candidate_ref,name,phone,profile_url\n${people.join('')}`,
    });

    expect(progress.notices.slice(0, 3)).toEqual([
      'candidates.csv: 6000 rows may be about somebody who already has another record',
      'candidates.csv row 2: the same phone, profile_url as P-1',
      'candidates.csv row 3: the same phone, profile_url as P-0',
    ]);
  });

  it('proposes the holidays of the region, says where none is named, and refuses one that is none', async () => {
    const offices =
      'office,country,region,time_zone\nmunich,DE,DE-BY,Europe/Berlin\nsomewhere,DE,,Europe/Berlin\n' +
      'edinburgh,GB,gb-sct,Europe/London\nvienna,AT,,Europe/Vienna\nnowhere,DE,DE-ZZ,Europe/Berlin\n';
    const { progress, told, firmId } = await imports.folder({ 'offices.csv': offices });
    const off = await rows(
      `select o.key from holiday h join office o on o.firm_id = h.firm_id and o.id = h.office_id
       where h.firm_id = $1 and (h.name = 'Corpus Christi' or to_char(h.date, 'MM-DD') = '11-30') group by o.key order by o.key`,
      firmId,
    );

    expect(told).toEqual(['offices.csv 6: region "DE-ZZ" is not a region code of ISO 3166-2, such as DE-BE']);
    expect(progress.notices).toEqual([
      'An office in DE without a region has only the public holidays that all of DE shares; name its region in offices.csv, or correct them.',
    ]);
    expect(off).toEqual([{ key: 'edinburgh' }, { key: 'munich' }, { key: 'vienna' }]);
  });

  it('gives nobody a login, and nobody here already another role', async () => {
    const email = `${newId()}@firm.example`;
    const users = (role: string) => `email,name,role,office\n${email},Eve Lund,${role},berlin\n`;
    const offices = BASE['offices.csv'];
    const { firmName, firmId } = await imports.folder({ 'offices.csv': offices, 'users.csv': users('consultant') });

    const again = await imports.folder({ 'users.csv': users('admin') }, { firmName });

    expect(again.told).toEqual([]);
    expect(again.progress.notices).toContain('users.csv row 2: role passed over');
    expect(await rows('select role, auth_user_id as login from firm_user where firm_id = $1', firmId)).toEqual([
      { role: 'consultant', login: null },
    ]);
    expect(await rows('select 1 from auth."user" where email = $1', email)).toEqual([]);
    expect(await rows('select 1 from invitation where firm_id = $1', firmId)).toEqual([]);
  });
});
