import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sentenceOf, takeFolder } from './one-at-a-time.mjs';
import { startPostgres } from './postgres.mjs';

const folders: string[] = [];
function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-start-'));
  fs.chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

const MODULE = path.resolve('tools/lib/one-at-a-time.mjs');
const TAKE = `import { takeFolder } from ${JSON.stringify(MODULE)};
  const turn = await takeFolder(process.argv[1]).catch((error) => (console.log(error.message), process.exit(1)));
  turn.tell('http://127.0.0.1:3000');`;
const second = (folder: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', TAKE, folder], { encoding: 'utf8' });

describe('a second demo in one folder', () => {
  it('ends with a sentence that names the first, which goes on', async () => {
    const folder = aFolder();
    const first = spawn(process.execPath, ['--input-type=module', '-e', `${TAKE}; console.log('up'); setInterval(() => {}, 1000)`, folder]); // prettier-ignore
    await new Promise((resolve) => first.stdout.once('data', resolve));

    const { status, stdout } = second(folder);

    expect(status).toBe(1);
    expect(stdout).toBe(
      `A demo runs in ${folder} already (process ${first.pid}, http://127.0.0.1:3000). Stop it, or set SEARCHLIGHT_DATA_DIR to another folder.\n`,
    );
    expect(first.exitCode).toBeNull();
    const gone = new Promise((resolve) => first.once('exit', resolve));
    first.kill('SIGKILL');
    await gone;
    expect(second(folder).status).toBe(0);
  });

  it('starts once the first has ended', () => {
    const folder = aFolder();

    expect([second(folder).status, second(folder).status]).toEqual([0, 0]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('what keeps a start from its folder is one sentence', () => {
  it.each([
    ['ENOSPC', 'The disk that holds /d is full'],
    ['EACCES', '/d/x cannot be written by this user: set SEARCHLIGHT_DATA_DIR'],
    ['EROFS', '/d/x cannot be written by this user: set SEARCHLIGHT_DATA_DIR'],
    ['ENOTDIR', '/d is not a folder'],
  ])('%s', (code, sentence) => {
    expect(sentenceOf(Object.assign(new Error(code), { code, path: '/d/x' }), '/d')).toContain(sentence);
  });

  it('a file where the folder should be', async () => {
    const file = path.join(aFolder(), 'data');
    fs.writeFileSync(file, '');

    const refused = await takeFolder(file).catch((error: unknown) => sentenceOf(error, file));

    expect(refused).toBe(`${file} is not a folder: set SEARCHLIGHT_DATA_DIR to one.`);
  });

  it.each([
    [
      'data of another PostgreSQL',
      { PG_VERSION: '9\n' },
      /holds data of PostgreSQL 9, .* comes with \d+\. Make a backup/,
    ],
    ['half a database', { 'postgresql.conf': '' }, /holds something, but no whole database/],
  ])('%s', async (_, files, sentence) => {
    const dataDir = aFolder();
    fs.mkdirSync(path.join(dataDir, 'postgres'));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(dataDir, 'postgres', name), text);

    await expect(startPostgres({ dataDir })).rejects.toThrow(sentence);

    expect(fs.readdirSync(path.join(dataDir, 'postgres'))).toEqual(Object.keys(files));
  });
});
