import { PrintQueue } from './printer.adapter.js';

/** A page that is set when the test says so. */
function aPage() {
  const page = { begun: false, finish: (_: string) => undefined as void, fail: (_: Error) => undefined as void };
  const done = new Promise<string>((resolve, reject) => Object.assign(page, { finish: resolve, fail: reject }));
  const print = () => {
    page.begun = true;
    return done;
  };
  return Object.assign(page, { print });
}
const aTurn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

describe('pages to print', () => {
  it('are set one after the other, in the order they came', async () => {
    const queue = new PrintQueue();
    const [first, second] = [aPage(), aPage()];
    const printed = [queue.print(first.print), queue.print(second.print)];
    await aTurn();
    expect([first.begun, second.begun]).toEqual([true, false]);

    first.finish('one');
    second.finish('two');

    expect(await Promise.all(printed)).toEqual(['one', 'two']);
  });

  it('go on after one that failed', async () => {
    const queue = new PrintQueue();

    await expect(queue.print(() => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
    expect(await queue.print(() => Promise.resolve('next'))).toBe('next');
  });

  it('are refused when many wait already, until one of them is printed', async () => {
    const queue = new PrintQueue(2);
    const [first, second] = [aPage(), aPage()];
    const printed = [queue.print(first.print), queue.print(second.print)];

    await expect(queue.print(aPage().print)).rejects.toMatchObject({
      code: 'printer_busy',
      details: { retryAfter: 5 },
    });

    first.finish('one');
    await printed[0];
    const third = queue.print(() => Promise.resolve('three'));
    second.finish('two');
    expect(await Promise.all([...printed, third])).toEqual(['one', 'two', 'three']);
  });
});
