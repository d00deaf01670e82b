import { Readable } from 'node:stream';
import fc from 'fast-check';
import { FILES } from '@app/import-files/import-rows.rules.js';
import type { ImportSource } from '@app/merges/importer.service.js';
import { IMPORT_FILES, type ImportFileName } from '@app/import-files/import-files.types.js';
import { BASE, type Files, kept, TestImports } from './imports.js';

/** Values that make rows meet: most of what the firm could send about few things. */
const USUAL: Record<string, string[]> = {
  search_ref: ['S-1', 'S-2', 'S-3', 'S-9'],
  candidate_ref: ['P-1', 'P-2', 'P-3', 'P-9'],
  client_ref: ['C-1', 'C-2', 'C-9'],
  parent_ref: ['', 'C-1', 'C-2', 'C-9'],
  contact_ref: ['K-1', 'K-2', ''],
  offer_ref: ['O-1', 'O-2'],
  office: ['berlin', 'new_york', 'paris'],
  country: ['DE', 'US'],
  region: ['', 'DE-BE'],
  time_zone: ['Europe/Berlin', 'America/New_York'],
  working_days: ['', 'sun;mon'],
  email: ['ada@firm.example', 'bob@firm.example', 'eve@firm.example'],
  lead_email: ['ada@firm.example', 'bob@firm.example'],
  team_emails: ['', 'ada@firm.example;bob@firm.example'],
  by_email: ['', 'ada@firm.example'],
  role: ['partner', 'consultant', 'hr'],
  role_key: ['vp_mlops'],
  engagement: ['', 'retained'],
  confidential: ['', 'no', 'yes'],
  close_reason: ['', 'placed', 'cancelled'],
  stage: ['sourced', 'contacted', 'offer', 'placed', 'sourcing'],
  kind: ['call', 'note', 'sourcing', 'engaged'],
  position: ['1', '2', '3'],
  budget_working_days: ['', '3'],
  outcome: ['', 'placed', 'rejected'],
  outcome_by: ['', 'client'],
  voided: ['', '', 'yes'],
  decision: ['', 'accepted', 'declined'],
  currency: ['', 'EUR'],
  layer: ['', 'research'],
  signals: ['', 'phd'],
  profile_url: [''],
  base: ['', '1.50'],
};
for (const amount of ['bonus', 'equity_value', 'sign_on', 'relocation']) USUAL[amount] = ['', '1000'];

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

