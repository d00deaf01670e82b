// @ts-check
import { ensureBuilt } from './lib/build.mjs';

await ensureBuilt(['api', 'worker', 'cli', 'web']);
