// @ts-check
// For who runs our sources as they are, that is jest: a thread that is started from them finds its imports. Node itself
// takes the types out.
import fs from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LIBS = pathToFileURL(`${path.resolve(import.meta.dirname, '../../libs')}/`);

registerHooks({
  resolve(specifier, context, next) {
    const url = urlOf(specifier, context.parentURL);
    return url ? next(url, context) : next(specifier, context);
  },
});

/** @param {string} specifier @param {string | undefined} parent */
function urlOf(specifier, parent) {
  if (!specifier.endsWith('.js')) return null;
  const url = specifier.startsWith('@app/')
    ? new URL(specifier.slice('@app/'.length), LIBS)
    : /^(\.{0,2}\/|file:)/.test(specifier)
      ? new URL(specifier, parent)
      : null;
  if (!url || fs.existsSync(url)) return null;
  const source = url.href.replace(/\.js$/, '.ts');
  return fs.existsSync(fileURLToPath(source)) ? source : null;
}
