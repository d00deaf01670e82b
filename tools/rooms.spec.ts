import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const LIBS = path.resolve(import.meta.dirname, '../libs');
const MOST = 10;

const { FLOORS } = (createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { HOUSE: { FLOORS: string[][] } })
  .HOUSE;
/** The plan in the document, a floor a line. */
const PLAN =
  fs.readFileSync(path.resolve(LIBS, '../docs/ARCHITECTURE.md'), 'utf8').split('## Floors')[1]?.split('```')[1] ?? '';

const rooms = fs.readdirSync(LIBS).filter((room) => !['platform', 'api-client'].includes(room));
/** The ground floor is a folder of rooms. What was migrated is history, and only grows. */
const platform = fs.readdirSync(path.join(LIBS, 'platform')).map((room) => `platform/${room}`);
const filesOf = (room: string): string[] =>
  fs
    .readdirSync(path.join(LIBS, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(\.spec|\.entity|\.d)\.tsx?$|^migrations\W/.test(file));

describe('a room', () => {
  it.each([...rooms, ...platform])('%s has ten files at most, specs and entities apart', (room) => {
    expect(filesOf(room).length).toBeLessThanOrEqual(MOST);
  });

  it.each(rooms.filter((room) => room !== 'schema'))(
    '%s is on one floor, which the plan in the document shows',
    (room) => {
      const floor = FLOORS.findIndex((on) => on.includes(room));

      expect(FLOORS.flat().filter((name) => name === room)).toHaveLength(1);
      const shown = PLAN.slice(PLAN.indexOf(` floor ${floor} `), PLAN.indexOf(` floor ${floor - 1} `));
      expect(shown.split(/[^a-z-]+/)).toContain(room);
    },
  );

  it('is there if it is on a floor', () => {
    expect(FLOORS.flat().filter((name) => ![...rooms, 'platform'].includes(name))).toEqual([]);
  });
});
