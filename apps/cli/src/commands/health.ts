import type { Command } from 'commander';
import type { Policy } from '@app/limits/limits.types.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import { systemActor } from '@app/identity/identity.types.js';
import { Clock } from '@app/platform/time/clock.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { SearchFacts } from '@app/clocks/clocks.types.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import type { Cli } from '../cli.js';
import { FirmsRepository, passedOverLine } from '../firms.repository.js';
import { momentOf } from '../moment.js';
import { EXIT, type Exit } from '../outcome.js';
import { flagDocument } from './flag-document.js';

interface Options {
  firm?: string;
  at?: string;
}

export function addHealth(program: Command, cli: Cli): void {
  cli
    .command<Options>(program, 'health', 'Prints the state of every running search.', (_, options) =>
      health(cli, options),
    )
    .option('--firm <name>', 'only this firm (default: every firm)')
    .option('--at <moment>', 'as of that moment, ignoring later facts');
}

async function health(cli: Cli, options: Options): Promise<Exit> {
  const asked = options.at === undefined ? undefined : momentOf(options.at);
  return cli.withServices(async (services) => {
    const at = asked ?? services.get(Clock).now();
    const stalls = services.get(StallsService);
    const searches: SearchDocument[] = [];
    const passedOver = await services.get(FirmsRepository).each(options.firm, async (firm) => {
      const assessed = await stalls.assessFirm(systemActor(firm.id), asked);
      searches.push(...assessed.map((search) => searchDocument(firm.name, search, at)));
    });
    cli.print({ at, searches, passed_over: passedOver }, [
      ...searches.map(lineOf),
      `${searches.length} running searches at ${at.toISOString()}.`,
      ...passedOver.map(passedOverLine),
    ]);
    return passedOver.length > 0 ? EXIT.findings : EXIT.done;
  });
}

type SearchDocument = ReturnType<typeof searchDocument>;

function searchDocument(firm: string, { facts, policy, assessment }: AssessedSearch, at: Date) {
  return {
    firm,
    search_ref: facts.searchRef,
    health: assessment.health,
    day: assessment.day,
    flags: assessment.flags.map((flag) => flagDocument(facts, flag)),
    windows: windowsOf(facts, policy, at),
  };
}

function windowsOf({ candidacies, calendar }: SearchFacts, policy: Policy, at: Date) {
  return candidacies.flatMap(({ candidateRef, windowOpenedAt, offerExtendedAt }) => {
    const window = marketWindow(
      { openedAt: windowOpenedAt, offerExtendedAt, endedAt: null },
      policy,
      calendar.zone,
      at,
    );
    if (!window) return [];
    const { day, days, closesAt: closes_at, closesOn: closes_on, state } = window;
    return [{ candidate_ref: candidateRef, day, days, closes_at, closes_on, state }];
  });
}

function lineOf({ health: state, day, search_ref, flags, windows }: SearchDocument): string {
  const running = windows.filter((window) => window.state !== 'stopped').length;
  const why = flags.map(({ sentence }) => sentence).join('; ');
  return `${state.padEnd(9)} ${(search_ref ?? '').padEnd(16)} day ${String(day).padStart(4)} ${String(running).padStart(3)} windows ${why}`;
}
