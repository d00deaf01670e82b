import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const cases = Math.min(20_000, Number(process.env['PROPERTY_RUNS'] ?? 500));
const LIBS = path.resolve(import.meta.dirname, '..');
/** What the rules are made of: a file of ours, and every file of ours that it asks for at run time. */
function filesBehind(file: string, known = new Map<string, string>()): Map<string, string> {
  if (known.has(file)) return known;
  const { code } = transformSync(fs.readFileSync(path.join(LIBS, file), 'utf8'), {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  known.set(file, code);
  for (const [, room, near] of code.matchAll(/['"](?:@app\/([^'"]+)|(\.[^'"]+))\.js['"]/g))
    filesBehind(`${room ?? path.join(path.dirname(file), near ?? '')}.ts`, known);
  return known;
}

const FILES = filesBehind('clocks/assess.rules.ts');

/** Random facts from a seed, the same in every process zone; what the rules say of them is hashed. */
const CHILD = `
import { createHash } from 'node:crypto';
import { assessSearch } from './clocks/assess.rules.js';
import { DEFAULT_POLICY } from './limits/limits.types.js';
const zones = Intl.supportedValuesOf('timeZone').filter((_, i, all) => i % Math.floor(all.length / 40) === 0).slice(0, 40);
const kinds = ['sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer'];
let state = 7;
const below = (n) => (state = (state * 48271) % 2147483647) % n;
const moment = () => new Date(Date.UTC(2026, 0, 1) + below(400 * 86400) * 1000);
const facts = () => {
  const [opened, progress, turn, stage] = [moment(), moment(), moment(), moment()];
  const calendar = { zone: zones[below(zones.length)], workingDays: [1, 2, 3, 4, 5], holidays: [], version: 1 };
  return {
    searchId: 's', searchRef: null, status: 'open', episodeId: 'e', episodeOpenedAt: opened, progressKey: 'p', lastProgressAt: progress,
    targetDate: '2026-' + String(1 + below(12)).padStart(2, '0') + '-15', decisionMakerAt: turn, decisionMakerKey: 'd',
    arrivals: { presentedAndGone: below(4), presentedKey: null, assessedKey: null }, offers: [], wholeBudgetDays: 20, moreInSourcing: 0,
    calendar, holds: below(3) ? [] : [{ from: progress, to: new Date(progress.getTime() + below(9) * 86400000) }],
    candidacies: [{
      candidacyId: 'c', candidateRef: null, stageKind: kinds[below(kinds.length)], stageLabel: 'A stage', stageBudgetDays: 3,
      stageSince: stage, stageKey: 'k', windowKey: 'w', windowOpenedAt: stage, offerExtendedAt: null, clientTurnKey: 't', clientTurnAt: turn,
      presentedAt: null, budgetAheadDays: below(12), zone: zones[below(zones.length)],
    }],
  };
};
const hashes = zones.map((zone) => {
  process.env.TZ = zone;
  state = 7;
  const hash = createHash('sha256');
  for (let i = 0; i < Number(process.argv[2]); i++) hash.update(JSON.stringify(assessSearch(facts(), DEFAULT_POLICY, moment())));
  return new Date(2026, 6, 1).getTimezoneOffset() + ' ' + hash.digest('hex');
});
console.log(JSON.stringify(hashes));
`;

describe('the zone of the process', () => {
  it('makes no difference to any flag, in 40 of them', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-zones-'));
    const polyfill = pathToFileURL(path.resolve(LIBS, '../node_modules/temporal-polyfill/index.js')).href;
    for (const [file, code] of FILES) {
      const to = path.join(folder, file.replace(/ts$/, 'js'));
      fs.mkdirSync(path.dirname(to), { recursive: true });
      const here = (found: string) => `'${pathToFileURL(path.join(folder, found)).href}'`;
      fs.writeFileSync(
        to,
        code
          .replace(/['"]@app\/([^'"]+)['"]/g, (_, found: string) => here(found))
          .replace(/['"]temporal-polyfill['"]/g, `'${polyfill}'`),
      );
    }
    fs.writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    fs.writeFileSync(path.join(folder, 'child.js'), CHILD);
    const printed = execFileSync(process.execPath, [path.join(folder, 'child.js'), String(cases)], {
      encoding: 'utf8',
    });
    fs.rmSync(folder, { recursive: true });

    const hashes = (JSON.parse(printed) as string[]).map((line) => line.split(' '));
    expect(hashes).toHaveLength(40);
    expect(new Set(hashes.map(([offset]) => offset)).size).toBeGreaterThan(10);
    expect(new Set(hashes.map(([, hash]) => hash)).size).toBe(1);
  });
});
