import type { Command } from 'commander';
import { systemActor } from '@app/identity/identity.types.js';
import { Clock } from '@app/platform/time/clock.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import type { Cli } from '../cli.js';
import { FirmsRepository, passedOverLine } from '../firms.repository.js';
import { momentOf } from '../moment.js';
import { EXIT, type Exit, WrongUsage } from '../outcome.js';
import { type FlagDocument, flagDocument } from './flag-document.js';

interface Options {
  firm?: string;
  at?: string;
  asOf?: string;
  dryRun?: boolean;
}

export function addSweep(program: Command, cli: Cli): void {
  cli
    .command<Options>(program, 'sweep', 'Prints the flags the rules give, and raises and clears them.', (_, options) =>
      sweep(cli, options),
    )
    .option('--firm <name>', 'only this firm (default: every firm)')
    .option('--at <moment>', 'as of that moment, ignoring later facts; what it changes stays due for the next sweep')
    .option('--as-of <moment>', 'the same as --at')
    .option('--dry-run', 'change nothing, only print');
}

async function sweep(cli: Cli, options: Options): Promise<Exit> {
  const moment = options.asOf ?? options.at;
  const asked = moment === undefined ? undefined : momentOf(moment);
  const dryRun = options.dryRun === true;
  return cli.withServices(async (services) => {
    const now = services.get(Clock).now();
    if (asked && asked > now && !dryRun) {
      throw new WrongUsage(
        `${asked.toISOString()} is in the future, and no flag is raised ahead of time. Add --dry-run.`,
      );
    }
    const stalls = services.get(StallsService);
    const flags: (FlagDocument & { firm: string })[] = [];
    let [raised, cleared, escalated] = [0, 0, 0];
    const passedOver = await services.get(FirmsRepository).each(options.firm, async (firm) => {
      const actor = systemActor(firm.id);
      if (!dryRun) {
        const swept = await (asked ? stalls.sweepAsOf(actor, asked) : stalls.sweepFirm(firm.id));
        raised += swept.raised;
        cleared += swept.cleared;
        escalated += swept.escalated;
      }
      for (const { facts, assessment } of await stalls.assessFirm(actor, asked)) {
        for (const flag of assessment.flags) flags.push({ firm: firm.name, ...flagDocument(facts, flag) });
      }
    });
    const changed = dryRun ? 'nothing was changed' : `${raised} raised, ${cleared} cleared, ${escalated} escalated`;
    cli.print({ at: asked ?? now, dry_run: dryRun, raised, cleared, escalated, flags, passed_over: passedOver }, [
      ...flags.map(flagLine),
      `${flags.length} flags at ${(asked ?? now).toISOString()}; ${changed}.`,
      ...passedOver.map(passedOverLine),
    ]);
    return passedOver.length > 0 ? EXIT.findings : EXIT.done;
  });
}

const flagLine = ({ severity, rule, search_ref, candidate_ref, sentence, next_step }: FlagDocument): string =>
  `${severity.padEnd(8)} ${rule.padEnd(21)} ${[search_ref, candidate_ref].filter(Boolean).join(' ').padEnd(24)} ${sentence}. ${next_step}`;
