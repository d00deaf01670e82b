import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { watchRefusals } from '../lib/documented-refusals.js';
import { testDatabaseUrl } from './database.js';

export const TEST_PUBLIC_URL = 'http://127.0.0.1:3000';
export const TEST_AUTH_SECRET = 'a secret for tests only, never for anything else';

export interface TestApi {
  app: NestFastifyApplication;
  dataSource: DataSource;
  /** An agent that keeps cookies and says that it comes from our own pages. */
  request: (cookie?: string) => ReturnType<typeof supertest.agent>;
  close: () => Promise<void>;
}

/** The whole API on the test database, asked in process. */
export async function openTestApi(settings: Record<string, string> = {}): Promise<TestApi> {
  Object.assign(process.env, {
    DATABASE_URL: await testDatabaseUrl(),
    DATABASE_POOL: '5',
    AUTH_SECRET: TEST_AUTH_SECRET,
    PUBLIC_URL: TEST_PUBLIC_URL,
    LOG_LEVEL: 'fatal',
    WEB_DIR: 'no-web-app-in-tests',
    ...settings,
  });
  // loaded here, because modules may read their settings when they are loaded
  const { createApi } = await import('../../apps/api/src/app.js');
  const app = await createApi();
  const undocumented = watchRefusals(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    dataSource: app.get(DataSource),
    request: (cookie) => {
      const agent = supertest.agent(app.getHttpServer()).set('Origin', TEST_PUBLIC_URL);
      return cookie ? agent.set('Cookie', cookie) : agent;
    },
    close: async () => {
      await app.close();
      if (undocumented.size > 0) throw new Error(`not in openapi.json: ${[...undocumented].join(', ')}`);
    },
  };
}
