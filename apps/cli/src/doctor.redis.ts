import { Redis } from 'ioredis';
import type { Check } from './doctor.repository.js';

const PATIENCE_MS = 3_000;

/** A Redis that evicts drops jobs it has acknowledged; what is owed is safe all the same, but comes later. */
export async function inspectRedis(url: string): Promise<Check> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: PATIENCE_MS, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const answer = await redis.config('GET', 'maxmemory-policy').catch(() => null);
    const policy = Array.isArray(answer) ? String(answer[1]) : 'unknown';
    return { check: 'redis', ok: ['noeviction', 'unknown'].includes(policy), detail: `maxmemory-policy is ${policy}` };
  } catch {
    return {
      check: 'redis',
      ok: false,
      detail: 'does not answer at the address in REDIS_URL, or refuses its password',
    };
  } finally {
    redis.disconnect();
  }
}
