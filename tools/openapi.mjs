// @ts-check
// Writes openapi.json from the controllers, and the web client's types from it. With --check it writes nothing and
// fails when the committed files differ.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const ROOT = path.resolve(import.meta.dirname, '..');

node(['node_modules/@nestjs/cli/bin/nest.js', 'build', 'openapi']);
const document = node(['dist/apps/api/openapi.js']);
const generated = { 'openapi.json': document, 'libs/api-client/schema.d.ts': await typesOf(document) };

if (process.argv.includes('--check')) {
  const stale = Object.entries(generated).filter(([file, text]) => read(file) !== text);
  for (const [file] of stale) console.error(`${file} does not match the controllers: run "npm run openapi"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of Object.entries(generated)) fs.writeFileSync(path.join(ROOT, file), text);
}

/** @param {string} json */
async function typesOf(json) {
  const types = await openapiTS(withoutRefusals(JSON.parse(json)));
  return `// Generated from openapi.json by "npm run openapi". Do not edit.\n${astToString(types)}`;
}

/**
 * A program reads the code of a refusal, whatever its status, so to the client's types all of them are one.
 * @param {import('openapi-typescript').OpenAPI3} document
 */
function withoutRefusals({ components, ...document }) {
  const { examples: _, responses, ...rest } = components ?? {};
  const paths = JSON.stringify(document.paths)
    .replaceAll(/"#\/components\/responses\/[^"]+"/g, '"#/components/responses/Refusal"')
    .replaceAll(/"examples":\{"example":\{"\$ref":"[^"]+"\}\},/g, '');
  return {
    ...document,
    paths: JSON.parse(paths),
    components: { ...rest, responses: { Refusal: responses?.['Refusal'] ?? { description: '' } } },
  };
}

/** @param {string[]} args */
function node(args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    // the document has outgrown the megabyte that is taken unasked
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw error ?? new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** @param {string} file */
function read(file) {
  const target = path.join(ROOT, file);
  return fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
}
