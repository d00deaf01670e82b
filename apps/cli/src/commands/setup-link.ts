import type { Command } from 'commander';
import { FoundersService } from '@app/sign-up/founders.service.js';
import type { Cli } from '../cli.js';
import { EXIT, Refused } from '../outcome.js';

export function addSetUpLink(program: Command, cli: Cli): void {
  cli.command(program, 'setup-link', 'Prints the link that sets up the first firm of a new installation.', async () => {
    const link = await cli.withServices((services) => services.get(FoundersService).setUpLink());
    if (!link) throw new Refused('There is already a firm here; the set-up link no longer works.');
    cli.print({ link }, [
      'Open this link to set up the first firm. Anybody who has it can, so keep it to yourself:',
      '',
      link,
    ]);
    return EXIT.done;
  });
}
