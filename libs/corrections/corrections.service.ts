import { Injectable } from '@nestjs/common';
import { isProgress } from '@app/activities/activities.rules.js';
import { ActivitiesService } from '@app/activities/activities.service.js';
import type {
  ActivitiesErrorCode,
  ActivityVersion,
  CorrectActivity,
  WithdrawActivity,
} from '@app/activities/activities.types.js';
import { demand } from '@app/platform/errors/demand.js';
import { mayWorkPipeline } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { SearchesService } from '@app/searches/searches.service.js';

const NOT_ALLOWED = 'Only people at the firm can work with candidates.';

/** What was logged is put right or taken back, and the clocks that ran from it with it. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly pipeline: PipelineService,
    private readonly searches: SearchesService,
    private readonly activities: ActivitiesService,
  ) {}

  /** What it said before each change, to whoever may see it. */
  async versions(actor: Actor, activityId: string): Promise<{ items: ActivityVersion[] }> {
    const items = await this.activities.versions(this.database.db, actor, activityId);
    if (!items) throw notFound();
    return { items };
  }

  /** Other words for what was said. No clock moves: when it was said stays. */
  async correctActivity(
    actor: Actor,
    activityId: string,
    input: CorrectActivity,
  ): Promise<{ id: string; text: string; version: number }> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      await this.lockSearch(tx, actor, activityId);
      const { version } = await this.activities.correct(tx, actor, activityId, input);
      return { id: activityId, text: input.text, version };
    });
  }

  /** Progress that it counted as is taken back: clocks and flags stand where they stood without it. */
  async withdrawActivity(actor: Actor, activityId: string, input: WithdrawActivity): Promise<{ id: string }> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      await this.lockSearch(tx, actor, activityId);
      const activity = await this.activities.withdraw(tx, actor, activityId, input);
      if (isProgress(activity.kind)) await this.pipeline.turnBack(tx, actor.firmId, activity);
      return { id: activityId };
    });
  }

  private async lockSearch(tx: Transaction, actor: Actor, activityId: string): Promise<void> {
    const searchId = await this.activities.searchOf(tx, actor.firmId, activityId);
    if (searchId === undefined) throw notFound();
    if (searchId === null) return;
    try {
      await this.searches.lockVisible(tx, actor, searchId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'search_not_found') throw notFound();
      throw error;
    }
  }
}

function notFound(): DomainError<ActivitiesErrorCode> {
  return new DomainError(
    'activity_not_found',
    'There is no activity with this id, or you are not on the team of its search.',
  );
}
