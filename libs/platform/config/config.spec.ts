import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { StartRefused } from '../errors/start-refused.js';
import { Config, loadConfig } from './config.js';

const NEEDED = {
  DATABASE_URL: 'postgres://u@127.0.0.1/db',
  AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
};

const refusals = (settings: NodeJS.ProcessEnv): string[] => {
  try {
    loadConfig({ ...NEEDED, ...settings });
    return [];
  } catch (error) {
    return [...(error as StartRefused).sentences];
  }
};

describe('settings that are in order', () => {
  it.each([
    {},
    { AUTH_SECRET: '0f6a1c9b3e8d7245a1b2c3d4e5f60718293a4b5c6d7e8f90' },
    { AUTH_SECRET: 'q8Jm1yX0nq6i0m7o4uYz4T7kVw3c8lq2k2m3n1b0v9A=' },
    { PUBLIC_URL: 'https://search.firm.example' },
    { PUBLIC_URL: 'https://search.firm.example:8443/' },
    { PUBLIC_URL: 'http://localhost:3000' },
    { PUBLIC_URL: 'http://[::1]:3000' },
    { PUBLIC_URL: 'http://search.intranet', ALLOW_HTTP: 'yes' },
    { DATABASE_URL: 'postgres://searchlight:searchlight@127.0.0.1:5432/searchlight' },
    { DATABASE_URL: 'postgresql://u:p%40ss%2Fw@db.firm.example/searchlight?sslmode=require' },
    { REDIS_URL: 'rediss://:0f6a1c9b3e8d@redis:6379/1' },
    { REDIS_URL: '' },
    { TRUST_PROXY: '10.0.0.1, 192.168.0.0/16,fd00::/8, loopback' },
    { MAIL_FROM: 'searchlight@firm.example' },
  ])('%j', (settings) => expect(refusals(settings)).toEqual([]));
});

