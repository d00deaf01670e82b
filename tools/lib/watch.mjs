// @ts-check
// Api, worker and command line built together, and again whenever a source changes: as `nest build` builds them, but
// every file is read once for all three.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { rspackDefaultsFactory } from '@nestjs/cli/lib/compiler/defaults/rspack-defaults.js';
import { rspack } from '@rspack/core';
import ours, { entriesOf } from '../../rspack.config.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const APPS = /** @type {const} */ (['api', 'worker', 'cli']);
const SETTLED_MS = 40;
const NO_PLUGINS = { beforeHooks: [], afterHooks: [], afterDeclarationsHooks: [], readonlyVisitors: [] };

/** @typedef {{ changed: string[], apps: string[], began: number }} Build `apps`: those that differ from the build before */

/**
 * @param {string} dist the folder to build into, below the project
 * @param {{ built: (build: Build) => void, broken: (errors: string) => void }} tell
 * @returns {{ stop: () => Promise<void> }}
 */
export function watchApps(dist, { built, broken }) {
  const defaults = rspackDefaultsFactory(
    'apps/api/src',
    'apps/api',
    'main',
    false,
    'apps/api/tsconfig.app.json',
    NO_PLUGINS,
    true,
    {
      sourceMap: true,
    },
  );
  const options = /** @type {import('@rspack/core').Configuration} */ (ours(defaults));
  const compiler = rspack({
    ...options,
    context: ROOT,
    entry: Object.assign({}, ...APPS.map((app) => entriesOf(`apps/${app}/main`, `./apps/${app}/src/main.ts`))),
    output: {
      ...options.output,
      path: path.join(ROOT, dist),
      filename: '[name].js',
      chunkFilename: '[id].js',
      // debuggers look for breakpoints by the path of the source
      devtoolModuleFilenameTemplate: '[absolute-resource-path]',
    },
  });
  /** @type {Map<string, string>} */
  const prints = new Map();
  let began = performance.now();
  compiler.hooks.invalid.tap('searchlight', () => void (began = performance.now()));

  const watching = compiler.watch(
    { aggregateTimeout: SETTLED_MS, ignored: ['**/node_modules', '**/dist'] },
    (error, stats) => {
      if (error) return broken(error.message);
      if (!stats || stats.hasErrors()) return broken(stats?.toString({ all: false, errors: true }) ?? '');
      const apps = APPS.filter((app) => {
        const print = printOf(path.join(ROOT, dist, 'apps', app));
        const differs = prints.get(app) !== print;
        prints.set(app, print);
        return differs;
      });
      built({ apps, began, changed: [...(compiler.modifiedFiles ?? [])] });
    },
  );
  return { stop: () => new Promise((resolve) => watching?.close(() => resolve()) ?? resolve()) };
}

/** @param {string} folder of an app */
function printOf(folder) {
  const hash = createHash('sha1');
  for (const file of fs.readdirSync(folder).sort())
    if (file.endsWith('.js')) hash.update(fs.readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}
