import type { DataSource } from 'typeorm';
import { systemActor } from '@app/identity/identity.types.js';
import { LimitsRepository } from '@app/limits/limits.repository.js';
import { LimitsService } from '@app/limits/limits.service.js';
import { Database } from '@app/platform/database/database.js';
import { type Clock, SystemClock } from '@app/platform/time/clock.js';
import { ClockFactsRepository } from '@app/stalls/clock-facts.repository.js';
import { StallsRepository } from '@app/stalls/stalls.repository.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import type { Files } from '../medium/imports.js';

/** One office in Berlin without holidays, one client, one lead: what a case does not say itself. */
const OFFICE: Files = {
  'offices.csv': 'office,country,time_zone\no,DE,Europe/Berlin\n',
  'holidays.csv': 'office,date,name\no,2020-01-01,x\n',
  'users.csv': 'email,name,role,office\nu@firm.example,Uma Lead,partner,o\n',
  'clients.csv': 'client_ref,name\nCL,Client\n',
};

const HEADERS = {
  'searches.csv': 'search_ref,opened_at,closed_at,close_reason,target_date',
  'holds.csv': 'search_ref,started_at,ended_at',
  'reopenings.csv': 'search_ref,reopened_at,closed_at,close_reason',
  'candidates.csv': 'candidate_ref,in_market_since',
  'candidacies.csv': 'search_ref,candidate_ref,outcome,ended_at',
  'stage_moves.csv': 'search_ref,candidate_ref,stage,at',
  'activities.csv': 'search_ref,candidate_ref,kind,at',
  'offers.csv': 'offer_ref,search_ref,candidate_ref,extended_at,expires_at,decided_at,decision',
} as const;

export type SmallFirm = Partial<Record<keyof typeof HEADERS, readonly string[]>>;

/** A small firm's folder: rows without the columns that are the same in all of them. */
export function filesOf(firm: SmallFirm, office: Files = OFFICE): Files {
  const files: Files = { ...OFFICE, ...office };
  for (const [name, header] of Object.entries(HEADERS) as [keyof typeof HEADERS, string][]) {
    const rows = firm[name];
    if (!rows) continue;
    const more =
      name === 'searches.csv'
        ? [',client_ref,title,role_key,office,lead_email', ',CL,Seat,caio,o,u@firm.example']
        : name === 'candidates.csv'
          ? [',name', ',Somebody']
          : ['', ''];
    const width = header.split(',').length;
    const filled = rows.map((row) => [...row.split(','), ...Array<string>(width)].slice(0, width).join(','));
    files[name] = `${header}${more[0]}\n${filled.map((row) => `${row}${more[1]}\n`).join('')}`;
  }
  return files;
}

/** The rules as a sweep, a dry run and a question about the past ask them. */
export function stallsOf(dataSource: DataSource, clock: Clock = new SystemClock()): StallsService {
  const limits = new LimitsService(new LimitsRepository());
  return new StallsService(new Database(dataSource), new ClockFactsRepository(), new StallsRepository(), limits, clock);
}

export const sayingsOf = (assessed: readonly AssessedSearch[]): string[] =>
  assessed.flatMap(({ assessment }) =>
    assessment.flags.map(({ rule, severity, sentence, nextStep }) => `${rule} (${severity}): ${sentence}. ${nextStep}`),
  );

export const asOf = async (stalls: StallsService, firmId: string, at: string): Promise<AssessedSearch[]> =>
  stalls.assessFirm(systemActor(firmId), new Date(at));
