// Takes the failpoints of the tests out of a source file before it is built: the call and the import are gone, so no
// build can be made to fail on purpose, and none carries their names.
const CALL = /^[ \t]*await failpoint\('[a-z_.]+'\);\n/gm;
const IMPORT = /^import \{ failpoint \} from '[^']*failpoints\.js';\n/gm;

module.exports = function withoutFailpoints(source) {
  const built = source.replace(CALL, '').replace(IMPORT, '');
  if (/\bfailpoint\(/.test(built)) {
    throw new Error(`${this.resourcePath}: a failpoint stands on a line of its own: await failpoint('name');`);
  }
  return built;
};
