import 'reflect-metadata';
import { loadConfig } from './config.js';

const NEEDED = {
  DATABASE_URL: 'postgres://u@127.0.0.1/db',
  AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
};

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
