// @ts-check
// The same mails by a bare loop over nodemailer: no database, nothing remembered.
import { createTransport } from 'nodemailer';

const [url, count, connections, body] = [
  process.argv[2] ?? '',
  Number(process.argv[3]),
  Number(process.argv[4]),
  process.argv[5] ?? '',
];
const transport = createTransport({ url, pool: true, maxConnections: connections, ignoreTLS: true });
const half = body.slice(0, body.length / 4);
let next = 0;
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (next++ < count) {
      await transport.sendMail({
        from: 'Searchlight <searchlight@searchlight.example>',
        to: `somebody-${next}@searchlight.example`,
        subject: 'A flag needs you',
        text: half,
        html: body,
      });
    }
  }),
);
process.send?.('done');
transport.close();
process.disconnect?.();
