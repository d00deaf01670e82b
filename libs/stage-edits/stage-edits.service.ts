import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { mayManageFirm } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { PipelineService } from '@app/pipeline/pipeline.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { demand } from '@app/platform/errors/demand.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { SearchesService } from '@app/searches/searches.service.js';
import { StagesService } from '@app/stages/stages.service.js';
import type { Process } from '@app/stages/stages.types.js';
import { STAGES_CHANGED } from './stage-edits.events.js';
import { StageEditsRepository } from './stage-edits.repository.js';
import { changesBetween, edited, editRefusals, isReordered } from './stage-edits.rules.js';
import type { EditStages, FieldRefusal, StageEditsErrorCode, StagesRecord, StageVersion } from './stage-edits.types.js';

const VERSIONS_SHOWN = 50;

/** The steps of a firm's process: how they are seen and edited, and what follows for the clocks. */
@Injectable()
export class StageEditsService {
  constructor(
    private readonly database: Database,
    private readonly repository: StageEditsRepository,
    private readonly stages: StagesService,
    private readonly pipeline: PipelineService,
    private readonly searches: SearchesService,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor): Promise<StagesRecord> {
    return record(actor, await this.stages.process(this.database.db, actor.firmId));
  }

  /** The version before it is kept too: it may have come with an import or with the founding of the firm. */
  async edit(actor: Actor, { version, stages: wanted }: EditStages): Promise<StagesRecord> {
    demand(mayManageFirm(actor), 'Only partners and admins can change the stages.');
    const { firmId, userId } = actor;
    return this.database.transaction(async (tx) => {
      const before = await this.stages.lock(tx, firmId);
      if (before.version !== version) {
        const sentence = 'Somebody changed the stages in the meantime. Review them, then save again.';
        throw new DomainError<StageEditsErrorCode>('stale_version', sentence, { current: record(actor, before) });
      }
      refuse(editRefusals(before.stages, wanted, await this.repository.peopleIn(tx, actor)));
      const stages = edited(before.stages, wanted, newId);
      const changes = changesBetween(before.stages, stages);
      if (changes.length === 0) return record(actor, before);
      await this.repository.keep(tx, firmId, before);
      const after = await this.stages.keep(tx, firmId, stages);
      await this.repository.keep(tx, firmId, after, userId);
      if (isReordered(before.stages, stages)) await this.pipeline.readClocksAgain(tx, firmId);
      await this.searches.lookAtAllAgain(tx, firmId);
      const detail = { version: after.version, changes: changes.length };
      await this.audit.fact(tx, actor, { fact: STAGES_CHANGED, subject: ['firm', firmId], detail });
      return record(actor, after);
    });
  }

  async versions({ firmId }: Actor): Promise<{ items: StageVersion[] }> {
    const stored = await this.repository.versions(this.database.db, firmId, VERSIONS_SHOWN + 1);
    const items = stored.slice(0, VERSIONS_SHOWN).map(({ version, at, by, stages }, i) => {
      const before = stored[i + 1];
      return { version, at, by, changes: before ? changesBetween(before.stages, stages) : [] };
    });
    return { items };
  }
}

function record(actor: Actor, { version, stages }: Process): StagesRecord {
  return {
    version,
    items: stages.filter(({ archived }) => !archived),
    archived: stages.filter(({ archived }) => archived),
    allowed: { edit: mayManageFirm(actor) },
  };
}

function refuse(errors: readonly FieldRefusal[]): void {
  const [first] = errors;
  if (first) throw new DomainError<StageEditsErrorCode>('stages_refused', first.message, { errors });
}
