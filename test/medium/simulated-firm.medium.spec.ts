import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STALL_RULE_NAMES } from '@app/clocks/clocks.types.js';
import { systemActor } from '@app/identity/identity.types.js';
import { IMPORT_FILES } from '@app/import-files/import-files.types.js';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { generateFirm } from '../../tools/generate/generate.mjs';
import { sampleFirm } from '../../tools/generate/sample-firm.mjs';
import { stallsOf } from '../lib/small-firms.js';
import { TestImports, type Files } from './imports.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

/** A working day, and an hour of it: how much is stalled changes with both, and a test must not. */
const TODAY = '2026-11-17';
const NOON = new Date(`${TODAY}T12:00:00Z`);

describe('the simulated firm', () => {
  it.each([1, 2])('of seed %d holds nothing that cannot be, and its figures are those of a firm', async (seed) => {
    const out = await mkdtemp(join(tmpdir(), 'firm-'));
    await generateFirm({ size: 'demo', seed, out, today: TODAY });
    const files: Files = {};
    for (const name of IMPORT_FILES) files[name] = await readFile(join(out, name));
    await rm(out, { recursive: true });

    const { firmId, told } = await imports.folder(files);
    const metrics = new MetricsService(new Database(imports.dataSource), new MetricsRepository());
    const { timeToOffer } = await metrics.figures(systemActor(firmId), NOON);
    const health = (await stallsOf(imports.dataSource).assessFirm(systemActor(firmId), NOON)).map(
      ({ assessment }) => assessment.health,
    );

    expect(told).toEqual([]);
    expect(timeToOffer.leftOut).toEqual({ beforeOpening: 0, afterClosing: 0 });
    const { median, completedMean } = timeToOffer;
    const figures = {
      median: median.estimate,
      low: median.low,
      mean: completedMean.mean,
      stalled: health.filter((one) => one === 'stalled').length / health.length,
    };
    process.stdout.write(`the simulated firm of seed ${seed}: ${JSON.stringify(figures)}\n`);
    // beside a market mean of 52 days, and some searches that still wait
    expect(completedMean.mean).toBeGreaterThan(46);
    expect(completedMean.mean).toBeLessThan(57);
    expect(median.estimate).toBeGreaterThan(48);
    expect(median.estimate).toBeLessThan(70);
    expect(figures.stalled).toBeGreaterThanOrEqual(0.2);
    expect(figures.stalled).toBeLessThanOrEqual(0.25);
  });
});

describe('the sample data', () => {
  // a Tuesday, a Sunday, a holiday, the Monday after Easter, a leap day
  it.each(['2026-11-24', '2026-11-22', '2026-01-01', '2026-04-06', '2024-02-29'])(
    'made on %s holds nothing that cannot be, and shows most rules',
    async (today) => {
      const files: Files = Object.fromEntries(await sampleFirm(today));

      const { firmId, told } = await imports.folder(files);
      const at = new Date(`${today}T12:00:00Z`);
      const assessed = await stallsOf(imports.dataSource).assessFirm(systemActor(firmId), at);

      expect(told).toEqual([]);
      expect(assessed).toHaveLength(10);
      const rules = new Set(assessed.flatMap(({ assessment }) => assessment.flags.map(({ rule }) => rule)));
      process.stdout.write(`sample data of ${today}: ${[...rules].sort().join(', ')}\n`);
      expect(rules.size).toBeGreaterThan(STALL_RULE_NAMES.length / 2);
    },
  );
});
