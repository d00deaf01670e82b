import { readSheet } from 'read-excel-file/node';
import type { Cell, SheetLook } from './sheets.types.js';
import { workbook } from './workbook.adapter.js';

const LOOK: SheetLook = {
  title: 'Searches',
  heads: [
    { head: 'Search', kind: 'text' },
    { head: 'Active', kind: 'number' },
    { head: 'Opened', kind: 'day' },
  ],
};
const read = async (...some: Cell[][][]) => readSheet(await workbook(LOOK, some));

describe('a workbook', () => {
  it('has texts, numbers and days as such, whoever opens it', async () => {
    const rows = await read([['Chief AI Officer', 3, '2026-11-30']], [['Zoë & "<山田>"', 0, '1999-02-28']]);

    expect(rows).toEqual([
      ['Search', 'Active', 'Opened'],
      ['Chief AI Officer', 3, new Date('2026-11-30')],
      ['Zoë & "<山田>"', 0, new Date('1999-02-28')],
    ]);
  });

  it('has nothing where nothing is known', async () => {
    expect(await read([[null, null, null]], [['', 1, null]])).toEqual([
      ['Search', 'Active', 'Opened'],
      [null, null, null],
      [null, 1, null],
    ]);
  });

  it.each(['=1+1', '@SUM(A1)', '2026-11-30', '007', 'x\u0001y'])('has the text %j as a text', async (text) => {
    const [, [cell] = []] = await read([[text, null, null]]);

    expect(cell).toBe(text.replace('\u0001', ''));
  });

  it('is refused when it takes too long', async () => {
    await expect(workbook(LOOK, [], 1)).rejects.toMatchObject({ code: 'sheet_too_slow' });
  });

  it('leaves the thread that answers free while a large one is made', async () => {
    const row: Cell[] = ['Somebody with a name', 7, '2026-11-30'];
    const some = Array.from({ length: 20 }, () => Array.from({ length: 500 }, () => row));
    let turns = 0;
    const others = setInterval(() => (turns += 1), 10);
    try {
      expect(await readSheet(await workbook(LOOK, some))).toHaveLength(10_001);
    } finally {
      clearInterval(others);
    }
    expect(turns).toBeGreaterThan(3);
  });
});
