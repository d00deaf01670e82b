import path from 'node:path';

/**
 * What an app is built into: itself, and beside it the threads that print and that make workbooks.
 * @param {string} name of the built file @param {string} main
 */
export const entriesOf = (name, main) => ({
  [name]: main,
  [`${path.posix.dirname(name)}/print-thread`]: path.resolve(import.meta.dirname, 'libs/print/print-thread.ts'),
  [`${path.posix.dirname(name)}/sheet-thread`]: path.resolve(import.meta.dirname, 'libs/sheets/sheet-thread.ts'),
});

// Nest's defaults, plus JSX for the mail templates and source maps for who debugs. Nothing is started with
// --enable-source-maps: it reads the maps of every dependency too, a third of the start and 10 MB per process.
export default (options) => {
  if (typeof options.entry === 'string') {
    const name = options.output.filename.replace(/\.js$/, '');
    options.entry = entriesOf(name, options.entry);
    Object.assign(options.output, { filename: '[name].js', chunkFilename: `${name}.[id].js` });
  }
  const [typescript] = options.module.rules;
  const jsx = structuredClone({ ...typescript, test: undefined, exclude: undefined });
  const [loader] = jsx.use;
  loader.options.jsc.parser.tsx = true;
  loader.options.jsc.transform.react = { runtime: 'automatic' };
  // Only the tests that make a worker fail on purpose build one that can.
  if (process.env.FAILPOINTS === 'kept') {
    options.output.path = path.resolve(import.meta.dirname, 'dist/failpoints');
  } else {
    for (const { use } of [typescript, jsx])
      use.push(path.resolve(import.meta.dirname, 'tools/lib/without-failpoints.cjs'));
  }
  options.module.rules = [
    { ...typescript, test: /\.ts$/ },
    { ...jsx, test: /\.tsx$/, exclude: /node_modules/ },
  ];
  // who asks where a file of ours lies means the built one, wherever that was brought, and not the source it came from;
  // a thread is an entry of its own
  options.module.parser = { ...options.module.parser, javascript: { importMeta: false, url: false, worker: false } };
  options.resolve.extensionAlias = { ...options.resolve.extensionAlias, '.js': ['.ts', '.tsx', '.js'] };
  options.devtool = 'source-map';
  return options;
};
