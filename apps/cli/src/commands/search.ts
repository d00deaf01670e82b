import type { Command } from 'commander';
import { systemActor } from '@app/identity/identity.types.js';
import { BreakGlassService } from '@app/break-glass/break-glass.service.js';
import type { Cli } from '../cli.js';
import { FirmsRepository } from '../firms.repository.js';
import { EXIT, Refused } from '../outcome.js';

interface OpenOptions {
  firm?: string;
  search?: string;
  admin: string;
  reason: string;
}

export function addSearch(program: Command, cli: Cli): void {
  const search = program.command('search').description('The searches of a firm.');
  cli
    .command<OpenOptions>(
      search,
      'break-glass',
      'Puts an admin on the team of a confidential search; its team is told.',
      async (_, { firm, search: which, admin, reason }) => {
        const opened = await cli.withServices(async (services) => {
          const firms = services.get(FirmsRepository);
          const { id } = await firms.find(firm);
          const userId = await firms.findAdmin(id, admin);
          if (!userId) throw new Refused(`${admin} is not an admin of this firm.`);
          const system = systemActor(id);
          const input = { reason, ...(which ? { search: which } : {}) };
          return services.get(BreakGlassService).open(system, { ...system, userId, role: 'admin' }, input);
        });
        const items = opened.items.map(({ id, ref }) => ({ id, ref }));
        cli.print({ items }, [
          items.length === 0
            ? 'There is nothing to open.'
            : `Opened: ${items.map(({ ref, id }) => ref ?? id).join(', ')}.`,
        ]);
        return EXIT.done;
      },
    )
    .requiredOption('--admin <address>', 'the admin who is put on the team')
    .requiredOption('--reason <text>', 'told to everybody on the team')
    .option('--search <ref>', 'its reference or id (default: those on whose team nobody can sign in)')
    .option('--firm <name>', 'needed when there are several firms');
}
