import type { Command } from 'commander';
import { deviceName } from '@app/account/device.rules.js';
import { UserSessionsService } from '@app/auth/user-sessions.service.js';
import type { Cli } from '../cli.js';
import { EXIT } from '../outcome.js';
import { type AboutPerson, EMAIL, FIRM, inFirm, normal, personOf } from '../people-of.js';

/** For a lost laptop, or somebody who sees a session that is not theirs. */
export function addUserSessions(program: Command, cli: Cli): void {
  const user = program.commands.find((command) => command.name() === 'user') ?? program.command('user');
  addSessions(user, cli);
  addEndSessions(user, cli);
}

function addSessions(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson>(user, 'sessions', 'Lists where somebody is signed in.', async (_, { firm, email }) => {
      const found = await inFirm(cli, firm, async (services, actor) => {
        const { id } = await personOf(services, actor, email);
        return services.get(UserSessionsService).list(actor, id);
      });
      const items = found.map(({ id, address, userAgent, signedInAt, lastUsedAt }) => ({
        ...{ id, device: deviceName(userAgent), address },
        ...{ signedInAt, lastUsedAt },
      }));
      const lines = items.map(
        ({ id, device, address, lastUsedAt }) =>
          `${id}  ${device.padEnd(24)} ${(address ?? '').padEnd(40)} last used ${lastUsedAt.toISOString()}`,
      );
      cli.print({ items }, items.length === 0 ? [`${normal(email)} is not signed in anywhere.`] : lines);
      return EXIT.done;
    })
    .requiredOption(...EMAIL)
    .option(...FIRM);
}

function addEndSessions(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson & { session?: string }>(
      user,
      'end-sessions',
      'Signs somebody out everywhere, or ends one session.',
      async (_, { firm, email, session }) => {
        const ended = await inFirm(cli, firm, async (services, actor) => {
          const { id } = await personOf(services, actor, email);
          return services.get(UserSessionsService).end(actor, id, session ?? null);
        });
        cli.print({ ended }, [`Ended ${ended} ${ended === 1 ? 'session' : 'sessions'} of ${normal(email)}.`]);
        return EXIT.done;
      },
    )
    .requiredOption(...EMAIL)
    .option('--session <id>', 'this one alone (default: all of them, at every firm of the same login)')
    .option(...FIRM);
}
