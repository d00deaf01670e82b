// @ts-check
// A process that has loaded the packages which an app needs, most of what a start takes, and waits to be told to become
// that app. Either way it ends with whoever started it.
import fs from 'node:fs';
import inspector from 'node:inspector';
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const main = path.resolve(process.argv[2] ?? '');
const debugPort = Number(process.argv[3]);
// errors name the lines of our sources; the maps of every dependency are not read
module.setSourceMapsSupport?.(true, { nodeModules: false });

process.once('disconnect', () => process.exit());
const called = new Promise((resolve) => process.once('message', resolve));
for (const name of packagesOf(fs.readFileSync(main, 'utf8'))) await import(name).catch(() => undefined);
await called;
process.channel?.unref();
inspector.open(debugPort, '127.0.0.1');
await import(pathToFileURL(main).href);

/** In the order in which the build names them. @param {string} build */
function packagesOf(build) {
  return new Set(Array.from(build.matchAll(/^import .* from "([^".][^"]*)";$/gm), ([, name = '']) => name));
}
