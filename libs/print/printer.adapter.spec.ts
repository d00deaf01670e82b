import { aHealthReport } from '../../test/lib/health-report.js';
import { healthPdf } from './health-pdf-file.js';
import { Printer } from './printer.adapter.js';
import type { PrintOrder } from './print.types.js';

const orderOf = (title: string, searches = 1): PrintOrder => ({
  recipient: { firmName: 'Firm', simulated: false, timeZone: 'Europe/Berlin' },
  health: aHealthReport(
    Array.from({ length: searches }, (_, n) => ({
      id: `s-${n}`,
      ref: null,
      title,
      clientName: title,
      leadName: title,
      day: n,
      health: 'stalled',
      reasons: [title, title],
      nextStep: title,
    })),
  ),
});

describe('the printer', () => {
  const printers: Printer[] = [];
  const aPrinter = (longestMs?: number): Printer => {
    const printer = new Printer(longestMs);
    printers.push(printer);
    return printer;
  };
  afterAll(() => Promise.all(printers.map((printer) => printer.close())));

  it('sets the same page as whoever sets it by himself, one after the other', async () => {
    const printer = aPrinter();

    for (const order of [orderOf('Chief AI Officer'), orderOf('山田太郎')]) {
      const pdf = await printer.print(order);
      expect(pdf.equals(await healthPdf(order.recipient, order.health))).toBe(true);
    }
  });

  it('leaves this thread to others meanwhile', async () => {
    const printer = aPrinter();
    await printer.print(orderOf('One'));
    const before = process.threadCpuUsage();

    await printer.print(orderOf('山'.repeat(200), 20));

    const { user } = process.threadCpuUsage(before);
    expect(user / 1_000).toBeLessThan(100);
  });

  it('gives a page up that takes too long, and prints the next', async () => {
    const printer = aPrinter(1);

    await expect(printer.print(orderOf('One'))).rejects.toMatchObject({
      code: 'printer_busy',
      details: { retryAfter: 5 },
    });

    const patient = aPrinter();
    expect((await patient.print(orderOf('Next'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells why a page cannot be set, and prints the next', async () => {
    const printer = aPrinter();
    const broken = { ...orderOf('One'), recipient: { firmName: 'Firm', simulated: false, timeZone: 'Nowhere' } };

    await expect(printer.print(broken)).rejects.toThrow('Invalid time zone specified: NOWHERE');
    expect((await printer.print(orderOf('Next'))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