describe('importing', () => {
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
      const { told, progress } = await imports.folder({
        'offices.csv': BASE['offices.csv'],
        'users.csv': BASE['users.csv'],
        ...files,
      });

      expect(told).toEqual(expect.arrayContaining(expected));
      const first = Object.keys(files)[0] as ImportFileName;
      expect(kept(progress, first)?.kept).toBeGreaterThan(0);
    });

    it('a whole chain: search, candidacy, move, activity and offer', async () => {
      const { told, progress } = await imports.folder({
        ...BASE,
        'searches.csv': BASE['searches.csv'].replace('2026-03-02,,', '2026-03-02,2026-03-01,unfilled'),
      });

      expect(told).toEqual([
        'searches.csv 2: closed_at is before opened_at',
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
      const { told } = await imports.folder({
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
        'searches.csv 5: office "london": there is no office with that name; there is berlin, new_york',
        'searches.csv 6: lead_email "eve@firm.example": there is no user with that name',
        'searches.csv 7: opened_at "2026-01-01T10:00:00" has no UTC offset; write it as 2026-01-01T10:00:00+02:00',
        'searches.csv 8: close_reason is empty, but closed_at is filled in',
        'holds.csv 3: the hold overlaps the one in row 2',
        'holds.csv 5: ended_at is before started_at',
        'reopenings.csv 2: search_ref S-1 was not closed when it was reopened: it has been open since 2026-03-01 23:00 UTC',
      ]);
    });

    it('everything a firm can get wrong about a candidacy', async () => {
      const { told } = await imports.folder({
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
        expect.stringMatching(/^stage_moves.csv 8: stage "screening": there is no stage with that name; there is /),
        'stage_moves.csv 9: search_ref S-3 with candidate_ref P-3 was refused: candidacies.csv row 6',
        'stage_moves.csv 10: candidates.csv has candidate_ref P-2, but candidacies.csv does not put them in search_ref S-3',
        'stage_moves.csv 11: the same move is already in row 3; the first one counts',
        'offers.csv 3: base "a lot" is not an amount such as 210000 or 210000.50',
        'offers.csv 4: candidates.csv has candidate_ref P-3, but candidacies.csv does not put them in search_ref S-1',
      ]);
    });

    it('moves of a candidacy that ended before the first of them', async () => {
      const { told } = await imports.folder({
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
        'with a misspelt column',
        'clientref,name\nC-1,Acme\n',
        'the header has no column client_ref; it has: clientref, name',
      ],
      ['that is empty', '', 'clients.csv is empty; its first row must name the columns'],
    ])('%s', async (_, clients, sentence) => {
      const { told, progress } = await imports.folder({ ...BASE, 'clients.csv': clients });

      expect(told[0]).toBe(`clients.csv 1: ${sentence}`);
      expect(told[1]).toBe(
        'contacts.csv 2: there is no client with client_ref C-1 (clients.csv was refused as a whole)',
      );
      expect(kept(progress, 'clients.csv')).toMatchObject({ kept: 0, state: 'refused' });
      expect(kept(progress, 'candidates.csv')?.kept).toBe(3);
    });

    it('but a column it does not know is only told', async () => {
      const { progress, told } = await imports.folder({
        'candidates.csv': 'candidate_ref,name,shoe_size\nP-1,Ana,44\n',
      });

      expect(told).toEqual([]);
      expect(progress.notices).toEqual([
        'candidates.csv has columns that are not known here and were ignored: shoe_size',
      ]);
    });
  });

  it('gives no running search to somebody who has left, and leaves what they led where it is', async () => {
    const { firmName, firmId } = await imports.folder(BASE);
    await imports.rows(
      `update firm_user set deactivated_at = now() where firm_id = $1 and email = 'bob@firm.example'`,
      firmId,
    );
    const head = 'search_ref,client_ref,title,role_key,office,lead_email,opened_at,closed_at,close_reason\n';
    const bobs = 'C-2,VP MLOps,vp_mlops,new_york,bob@firm.example,2026-01-10T09:00:00-05:00';

    const { told } = await imports.folder(
      { 'searches.csv': `${head}S-2,${bobs},2026-03-01,cancelled\nS-8,${bobs},,\nS-9,${bobs},2026-03-01,placed\n` },
      { firmName },
    );

    expect(told).toEqual([
      'searches.csv 3: lead_email bob@firm.example has left the firm; a running search needs a lead who still works here',
    ]);
    expect(await imports.rows('select ref from search where firm_id = $1 order by ref', firmId)).toEqual(
      ['S-1', 'S-2', 'S-3', 'S-9'].map((ref) => ({ ref })),
    );
  });

  it('keeps the cells of what it refuses, so that the row can be mended', async () => {
    const { refusals } = await imports.folder({
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

    const { told, progress } = await imports.folder({}, { source });
    clearInterval(watch);

    expect(told).toEqual(['candidates.csv 3: name makes the row longer than 1 MB, the most a row may have']);
    expect(kept(progress, 'candidates.csv')?.kept).toBe(2);
    expect(most - before).toBeLessThan(120 * 1024 * 1024);
  });

  it('ends with every row kept or refused, whatever is in the files', async () => {
    const odd = fc.constantFrom(
      '',
      '""',
      '"',
      'x',
      '\0',
      '\\N',
      '\t',
      '\ud83d\ude00'.repeat(30),
      '2026-02-30',
      '{}',
      "'; --",
      '\\.',
    );
    const moments = [
      '2026-03-02T10:00:00Z',
      '2026-03-05',
      '2026-01-10T09:00:00-05:00',
      '2026-06-30T23:59:59.9+14:00',
      '',
    ];
    const usual = (column: string): string[] => {
      if (/_at$|^at$|^date$|_date$|_since$/.test(column)) return moments;
      return USUAL[column] ?? ['', 'some text', '7', 'other', 'yes'];
    };
    const files = fc.record(
      Object.fromEntries(
        IMPORT_FILES.map((name) => {
          const columns = FILES[name].columns.map((column) => column.name);
          const cells = columns.map((column) =>
            fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...usual(column)) }, { weight: 1, arbitrary: odd }),
          );
          const row = fc.tuple(...cells).map((values) => values.join(','));
          const lines = fc.array(row, { maxLength: 6 }).map((rows) => [columns.join(','), ...rows].join('\n'));
          return [name, lines];
        }),
      ),
      { requiredKeys: [] },
    );

    const { firmName } = await imports.folder(BASE);

    await fc.assert(
      fc.asyncProperty(files, async (some) => {
        const { progress, refusals } = await imports.folder(some as Files, { firmName });

        const refused = new Map<string, number>();
        for (const { file } of refusals) refused.set(file, (refused.get(file) ?? 0) + 1);
        for (const file of progress.files) {
          expect({ file: file.name, state: file.state }).toEqual({ file: file.name, state: 'done' });
          expect(file.refused).toBe(refused.get(file.name) ?? 0);
          expect(file.kept).toBe(file.rows - file.refused);
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 8) },
    );
  }, 120_000);
});
