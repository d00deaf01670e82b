import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { type CalendarFile, calendarFiles } from '@app/platform/files/calendar-file.js';
import { Clock } from '@app/platform/time/clock.js';
import { InterviewsRepository, type StoredInterview } from './interviews.repository.js';
import { entryUid, type InterviewErrorCode } from './interviews.types.js';

/** Interviews for people's own calendars. Who took one hears when it is moved or cancelled. */
@Injectable()
export class DiaryService {
  constructor(
    private readonly database: Database,
    private readonly repository: InterviewsRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async calendar(actor: Actor, interviewId: string): Promise<CalendarFile> {
    return this.database.transaction(async (tx) => {
      const interview = await this.repository.find(tx, actor, interviewId);
      if (!interview) throw interviewNotFound();
      const { id, version } = interview;
      const { firmId, userId } = actor;
      if (userId) await this.repository.keepCopy(tx, firmId, { id: newId(), interviewId: id, userId, version });
      return this.fileOf(interview);
    });
  }

  /** A calendar is often shared, so names stand in it only for the search's team. */
  private fileOf(interview: StoredInterview): CalendarFile {
    const { id, version, startsAt, endsAt, place, withWhom, candidate, search, onTeam: named } = interview;
    const entry = {
      uid: entryUid(id),
      sequence: version,
      startsAt,
      endsAt,
      title: named ? `Interview: ${candidate.name}, ${search.title}` : 'Interview',
      place: named ? place : null,
      description: named && withWhom ? `With ${withWhom}` : null,
      cancelled: interview.cancelledAt !== null || interview.calledOffAt !== null,
    };
    const publicUrl = this.config.PUBLIC_URL;
    const [file] = calendarFiles([entry], { name: `interview-${id}`, now: this.clock.now(), publicUrl });
    if (!file) throw new Error('a calendar file of one entry');
    return { ...file, name: `interview-${id}.ics` };
  }
}

export function interviewNotFound(): DomainError<InterviewErrorCode> {
  return new DomainError(
    'interview_not_found',
    'There is no interview with this id, or you are not on the team of its search.',
  );
}
