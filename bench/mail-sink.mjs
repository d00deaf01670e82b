// @ts-check
// A mail server that takes everything and keeps nothing, in a process of its own. Real ones think before they accept; so
// does this one, for as many milliseconds as it is told.
import net from 'node:net';

let taken = 0;
let sample = '';
let thinkingMs = 0;
const server = net.createServer((socket) => {
  let [inBody, rest] = [false, ''];
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (;;) {
      const end = rest.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = rest.slice(0, end);
      rest = rest.slice(end + (inBody ? 5 : 2));
      if (inBody) {
        inBody = false;
        taken += 1;
        sample ||= text;
        if (thinkingMs > 0) setTimeout(() => socket.write('250 taken\r\n'), thinkingMs);
        else socket.write('250 taken\r\n');
      } else if (/^DATA/i.test(text)) {
        inBody = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    }
  });
});
process.on('message', (message) => {
  if (message === 'count') process.send?.({ taken, sample });
  if (typeof message === 'object') {
    taken = 0;
    ({ thinkingMs } = /** @type {{ thinkingMs: number }} */ (message));
  }
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {net.AddressInfo} */ (server.address()).port }));
