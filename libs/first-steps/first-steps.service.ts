import { Injectable } from '@nestjs/common';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { Database } from '@app/platform/database/database.js';
import { demand } from '@app/platform/errors/demand.js';
import { Clock } from '@app/platform/time/clock.js';
import { FirstStepsRepository } from './first-steps.repository.js';
import { FIRST_STEPS, type FirstSteps } from './first-steps.types.js';

const MANAGERS_ONLY = 'Only partners and admins set the firm up.';

/** What is left to do until a new firm works, read from what is there. */
@Injectable()
export class FirstStepsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FirstStepsRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<FirstSteps> {
    demand(mayManageFirm(actor), MANAGERS_ONLY);
    const { clientId, sample, away, ...taken } = await this.repository.taken(this.database.db, actor, this.clock.now());
    const items = FIRST_STEPS.map((key) => ({ key, done: taken[key], optional: key === 'history' }));
    return { items, done: items.every(({ done, optional }) => done || optional), clientId, sample, away };
  }

  /** For the reader alone, who calls them back when they like. */
  async putAway(actor: Actor, away: boolean): Promise<FirstSteps> {
    demand(mayManageFirm(actor), MANAGERS_ONLY);
    await (away ? this.repository.putAway(this.database.db, actor) : this.repository.callBack(this.database.db, actor));
    return this.list(actor);
  }
}
