import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheFolders, decide, PACKAGES, pathOf, serves, whyNot, without } from './our-node.mjs';

const { engines } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { engines: { node: string } };
const machine = { version: '20.20.2', platform: 'linux', arch: 'x64', musl: false };

describe('which Node will do', () => {
  it.each([
    ['18.20.8', false],
    ['20.20.2', false],
    ['22.22.2', false],
    ['22.22.3', true],
    ['22.23.0', true],
    ['23.11.0', false],
    ['24.0.0', false],
    ['24.14.9', false],
    ['24.15.0', true],
    ['24.22.3', true],
    ['25.9.0', false],
    ['26.0.0', true],
    ['27.1.0-nightly2027', true],
  ])('%s: %s', (version, will) => expect(serves(version, engines.node)).toBe(will));

  it('is what every package we bring is', () => {
    const versions = Object.values(PACKAGES).map((found) => found?.version ?? '');

    expect(versions.filter((version) => !serves(version, engines.node))).toEqual([]);
  });

  it('is what the lock file asks for at least', () => {
    const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { engines?: { node?: string } }>;
    };
    const asked = Object.values(lock.packages).flatMap(({ engines: theirs }) => theirs?.node ?? []);
    const simple = asked.filter((range) => /^((>=|\^) ?[\d.]+( ?\|\| ?)?)+$/.test(range));

    expect(simple.length).toBeGreaterThan(300);
    for (const [, lowest = ''] of engines.node.matchAll(/(?:\^|>=)([\d.]+)/g))
      expect([lowest, simple.filter((range) => !serves(lowest, range))]).toEqual([lowest, []]);
  });
});

describe('what is done on a machine', () => {
  it.each([
    [{ version: '24.15.0' }, { kind: 'own' }],
    [{ version: '24.15.0', musl: true }, { kind: 'own' }],
    [{}, { kind: 'fetch', package: PACKAGES['linux-x64'] }],
    [{ arch: 'arm64' }, { kind: 'fetch', package: PACKAGES['linux-arm64'] }],
    [{ platform: 'darwin' }, { kind: 'fetch', package: PACKAGES['darwin-x64'] }],
    [
      { platform: 'darwin', arch: 'arm64' },
      { kind: 'fetch', package: PACKAGES['darwin-arm64'] },
    ],
    [{ platform: 'win32' }, { kind: 'fetch', package: PACKAGES['win32-x64'] }],
    [
      { platform: 'win32', arch: 'arm64' },
      { kind: 'fetch', package: PACKAGES['win32-arm64'] },
    ],
    [{ version: '18.20.8' }, { kind: 'fetch', package: PACKAGES['linux-x64'] }],
    [
      { musl: true },
      { kind: 'as-is', sentence: expect.stringMatching(/^npm has no Node for linux with musl: going on/) },
    ],
    [{ arch: 'riscv64' }, { kind: 'as-is', sentence: expect.stringMatching(/^npm has no Node for linux riscv64: /) }],
    [
      { version: '18.20.8', arch: 's390x' },
      {
        kind: 'refuse',
        sentence: 'npm has no Node for linux s390x, and Node 18.20.8 is too old for Searchlight. Install Node 24.',
      },
    ],
  ])('%j', (here, decision) => expect(decide({ ...machine, ...here }, engines.node)).toEqual(decision));

  it.each([
    ['20.18.9', 'refuse'],
    ['20.19.0', 'as-is'],
  ])('without another Node, %s: %s', (version, kind) =>
    expect(without(version, 'the npm registry cannot be reached').kind).toBe(kind),
  );
});

describe('where it is kept', () => {
  it.each([
    ['linux', {}, '/home/ann', ['/home/ann/.cache/searchlight', '/clone/.cache']],
    ['linux', { XDG_CACHE_HOME: '/var/cache/ann' }, '/home/ann', ['/var/cache/ann/searchlight', '/clone/.cache']],
    ['linux', {}, '', ['/clone/.cache']],
    ['darwin', {}, '/Users/ann', ['/Users/ann/Library/Caches/searchlight', '/clone/.cache']],
    ['win32', { LOCALAPPDATA: 'D:\\L' }, 'C:\\Users\\Ann Lee', ['D:\\L\\searchlight', '\\clone\\.cache']],
    ['win32', {}, 'C:\\Users\\Ann Lee', ['C:\\Users\\Ann Lee\\AppData\\Local\\searchlight', '\\clone\\.cache']],
  ])('%s %j', (platform, env, home, folders) => expect(cacheFolders('/clone', platform, env, home)).toEqual(folders));

  it('comes first on the path, however the system spells that', () => {
    const apart = path.delimiter;

    expect(pathOf('/n/bin/node', { PATH: '/usr/bin' })).toEqual({ PATH: `/n/bin${apart}/usr/bin` });
    expect(pathOf('/n/bin/node', { Path: 'C:\\Windows' })).toEqual({ Path: `/n/bin${apart}C:\\Windows` });
    expect(pathOf('/n/bin/node', {})).toEqual({ PATH: '/n/bin' });
  });
});

describe('why it could not be fetched is a few words', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://r failed', 'the npm registry cannot be reached'],
    ['npm error code ECONNREFUSED', 'the npm registry cannot be reached'],
    ['npm error code EINTEGRITY\nnpm error sha512-x', 'what the registry sent is not the package we know'],
    ['npm error code E404', 'the registry does not hand it out'],
    ['npm error code ENOSPC', 'the disk is full'],
    ['Error: spawnSync npm ENOENT', 'npm was not found beside Node'],
    ['Error: spawnSync npm-cli.js ETIMEDOUT', 'the npm registry cannot be reached'],
    ['\nnpm error something else', 'something else'],
  ])('%j', (said, words) => expect(whyNot(said)).toBe(words));
});

describe('the launcher', () => {
  const run = (words: string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ['tools/node.mjs', ...words], { encoding: 'utf8', env: { ...process.env, ...env } });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-launcher-'));
  const script = path.join(folder, 'script.mjs');
  beforeAll(() =>
    fs.writeFileSync(
      script,
      `console.log(JSON.stringify([process.argv.slice(2), process.execArgv, process.argv[1]]));
       if (process.argv[2] === 'end') process.exitCode = 7;
       if (process.argv[2] === 'kill') process.kill(process.pid, 'SIGKILL');`,
    ),
  );
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it.each([
    [
      [script, 'a', '--b'],
      [['a', '--b'], [], script],
    ],
    [
      ['--no-warnings', script, 'a', '--b'],
      [['a', '--b'], ['--no-warnings'], script],
    ],
  ])('hands %j on', (words, seen) => {
    const { stdout, status } = run(words);

    expect([JSON.parse(stdout), status]).toEqual([seen, 0]);
  });

  it.each([[[]], [['--no-warnings']]])('ends as the script ends, with flags %j', (flags) => {
    expect(run([...flags, script, 'end']).status).toBe(7);
    expect(run([...flags, script, 'kill']).signal).toBe('SIGKILL');
  });
});
