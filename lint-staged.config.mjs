export default {
  '*.{ts,tsx}': ['eslint --fix --max-warnings 0 --no-warn-ignored', 'prettier --write'],
  '*.{mjs,cjs,js,json,md,yml,css,html}': 'prettier --write',
};
