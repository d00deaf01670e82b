import path from 'node:path';
import { ownersOf, readSources } from '../../tools/rules/owners.mjs';
import { DEFINITIONS } from './schema.sql.js';

describe('the views and functions of the rooms', () => {
  it('are all listed: what a room defines, migrate makes', () => {
    const { published } = ownersOf(readSources(path.resolve(import.meta.dirname, '../..')));

    expect(DEFINITIONS.map(({ name }) => name).sort()).toEqual([...published.keys()].sort());
  });
});
