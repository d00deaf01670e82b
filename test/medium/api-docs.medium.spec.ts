import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import { readDocument, watchRefusals } from '../lib/documented-refusals.js';
import { type TestApi, openTestApi } from './api.js';

describe('the API documentation', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(() => api.close());

  it('is a page for anybody, made of files of ours alone', async () => {
    const page = await api
      .request()
      .get('/api/docs')
      .expect(200)
      .expect('content-type', /^text\/html/);

    const addresses = [...page.text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThanOrEqual(5);
    expect(page.text).not.toMatch(/https?:|<script>|<style>|style=| on\w+=/);
    for (const address of addresses) {
      const { headers } = await api.request().get(address).expect(200);
      expect(headers['content-security-policy']).toContain("script-src 'self'");
    }
  });

  it('shows the document as it is in the repository', async () => {
    const { body } = await api.request().get('/api/docs/openapi.json').expect(200);

    expect(body).toEqual(readDocument());
  });

  it('has nothing else', async () => {
    const { body } = await api.request().get('/api/docs/package.json').expect(404);

    expect(body).toMatchObject({ code: 'not_found' });
  });

  it('misses no refusal that an operation gives: these tests find it out', async () => {
    const door = fastify();
    const undocumented = watchRefusals({
      getHttpAdapter: () => ({ getInstance: () => door }),
    } as unknown as NestFastifyApplication);
    door.get('/api/clients/:id', (_, reply) => reply.status(409).send({ code: 'same_stage' }));
    door.get('/api/me', (_, reply) => reply.status(401).send({ code: 'not_signed_in' }));

    await door.inject('/api/clients/1');
    await door.inject('/api/me');

    expect([...undocumented]).toEqual(['clients_find same_stage']);
  });
});
