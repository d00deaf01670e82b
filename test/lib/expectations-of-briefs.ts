import { type Expectation, MANAGERS, read, stale } from './expectation.js';

/** Of role templates, which searches begin with, and of what became of their briefs. */
export const OF_BRIEFS: Readonly<Record<string, readonly Expectation[]>> = {
  roleTemplates_list: [read()],
  roleTemplates_add: [
    {
      may: MANAGERS,
      body: { title: 'Role {new}', family: 'product', code: 'ROLE', criteria: [] },
      answers: 201,
    },
  ],
  roleTemplates_edit: [stale(MANAGERS, { 'path.id': 'roleTemplate' }, { archived: true })],
  searches_find: [read({ 'path.id': 'search' })],
  briefs_list: [read({ 'path.id': 'search' })],
  briefs_find: [read({ 'path.id': 'search' }, { path: { version: '1' } })],
};
