import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(path.join(SRC, file), 'utf8');
const shared = readdirSync(path.join(SRC, 'components'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => file.replaceAll(path.sep, '/').replace(/\.tsx$/, ''));
const page = ['marks', 'lists', 'forms', 'components-page'].map((file) => read(`app/dev/${file}.tsx`)).join('\n');

it.each(shared)('%s is shown on the page of components', (component) => {
  expect(page).toContain(`from '../../components/${component}'`);
});

it('is reached in development only', () => {
  const router = read('app/router.tsx');
  expect(router).toMatch(/import\.meta\.env\.DEV\s*\?[^;]*import\('\.\/dev\/components-page'\)/);
});
