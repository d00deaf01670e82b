// Nest's defaults, plus JSX for the mail templates and source maps for readable stack traces.
export default (options) => {
  const [typescript] = options.module.rules;
  const jsx = structuredClone({ ...typescript, test: undefined, exclude: undefined });
  const [loader] = jsx.use;
  loader.options.jsc.parser.tsx = true;
  loader.options.jsc.transform.react = { runtime: 'automatic' };
  options.module.rules = [
    { ...typescript, test: /\.ts$/ },
    { ...jsx, test: /\.tsx$/, exclude: /node_modules/ },
  ];
  options.resolve.extensionAlias = { ...options.resolve.extensionAlias, '.js': ['.ts', '.tsx', '.js'] };
  options.devtool = 'source-map';
  return options;
};
