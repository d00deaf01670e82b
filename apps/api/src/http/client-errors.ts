import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from './problem.dto.js';
import { problemFor } from './problem.filter.js';

type ConnectionError = Error & { code?: string };
type Line = Socket & { _httpMessage?: ServerResponse<IncomingMessage> };

/** What never becomes a request is refused in the same words as one that does. */
export function refuseConnection(headers: Readonly<Record<string, string>>) {
  return (error: ConnectionError, socket: Line): void => {
    // nobody is there any more, or an answer is on its way that a second one would spoil
    if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) {
      socket.destroy();
      return;
    }
    socket.end(inPlainHttp(problemOf(error.code), headers), () => socket.destroy());
  };
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return problemFor('too_slow', 'The request did not arrive in time. Send it again.');
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return problemFor('head_too_large', 'The address and the headers are larger than 16 KB together.');
  }
  return problemFor('bad_request', 'The request could not be understood: it must be valid HTTP.');
}

function inPlainHttp(problem: Problem, headers: Readonly<Record<string, string>>): string {
  const body = JSON.stringify(problem);
  const all = {
    ...headers,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...lines, '', body].join('\r\n');
}
