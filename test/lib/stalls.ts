import type { DataSource } from 'typeorm';
import { AuditRepository } from '@app/audit/audit.repository.js';
import { AuditService } from '@app/audit/audit.service.js';
import { newId } from '@app/platform/database/id.js';
import { Database } from '@app/platform/database/database.js';
import { LimitsRepository } from '@app/limits/limits.repository.js';
import { LimitsService } from '@app/limits/limits.service.js';
import { FlagsRepository } from '@app/flags/flags.repository.js';
import { FlagsService } from '@app/flags/flags.service.js';
import { TodayRepository } from '@app/today/today.repository.js';
import { TodayService } from '@app/today/today.service.js';
import { ClockFactsRepository } from '@app/stalls/clock-facts.repository.js';
import { StallsRepository } from '@app/stalls/stalls.repository.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { SetClock } from './set-clock.js';

/** Leaves out the rules a test is not about. */
export const FIRST_RULES_ONLY = {
  slateSize: 0,
  thinPipelineSize: 0,
  clientSilentWatchDays: 900,
  clientSilentStalledDays: 901,
  offerPendingDays: 900,
  decisionMakerDays: 900,
};

/** Limits for a whole firm, as its policy says them. */
export async function setLimits(dataSource: DataSource, firm: TestFirm, settings: object): Promise<void> {
  await dataSource.query(
    `insert into stall_policy (firm_id, id, scope, scope_key, settings) values ($1, $2, 'firm', '', $3)
     on conflict (firm_id, scope, scope_key) do update
       set settings = excluded.settings, version = stall_policy.version + 1`,
    [firm.id, newId(), JSON.stringify(settings)],
  );
  await dataSource.query(`update search_check set next_check_at = '-infinity' where firm_id = $1`, [firm.id]);
}

/** A firm in Berlin whose past and whose clock are the test's. */
export async function aFirmWithAPast(dataSource: DataSource, settings: object = FIRST_RULES_ONLY) {
  const firm = await aFirm(dataSource, { timeZone: 'Europe/Berlin' });
  await setLimits(dataSource, firm, settings);
  const clock = new SetClock(new Date('2026-03-02T09:00:00Z'));
  const database = new Database(dataSource);
  const policies = new LimitsService(new LimitsRepository());
  const stalls = new StallsService(database, new ClockFactsRepository(), new StallsRepository(), policies, clock);
  const flags = new FlagsService(
    database,
    new FlagsRepository(),
    stalls,
    new AuditService(new AuditRepository()),
    clock,
  );
  const day = new TodayService(database, new TodayRepository(), stalls, clock);
  const sweepAt = (moment: string) => {
    clock.set(moment);
    return stalls.sweepFirm(firm.id);
  };
  return { firm, clock, stalls, flags, day, sweepAt, past: await History.of(dataSource, firm) };
}

/**
 * Opened Mon 2 March 2026, first call Tue 3 March: the stage is over its budget from Fri 6, nobody moved from Tue 10,
 * the window closes on Tue 31.
 */
export async function aQuietSearch(dataSource: DataSource) {
  const stage = await aFirmWithAPast(dataSource);
  const searchId = await stage.past.search({ openedAt: '2026-03-02T09:00:00Z' });
  const candidacyId = await stage.past.candidacy(searchId, { stage: 'contacted', at: '2026-03-03T10:00:00Z' });
  return { ...stage, searchId, candidacyId };
}

export interface FlagOnRecord {
  rule: string;
  severity: string;
  state: string;
  reason: string | null;
}

/** What became of every flag of a firm. */
export const flagsOnRecord = (dataSource: DataSource, firm: TestFirm): Promise<FlagOnRecord[]> =>
  dataSource.query(
    `select rule, severity, state, cleared_reason as reason from stall_flag where firm_id = $1
     order by rule, since, raised_at`,
    [firm.id],
  );

export interface Episode {
  rule: string;
  subjectId: string;
  episodeKey: string;
  state: string;
  severity: string;
  since: Date;
  deadline: Date;
  basis: unknown;
  evidence: unknown;
  sentence: string;
  nextStep: string;
}

export const episodesOf = (dataSource: DataSource, firm: TestFirm): Promise<Episode[]> =>
  dataSource.query(
    `select rule, subject_id as "subjectId", episode_key as "episodeKey", state, severity, since, deadline, basis,
            evidence, sentence, next_step as "nextStep"
     from stall_flag where firm_id = $1 order by rule, subject_id, episode_key`,
    [firm.id],
  );

/** The rules a reader sees flagged, through the published view. */
export async function openRules(dataSource: DataSource, firm: TestFirm): Promise<string[]> {
  const rows: { rule: string }[] = await dataSource.query(
    'select rule from open_flag where firm_id = $1 order by rule, subject_id',
    [firm.id],
  );
  return rows.map(({ rule }) => rule);
}

/** New episodes that were announced: every transaction that begins some says so, once. */
export async function announcements(dataSource: DataSource, firm: TestFirm): Promise<number> {
  const begun: { at: Date; flags: number }[] = await dataSource.query(
    'select raised_at as at, count(*)::int as flags from stall_flag where firm_id = $1 group by 1 order by 1',
    [firm.id],
  );
  const told: { at: Date }[] = await dataSource.query(
    `select created_at as at from outbox where firm_id = $1 and fact = 'stalls.flags_raised' order by 1`,
    [firm.id],
  );
  expect(told.map(({ at }) => at)).toEqual(begun.map(({ at }) => at));
  return begun.reduce((sum, { flags }) => sum + flags, 0);
}
