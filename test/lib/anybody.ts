import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import PostalMime, { type Email } from 'postal-mime';
import type { Response } from 'supertest';
import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import type { TestUser } from '../factories/firm.factory.js';
import type { TestApi } from '../medium/api.js';
import type { MailServer } from './mail-server.js';
import { until } from './until.js';

export const PASSWORD = 'correct horse battery staple';

/** An address nobody has asked from before, in whatever test. The API must trust the loopback as a proxy. */
export const anAddress = (): string => `10.${[...randomBytes(3)].join('.')}`;
export const anEmail = (): string => `founder-${newId()}@firm.example`;

/** Somebody's browser: it keeps its cookies and stays at its address. */
export function aBrowser(api: TestApi, { address = anAddress(), cookie }: { address?: string; cookie?: string } = {}) {
  return api.request(cookie).set('X-Forwarded-For', address);
}

let hash: Promise<string> | undefined;

/** Has no session and signs in with PASSWORD, which is hashed once for all: hashing is slow on purpose. */
export async function withPassword(dataSource: DataSource, user: TestUser): Promise<TestUser> {
  hash ??= hashPassword(PASSWORD);
  await dataSource.query('delete from auth."session" where "userId" = $1', [user.id]);
  await dataSource.query(
    `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
     values ($1, $1, 'credential', $1, $2, now())`,
    [user.id, await hash],
  );
  return user;
}

/** The mails that have reached this address, once there are so many. */
export async function mailsTo(mails: MailServer, email: string, count = 1): Promise<Email[]> {
  const found = () => mails.received.filter((one) => one.to === email);
  await until(() => found().length >= count);
  return Promise.all(found().map((one) => PostalMime.parse(one.source)));
}

export const tokenIn = (mail: Email | undefined): string =>
  new URL(/http\S+token=\S+/.exec(mail?.text ?? '')?.[0] ?? 'http://no.link').searchParams.get('token') ?? '';

export function expectProblem(response: Response, status: number, code: string): void {
  expect(response.type).toBe('application/problem+json');
  expect(response.body).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
  expect(response.status).toBe(status);
}
