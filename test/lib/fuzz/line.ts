import http from 'node:http';
import type { Answer } from './schema.js';
import type { Request } from './requests.js';

/** Sends requests one at a time, byte for byte as they are written, on a line that stays open. */
export class Line {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly port: number) {}

  /** Null when the other side closed the line without a word. */
  async send({ method, address, headers, body }: Request): Promise<Answer | null> {
    // a line may be closed while the next request is written on it: that is sent again, as every client does
    return (await this.once(method, address, headers, body)) ?? this.once(method, address, headers, body);
  }

  close(): void {
    this.agent.destroy();
  }

  private once(
    method: string,
    path: string,
    headers: Request['headers'],
    body: Request['body'],
  ): Promise<Answer | null> {
    return new Promise((resolve) => {
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const request = http.request(
        { agent: this.agent, port: this.port, host: '127.0.0.1', method: method.toUpperCase(), path },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => resolve(null));
          response.on('end', () => {
            const type = String(response.headers['content-type'] ?? '').split(';')[0] ?? '';
            resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks) });
          });
        },
      );
      request.on('error', () => resolve(null));
      for (const [name, value] of Object.entries({ ...headers, ...length })) request.setHeader(name, value);
      request.end(body ?? undefined);
    });
  }
}
