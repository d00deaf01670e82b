import type { App, ChaosStage } from './chaos-stage.js';

export const CLIENTS = 8;

/** Cards that clients move to and fro, and what was acknowledged. */
export class Movers {
  readonly acknowledged = new Set<string>();
  /** How often each way of saying no was met. */
  readonly refusals: Record<string, number> = {};
  broken = 0;
  private readonly moved = new Map<string, number>();
  private stopping = false;
  private readonly loops: Promise<void>[] = [];

  static async of(stage: ChaosStage, api: () => App): Promise<Movers> {
    const searchId = await stage.past.search({ openedAt: '2026-11-02T09:00:00Z' });
    const movers = new Movers(stage, api);
    for (let i = 0; i < CLIENTS; i += 1) {
      movers.loops.push(
        movers.run(await stage.past.candidacy(searchId, { stage: 'contacted', at: '2026-11-03T09:00:00Z' })),
      );
    }
    return movers;
  }

  private constructor(
    private readonly stage: ChaosStage,
    private readonly api: () => App,
  ) {}

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.loops);
  }

  /** Tells whether every client has moved its card since. */
  moving(): () => boolean {
    const before = new Map(this.moved);
    return () => [...this.moved].every(([candidacyId, count]) => count > (before.get(candidacyId) ?? 0));
  }

  /** Every move of theirs, with its audit row and its announced fact, or none of the three. */
  async halves(): Promise<{ moves: number; audited: number; announced: number; versions: number }> {
    const { dataSource, firm } = this.stage;
    const [row] = await dataSource.query(
      `select (select count(*)::int from stage_move m where m.firm_id = $1 and m.at > now() - interval '1 hour') as moves,
              (select count(*)::int from audit_entry where firm_id = $1 and action = 'pipeline.candidacy_moved') as audited,
              (select count(*)::int from outbox where firm_id = $1 and fact = 'pipeline.candidacy_moved') as announced,
              (select sum(version - 1)::int from candidacy where firm_id = $1) as versions`,
      [firm.id],
    );
    return row;
  }

  private async run(candidacyId: string): Promise<void> {
    this.moved.set(candidacyId, 0);
    while (!this.stopping) {
      const headers = {
        cookie: this.stage.firm.cookie('partner'),
        origin: 'http://127.0.0.1:3000',
        'content-type': 'application/json',
      };
      const signal = AbortSignal.timeout(12_000);
      try {
        const card = await fetch(`${this.api().url}/api/candidacies/${candidacyId}`, { headers, signal });
        if (!card.ok) {
          this.note(card.status);
          continue;
        }
        const { card: now } = (await card.json()) as { card: { version: number; stageId: string } };
        const { version, stageId } = now;
        const { contacted, assessed } = this.stage.firm.stages;
        const toStageId = stageId === contacted ? assessed : contacted;
        const answer = await fetch(`${this.api().url}/api/candidacies/${candidacyId}/moves`, {
          method: 'POST',
          headers,
          signal,
          body: JSON.stringify({ version, toStageId }),
        });
        if (answer.ok) {
          const moved = (await answer.json()) as { version: number };
          this.acknowledged.add(`${candidacyId} ${moved.version}`);
          this.moved.set(candidacyId, moved.version);
        } else this.note(answer.status);
      } catch (error) {
        this.refuse(codeOf(error));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  /**
   * 409: the move before was saved and its answer lost. 503: the database is away. 429: the firm's other requests wait
   * for it too. Anything else is a fault of ours.
   */
  private note(status: number): void {
    if (status === 503 || status === 409 || status === 429) this.refuse(String(status));
    else this.broken += 1;
  }

  private refuse(how: string): void {
    this.refusals[how] = (this.refusals[how] ?? 0) + 1;
  }
}

function codeOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? name;
}
