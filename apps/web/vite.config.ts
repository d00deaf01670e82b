import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

/** A pattern for the files of packages. */
const packages = (...names: string[]): RegExp => new RegExp(`/node_modules/(${names.join('|')})/`);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    compression({
      algorithms: [defineAlgorithm('gzip', { level: 9 }), defineAlgorithm('brotliCompress')],
      threshold: 1024,
    }),
  ],
  resolve: { alias: { '@app/api-client': path.resolve(import.meta.dirname, '../../libs/api-client') } },
  server: { port: 5173, proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 2048,
    // what nearly every page needs comes in few files, each of which changes with its own upgrades only
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: packages('react', 'react-dom', 'scheduler', 'use-sync-external-store'),
              priority: 2,
            },
            // what stands on the page before anything is asked of it: the shell, and Today
            { name: 'first', test: /./, tags: ['$initial'], priority: 1 },
            {
              name: 'shared',
              test: packages('@mantine/(core|hooks)', '@floating-ui', 'clsx'),
              minShareCount: 6,
            },
            { name: 'ours', test: /\/web\/src\/(lib|components)\//, minShareCount: 6 },
          ],
        },
      },
    },
  },
});
