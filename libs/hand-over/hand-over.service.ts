import { Injectable } from '@nestjs/common';
import { TasksService } from '@app/tasks/tasks.service.js';
import { AbsencesService } from '@app/absences/absences.service.js';
import { FlagsHandOverService } from './flags-hand-over.service.js';
import type { Actor } from '@app/identity/identity.types.js';
import type { Transaction } from '@app/platform/database/database.js';
import { SearchesHandOverService } from './searches-hand-over.service.js';
import type { HandedOver } from './hand-over.types.js';

/** Everything somebody has in hand. What they did stays under their name. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly searches: SearchesHandOverService,
    private readonly tasks: TasksService,
    private readonly flags: FlagsHandOverService,
    private readonly absences: AbsencesService,
  ) {}

  /** As much of it as the actor may know of. */
  async count(actor: Actor, userId: string): Promise<HandedOver> {
    return {
      searches: await this.searches.count(actor, userId),
      tasks: await this.tasks.countOpenOf(actor, userId),
      flags: await this.flags.count(actor, userId),
      deputyFor: await this.absences.countDeputyFor(actor, userId),
    };
  }

  /** All of it. The searches first: whoever gets them may then see the flags and tasks in them. */
  async handOver(tx: Transaction, actor: Actor, from: string, to: string): Promise<HandedOver> {
    return {
      searches: await this.searches.handOver(tx, actor, from, to),
      tasks: await this.tasks.handOver(tx, actor, from, to),
      flags: await this.flags.handOver(tx, actor, from, to),
      deputyFor: await this.absences.handOver(tx, actor, from, to),
    };
  }
}
