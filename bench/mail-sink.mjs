// @ts-check
// A mail server that takes everything and keeps nothing, in a process of its own. Real ones think before they accept; so
// does this one, for as many milliseconds as it is told.
import net from 'node:net';

let taken = 0;
/** when the first mail was accepted, and the last of those that are waited for */
let [first, last] = [0, 0];
let wanted = 0;
let sample = '';
let thinkingMs = 0;
const accept = (/** @type {net.Socket} */ socket) => {
  taken += 1;
  if (taken <= wanted) last = performance.now();
  first ||= last;
  socket.write('250 taken\r\n');
};
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
        sample ||= text;
        if (thinkingMs > 0) setTimeout(accept, thinkingMs, socket);
        else accept(socket);
      } else if (/^DATA/i.test(text)) {
        inBody = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    }
  });
});
process.on('message', (message) => {
  if (message === 'count') process.send?.({ taken, sample, seconds: (last - first) / 1000 });
  if (typeof message === 'object') {
    taken = first = last = 0;
    ({ thinkingMs, wanted } = /** @type {{ thinkingMs: number, wanted: number }} */ (message));
  }
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {net.AddressInfo} */ (server.address()).port }));