describe('a setting that is wrong ends the start with one sentence', () => {
  it.each([
    [{ DATABASE_URL: '' }, 'DATABASE_URL is missing'],
    [{ DATABASE_URL: 'mysql://u@db/x' }, 'DATABASE_URL must look like postgres://'],
    [{ DATABASE_URL: 'postgres://u:p@db:port/x' }, 'DATABASE_URL must look like postgres://'],
    [{ DATABASE_URL: 'postgres://u:100%@db/x' }, 'DATABASE_URL holds a % in the user name or password'],
    [{ DATABASE_URL: 'postgres://u:searchlight@db/x' }, 'DATABASE_URL has a password that everybody tries first'],
    [{ REDIS_URL: 'redis:6379' }, 'REDIS_URL must look like redis://'],
    [{ REDIS_URL: 'redis://:ChangeMe@redis' }, 'REDIS_URL has a password that everybody tries first'],
    [{ SMTP_URL: 'mail.firm.example' }, 'SMTP_URL must look like smtps://'],
    [{ SMTP_URL: 'smtps://u:secret@mail.firm.example' }, 'SMTP_URL has a password that everybody tries first'],
    [{ AUTH_SECRET: '' }, 'AUTH_SECRET is missing'],
    [{ AUTH_SECRET: 'k3J9-sl2' }, 'AUTH_SECRET must be at least 32 characters'],
    [{ AUTH_SECRET: 'x'.repeat(32) }, 'AUTH_SECRET has only 1 different characters'],
    [{ AUTH_SECRET: 'abcabcabd'.repeat(5) }, 'AUTH_SECRET has only 4 different characters'],
    [{ AUTH_SECRET: '1234567890'.repeat(4) }, 'AUTH_SECRET says the same again and again'],
    [{ AUTH_SECRET: 'abcdefghijklmnopqrstuvwxyz012345' }, 'AUTH_SECRET says the same again and again'],
    [{ AUTH_SECRET: 'change-me-to-something-long-and-random' }, 'AUTH_SECRET looks like an example'],
    [{ AUTH_SECRET: '$(openssl rand -base64 32) # make one' }, 'AUTH_SECRET looks like an example'],
    [{ PUBLIC_URL: 'ftp://firm.example' }, 'PUBLIC_URL must be an http(s) address'],
    [{ PUBLIC_URL: 'search.firm.example' }, 'PUBLIC_URL must be an http(s) address'],
    [{ PUBLIC_URL: 'https://a:b@firm.example' }, 'PUBLIC_URL must hold no user name'],
    [{ PUBLIC_URL: 'https://firm.example/crm' }, 'PUBLIC_URL must end after the host'],
    [{ PUBLIC_URL: 'https://firm.example/?' }, 'PUBLIC_URL must end after the host'],
    [{ PUBLIC_URL: 'http://firm.example' }, 'PUBLIC_URL must be https'],
    [{ PUBLIC_URL: 'http://127.0.0.1.firm.example' }, 'PUBLIC_URL must be https'],
    [{ ALLOW_HTTP: 'true' }, 'ALLOW_HTTP must be yes or no'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must name addresses or networks of proxies'],
    [{ TRUST_PROXY: '10.0.0.1,' }, 'TRUST_PROXY must name'],
    [{ TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY must name'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY must name'],
    [{ MAIL_FROM: 'Searchlight' }, 'MAIL_FROM must look like'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    [{ DATABASE_POOL: 'many' }, 'DATABASE_POOL must be a whole number from 4 to 200'],
  ])('%j', (settings, sentence) => expect(refusals(settings)).toEqual([expect.stringContaining(sentence)]));

  it('and so does every other, without a word of what is secret', () => {
    const wrong = { DATABASE_URL: 'postgres://u:wonderful%@db/x', AUTH_SECRET: 'wonderful', PORT: 'x' };

    expect(() => loadConfig(wrong)).toThrow(/^Searchlight cannot start:\n {2}PORT .*\n {2}DATABASE_URL .*\n {2}AUTH_/);
    expect(refusals(wrong).join()).not.toContain('wonderful');
  });
});

describe('every setting', () => {
  it('has its row in the operator’s table', () => {
    const documented = readFileSync('docs/OPERATIONS.md', 'utf8');
    const settings = [...Object.keys(new Config()), 'DATABASE_URL', 'AUTH_SECRET', 'REDIS_URL'];

    expect(settings.filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('how mails leave is settled before anything starts', () => {
  it.each([
    [{}, null],
    [{ MAIL_TRANSPORT: 'resend', MAIL_API_KEY: 're_simulated' }, null],
    [{ MAIL_TRANSPORT: 'resend', MAIL_API_KEY: 're_simulated', MAIL_API_URL: 'http://127.0.0.1:4000' }, null],
    [{ MAIL_TRANSPORT: 'pigeon' }, 'MAIL_TRANSPORT must be smtp or resend'],
    [{ MAIL_TRANSPORT: 'resend' }, 'MAIL_TRANSPORT is resend, which needs MAIL_API_KEY'],
    [
      { MAIL_API_KEY: 're_simulated' },
      'MAIL_API_KEY is set, but MAIL_TRANSPORT is smtp: set it to resend, or take the key away',
    ],
    [
      { MAIL_TRANSPORT: 'resend', MAIL_API_KEY: 're_simulated', MAIL_API_URL: 'http://mail.example' },
      'MAIL_API_URL must be an https address: mails and the key would travel in the clear',
    ],
    [{ MAIL_WEBHOOK_SECRET: 'open sesame' }, 'MAIL_WEBHOOK_SECRET must look like whsec_..., as the provider shows it'],
  ])('%j', (settings, sentence) => {
    const load = () => loadConfig({ ...NEEDED, ...settings });

    if (sentence) expect(load).toThrow(`Searchlight cannot start: ${sentence}`);
    else expect(load().MAIL_CONNECTIONS).toBe(8);
  });
});
