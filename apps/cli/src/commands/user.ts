import type { Command } from 'commander';
import { isEmail } from 'class-validator';
import { LoginsService } from '@app/auth/logins.service.js';
import { type Role, ROLES, systemActor } from '@app/identity/identity.types.js';
import type { Cli } from '../cli.js';
import { FirmsRepository } from '../firms.repository.js';
import { EXIT, WrongUsage } from '../outcome.js';
import { readPassword } from '../password-input.js';

interface AddOptions {
  firm?: string;
  email: string;
  name: string;
  role: string;
  office?: string;
}

interface PasswordOptions {
  firm?: string;
  email: string;
  passwordStdin?: boolean;
}

export function addUser(program: Command, cli: Cli): void {
  const user = program.command('user').description('The users of a firm.');
  cli
    .command<AddOptions>(user, 'add', 'Adds a user.', async (_, { firm, email, name, role, office }) => {
      checkEmail(email);
      if (!isRole(role)) throw new WrongUsage(`The role must be one of ${ROLES.join(', ')}.`);
      const added = await cli.withServices(async (services) => {
        const { id } = await services.get(FirmsRepository).find(firm);
        return services.get(LoginsService).addUser(systemActor(id), { email, name, role, officeKey: office });
      });
      cli.print({ id: added.id, email: added.email, name: added.name, role: added.role }, [
        `Added ${added.email} as ${added.role}.`,
        'They choose a password through "Forgot password".',
      ]);
      return EXIT.done;
    })
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--role <role>', ROLES.join(', '))
    .option('--firm <name>', 'needed when there are several firms')
    .option('--office <key>', "the user's office (default: the firm's first)");

  cli
    .command<PasswordOptions>(
      user,
      'set-password',
      "Sets a user's password and ends their sessions.",
      async (_, { firm, email, passwordStdin }) => {
        const password = await readPassword(passwordStdin);
        await cli.withServices(async (services) => {
          const { id } = await services.get(FirmsRepository).find(firm);
          await services.get(LoginsService).setPasswordOf(systemActor(id), email, password);
        });
        cli.print({ email }, [`The password of ${email} is set.`]);
        return EXIT.done;
      },
    )
    .requiredOption('--email <address>')
    .option('--password-stdin', 'read the password from standard input instead of asking for it')
    .option('--firm <name>', 'needed when there are several firms');
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

function checkEmail(email: string): void {
  if (!isEmail(email)) throw new WrongUsage(`"${email}" is not an e-mail address.`);
}
