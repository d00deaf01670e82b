import { createServer, type Server, type ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { Consumers } from './consumers.js';
import { Ticker } from './ticker.js';

const SILENCE_MS = 120_000;

/** `/health/live`: restart me if not 200. `/health/ready`: I reach the database and take jobs. */
@Injectable()
export class Health {
  private readonly server: Server;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly consumers: Consumers,
    private readonly ticker: Ticker,
  ) {
    this.server = createServer((request, response) => {
      if (request.url === '/health/live') answer(response, performance.now() - this.ticker.lastBeat < SILENCE_MS);
      else if (request.url === '/health/ready') void this.ready().then((ready) => answer(response, ready));
      else response.writeHead(404).end();
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.config.WORKER_HEALTH_PORT, this.config.HOST, resolve);
    });
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async ready(): Promise<boolean> {
    const reached = await this.database.db.query('select 1').then(
      () => true,
      () => false,
    );
    return reached && this.consumers.running;
  }
}

function answer(response: ServerResponse, well: boolean): void {
  response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: well }));
}
