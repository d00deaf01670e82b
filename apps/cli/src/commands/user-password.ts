import type { Command } from 'commander';
import { LoginsService } from '@app/auth/logins.service.js';
import type { Cli } from '../cli.js';
import { EXIT } from '../outcome.js';
import { readPassword } from '../password-input.js';
import { type AboutPerson, EMAIL, FIRM, inFirm } from '../people-of.js';

export function addUserPassword(program: Command, cli: Cli): void {
  const user = program.commands.find((command) => command.name() === 'user') ?? program.command('user');
  cli
    .command<AboutPerson & { passwordStdin?: boolean }>(
      user,
      'set-password',
      "Sets a user's password and ends their sessions.",
      async (_, { firm, email, passwordStdin }) => {
        const password = await readPassword(passwordStdin);
        await inFirm(cli, firm, (services, actor) => services.get(LoginsService).setPasswordOf(actor, email, password));
        cli.print({ email }, [`The password of ${email} is set.`]);
        return EXIT.done;
      },
    )
    .requiredOption(...EMAIL)
    .option('--password-stdin', 'read the password from standard input instead of asking for it')
    .option(...FIRM);
}
