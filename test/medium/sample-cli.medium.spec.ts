import { DataSource } from 'typeorm';
import { newId } from '@app/platform/database/id.js';
import { addMetrics } from '../../apps/cli/src/commands/metrics.js';
import { ImportsRepository } from '@app/imports/imports.repository.js';
import { dataSourceOptions } from '@app/platform/database/data-source.js';
import { Database } from '@app/platform/database/database.js';
import { aFirm } from '../factories/firm.factory.js';
import { runCommand } from '../lib/command.js';
import { type OwnDatabase, ownDatabase } from '../lib/own-database.js';
import { TEST_AUTH_SECRET } from './api.js';

let own: OwnDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  own = await ownDatabase();
  Object.assign(process.env, { DATABASE_URL: own.url, AUTH_SECRET: TEST_AUTH_SECRET });
  dataSource = await new DataSource(dataSourceOptions({ DATABASE_URL: own.url, DATABASE_POOL: 2 })).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await own.drop();
});

const metrics = (...words: string[]) => runCommand([addMetrics], ['metrics', ...words]);

describe('sample data on the command line', () => {
  it('is no firm to choose: the only other one stays the only one, and no import finds it by its name', async () => {
    const firm = await aFirm(dataSource, { name: 'The only one' });
    const sample = `insert into firm (id, name, simulated, sample_of) values ($1, 'Sample data', true, $2)`;
    await dataSource.query(sample, [newId(), firm.id]);

    const [unnamed, named] = [await metrics('--json'), await metrics('--firm', 'Sample data')];

    expect([unnamed.status, unnamed.complained]).toEqual([0, '']);
    expect(JSON.parse(unnamed.printed)).toMatchObject({ firm: 'The only one' });
    expect(named.status).not.toBe(0);
    expect(named.complained).toContain('There is no firm named "Sample data".');
    expect(await new ImportsRepository(new Database(dataSource)).findFirmId('Sample data')).toBeNull();
  });
});
