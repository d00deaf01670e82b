import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { FileStore, FileTooLarge } from '@app/platform/files/file-store.js';
import { openTestDatabase } from './database.js';

const MEGABYTE = 1024 * 1024;

describe('files in the database', () => {
  let dataSource: DataSource;
  let files: FileStore;
  const firmId = newId();

  beforeAll(async () => {
    dataSource = await openTestDatabase();
    files = new FileStore(new Database(dataSource));
    await dataSource.query(`insert into firm (id, name) values ($1, 'Files (simulated)')`, [firmId]);
  });
  afterAll(() => dataSource.destroy());

  const bytes = Buffer.from(Array.from({ length: 2.5 * MEGABYTE }, (_, i) => (i * 31) % 251));
  const inPieces = (size: number) => Readable.from(pieces(size));
  function* pieces(size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const readAll = async (stream: Readable) => Buffer.concat(await stream.toArray());

  it.each([[1000], [MEGABYTE], [3 * MEGABYTE]])(
    'come back as they were written in pieces of %d bytes',
    async (size) => {
      const { id, size: written } = await files.write(firmId, 'a.csv', inPieces(size));

      expect(written).toBe(bytes.length);
      expect((await readAll(files.read(firmId, id))).equals(bytes)).toBe(true);
    },
  );

  it('are read from any byte on', async () => {
    const { id } = await files.write(firmId, 'a.csv', inPieces(70_000));

    for (const from of [1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 7, bytes.length]) {
      expect((await readAll(files.read(firmId, id, from))).equals(bytes.subarray(from))).toBe(true);
    }
  });

  it.each([0, 1, 2])('are not taken for shorter ones when piece %i of them is gone', async (position) => {
    const { id } = await files.write(firmId, 'a.csv', inPieces(70_000));
    await dataSource.query('delete from stored_file_chunk where firm_id = $1 and file_id = $2 and position = $3', [
      firmId,
      id,
      position,
    ]);

    await expect(readAll(files.read(firmId, id))).rejects.toThrow('is not whole');
  });

  it('leave nothing behind when they are larger than allowed', async () => {
    const count = () => dataSource.query('select count(*) from stored_file where firm_id = $1', [firmId]);
    const before = await count();

    await expect(files.write(firmId, 'b.csv', inPieces(70_000), 2 * MEGABYTE)).rejects.toThrow(FileTooLarge);

    expect(await count()).toEqual(before);
  });
});
