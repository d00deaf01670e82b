import fs from 'node:fs';
import path from 'node:path';

const LIBS = path.resolve(import.meta.dirname, '../libs');
const MOST = 10;
/** Rooms that are larger today, with their size: they may shrink, and no other room may join them. */
const LARGER: Readonly<Record<string, number>> = { imports: 23 };

const rooms = fs.readdirSync(LIBS).filter((room) => !['platform', 'api-client'].includes(room));
const filesOf = (room: string): string[] =>
  fs
    .readdirSync(path.join(LIBS, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(\.spec|\.entity|\.d)\.tsx?$/.test(file));

describe('a room', () => {
  it.each(rooms)('%s has ten files at most, specs and entities apart', (room) => {
    expect(filesOf(room).length).toBeLessThanOrEqual(LARGER[room] ?? MOST);
  });

  it('is named as larger only while it is', () => {
    const still = Object.keys(LARGER).filter((room) => filesOf(room).length > MOST);

    expect(still).toEqual(Object.keys(LARGER));
  });
});
