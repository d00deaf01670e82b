import { Injectable } from '@nestjs/common';
import { CandidatesService } from '@app/candidates/candidates.service.js';
import { mayErasePersons, mayWorkPipeline } from '@app/identity/access.rules.js';
import type { Actor } from '@app/identity/identity.types.js';
import { CandidaciesService } from '@app/pipeline/candidacies.service.js';
import { PipelineService, type Opening } from '@app/pipeline/pipeline.service.js';
import { Database, type Transaction } from '@app/platform/database/database.js';
import { demand } from '@app/platform/errors/demand.js';
import { eachAlone } from '@app/platform/once/each-alone.js';
import { askedToBeForgotten, TombstonesService } from '@app/tombstones/tombstones.service.js';
import { judgeKnown, judgePerson, readPerson } from './newcomers.rules.js';
import type {
  AddedNewcomer,
  AddedNewcomers,
  AddNewcomers,
  JudgedPerson,
  ListedPerson,
  Newcomer,
} from './newcomers.types.js';

const NOT_ALLOWED = 'Only people at the firm can add candidates.';

/** Several people at once, as a list of them comes out of a spreadsheet or a mail. */
@Injectable()
export class NewcomersService {
  constructor(
    private readonly database: Database,
    private readonly candidates: CandidatesService,
    private readonly pipeline: PipelineService,
    private readonly candidacies: CandidaciesService,
    private readonly tombstones: TombstonesService,
  ) {}

  /** What would become of each of them, in a fixed number of queries; nothing is written. */
  async preview(
    actor: Actor,
    { searchId, people }: { searchId?: string; people: readonly ListedPerson[] },
  ): Promise<{ items: JudgedPerson[] }> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    const db = this.database.db;
    const read = people.map((person) => readPerson(person.candidateId ? {} : person));
    const values = read.map((one) => one.values);
    const known = await this.candidates.knownAmong(db, actor, values);
    const chosen = people.flatMap(({ candidateId }) => candidateId ?? []);
    const here = new Set(await this.candidates.existing(db, actor, chosen));
    const ids = [...chosen, ...known.flatMap(({ duplicates }) => duplicates.map(({ id }) => id))];
    const inSearch = new Set(searchId ? await this.candidacies.whoIsIn(db, actor, searchId, ids) : []);
    const erased = new Set(await this.tombstones.recognised(db, actor.firmId, values));
    const sentence = askedToBeForgotten(mayErasePersons(actor));
    const items = known.flatMap((one) => {
      const candidateId = people[one.at]?.candidateId;
      if (candidateId) return [judgeKnown(here.has(candidateId), inSearch.has(candidateId))];
      const person = read[one.at];
      return person ? [judgePerson(person, one, inSearch, erased.has(one.at) ? sentence : null)] : [];
    });
    return { items };
  }

  /** All in one transaction. Who is refused is refused alone, before anything is written of them. */
  async addAll(actor: Actor, { searchId, stageId, people }: AddNewcomers): Promise<AddedNewcomers> {
    demand(mayWorkPipeline(actor), NOT_ALLOWED);
    return this.database.transaction(async (tx) => {
      const opening = searchId ? await this.pipeline.openingIn(tx, actor, searchId, stageId) : null;
      return eachAlone(people.entries(), async (person, at) => ({
        at,
        ...(await this.add(tx, actor, opening, person)),
      }));
    });
  }

  private async add(
    tx: Transaction,
    actor: Actor,
    opening: Opening | null,
    { candidateId: known, force = false, ...fields }: Newcomer,
  ): Promise<Omit<AddedNewcomer, 'at'>> {
    const candidateId = known ?? (await this.candidates.take(tx, actor, fields, force));
    if (known && !opening) await this.candidates.demandKnown(tx, actor, known);
    const candidacy = opening ? await this.pipeline.begin(tx, actor, opening, candidateId) : null;
    return { candidateId, isNew: known === undefined, candidacy };
  }
}
