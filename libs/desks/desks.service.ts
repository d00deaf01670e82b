import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { elapsedDays } from '@app/metrics/metrics.rules.js';
import { Database } from '@app/platform/database/database.js';
import { Clock } from '@app/platform/time/clock.js';
import { PolicyEditsService } from '@app/policies/policy-edits.service.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { daysOf, DEFINITION, inPlay, searchTurns, turnsOf } from './desks.rules.js';
import { DesksRepository } from './desks.repository.js';
import { MOST_PEOPLE, type Course, type PersonCase, type PersonInPlay, type SearchFigures } from './desks.types.js';
import { type Budgets, stagesOf, staysOf } from './stays.rules.js';

/** On whose desk the days of a search were spent. */
@Injectable()
export class DesksService {
  constructor(
    private readonly database: Database,
    private readonly repository: DesksRepository,
    private readonly policies: PolicyEditsService,
    private readonly stalls: StallsService,
    private readonly clock: Clock,
  ) {}

  async searchFigures(actor: Actor, searchId: string): Promise<SearchFigures> {
    const { firmId } = actor;
    // refuses whoever may not see the search
    const { stageBudgets } = await this.policies.searchPolicy(actor, searchId);
    const { db } = this.database;
    const at = this.clock.now();
    const { calendar, holds } = await this.stalls.calendarOf(firmId, searchId);
    const episode = await this.repository.episode(db, firmId, searchId, at);
    const facts = await this.repository.people(db, firmId, searchId, at);
    const openedAt = episode?.openedAt ?? at;
    const closedAt = episode?.closedAt ?? null;
    const course = { from: openedAt, to: closedAt ?? at, holds, closed: closedAt !== null };
    const days = new Map(stageBudgets.map(({ stageId, value }) => [stageId, value]));
    const people = facts.flatMap((person) => peopleOf(person, course, { calendar, days }));
    people.sort((a, b) => a.from.getTime() - b.from.getTime() || (a.candidacyId < b.candidacyId ? -1 : 1));
    const stretches = searchTurns(
      course,
      people.map((person) => person.stretches),
    );
    return {
      definition: DEFINITION,
      openedAt,
      closedAt,
      ageDays: elapsedDays(course.from, course.to),
      days: daysOf(stretches),
      stretches,
      inPlay: people.length,
      people: people.slice(-MOST_PEOPLE),
      stages: stagesOf(
        people.flatMap(({ stays }) => stays),
        facts,
      ),
      words: people.length === 0 ? 'Nobody has come into play yet' : null,
    };
  }
}

function peopleOf(person: PersonCase, course: Course, budgets: Budgets): PersonInPlay[] {
  const span = inPlay(person, course);
  if (!span) return [];
  const { candidacyId, candidateId, candidateName } = person;
  const stretches = turnsOf(person, span, course.holds);
  const stays = staysOf(person, span, course, budgets);
  return [{ candidacyId, candidateId, candidateName, ...span, days: daysOf(stretches), stretches, stays }];
}
