import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@app/platform/database/id.js';
import { ensureBuilt } from '../../tools/lib/build.mjs';
import { TEST_AUTH_SECRET } from './api.js';
import { testDatabaseUrl } from './database.js';

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

const folders: string[] = [];

function folderOf(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-import-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

async function cli(args: string[], databaseUrl?: string): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: databaseUrl ?? (await testDatabaseUrl()), AUTH_SECRET: TEST_AUTH_SECRET };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/apps/cli/main.js', ...args], { env });
    const ended: Ended = { status: null, stdout: '', stderr: '' };
    child.stdout.on('data', (text) => (ended.stdout += text));
    child.stderr.on('data', (text) => (ended.stderr += text));
    child.once('close', (status) => resolve({ ...ended, status }));
  });
}

const CLIENTS = 'client_ref,name,country\nC-1,Acme (simulated),DE\nC-2,"Beta ""B"" Ltd, Inc",Mars\n';

describe('the command line', () => {
  beforeAll(() => ensureBuilt(['cli']), 120_000);
  afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

  it('imports a folder, says in one JSON document what became of it, and ends with 1 when rows were refused', async () => {
    const folder = folderOf({ 'clients.csv': CLIENTS, 'client.csv': 'x\n' });

    const { status, stdout } = await cli(['import', folder, '--firm', `Firm ${newId()}`, '--json']);

    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ check: false, rows: 2, kept: 1, refused: 1, result_file: path.join(folder, 'refused.csv') },
      files: [{ file: 'clients.csv', rows: 2, kept: 1, refused: 1 }],
      refusals: [{ file: 'clients.csv', row: 3, column: 'country' }],
      notices: ['client.csv is not an import file and was ignored'],
    });
  });

  it('writes the refused rows so that they can be mended and sent again', async () => {
    const folder = folderOf({ 'clients.csv': CLIENTS });
    const firm = `Firm ${newId()}`;
    await cli(['import', folder, '--firm', firm]);
    const mended = fs.readFileSync(path.join(folder, 'refused.csv'), 'utf8').replace(/,Mars$/m, ',FR');

    const again = await cli(['import', folderOf({ 'clients.csv': mended }), '--firm', firm, '--json']);

    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ rows: 1, kept: 1, refused: 0, result_file: null });
  });

  it('leaves no firm behind when it only checked', async () => {
    const firm = `Firm ${newId()}`;
    const checked = await cli(['import', folderOf({ 'clients.csv': CLIENTS }), '--firm', firm, '--check']);

    const added = await cli([
      'user',
      'add',
      '--firm',
      firm,
      '--email',
      'a@b.example',
      '--name',
      'A',
      '--role',
      'admin',
    ]);

    expect(checked.status).toBe(1);
    expect(added).toMatchObject({ status: 1, stdout: '', stderr: `There is no firm named "${firm}".\n` });
  });

  it.each([
    ['an unknown command', ['improt']],
    ['a missing option', ['import', '.']],
    ['an unknown option', ['doctor', '--loud']],
    ['a folder that is not there', ['import', '/nowhere', '--firm', 'F']],
    ['an unknown role', ['user', 'add', '--email', 'a@b.example', '--name', 'A', '--role', 'boss']],
  ])('ends with 2 for %s', async (_, args) => {
    const { status, stdout, stderr } = await cli(args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('ends with 3 and one sentence when the database does not answer', async () => {
    const { status, stdout, stderr } = await cli(['doctor', '--json'], 'postgres://nobody:x@127.0.0.1:1/none');

    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^Cannot reach the database at 127\.0\.0\.1:1\/none: .*ECONNREFUSED.*\n$/);
    expect(stderr).not.toContain('nobody');
  });
});
