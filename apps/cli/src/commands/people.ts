import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { isEmail } from 'class-validator';
import { IdentityService } from '@app/identity/identity.service.js';
import { type Actor, type Role, ROLES, systemActor } from '@app/identity/identity.types.js';
import { DeparturesService } from '@app/users/departures.service.js';
import { JoiningService } from '@app/users/joining.service.js';
import { UsersService } from '@app/users/users.service.js';
import type { ListedUser } from '@app/users/users.types.js';
import type { Cli } from '../cli.js';
import { FirmsRepository } from '../firms.repository.js';
import { EXIT, Refused, WrongUsage } from '../outcome.js';

interface Options {
  firm?: string;
  email: string;
}

interface InviteOptions extends Options {
  name?: string;
  role?: string;
  office?: string;
}

const FIRM = ['--firm <name>', 'needed when there are several firms'] as const;
const EMAIL = ['--email <address>', 'whom'] as const;

/** How people come and go; the rules are those of the screen. */
export function addPeople(program: Command, cli: Cli): void {
  const user = program.commands.find((command) => command.name() === 'user') ?? program.command('user');
  addList(user, cli);
  addInvite(user, cli);
  addSetRole(user, cli);
  addDeactivate(user, cli);
  addReactivate(user, cli);
}

function addList(user: Command, cli: Cli): void {
  cli
    .command<{ firm?: string }>(user, 'list', 'Lists everybody who works or worked here.', async (_, { firm }) => {
      const users = await inFirm(cli, firm, (services, actor) => peopleOf(services, actor));
      const items = users.map(({ id, name, email, role, state }) => ({ id, name, email, role, state }));
      cli.print(
        items,
        items.map(
          ({ name, email, role, state }) => `${email.padEnd(40)} ${role.padEnd(11)} ${state.padEnd(12)} ${name}`,
        ),
      );
      return EXIT.done;
    })
    .option(...FIRM);
}

function addInvite(user: Command, cli: Cli): void {
  cli
    .command<InviteOptions>(
      user,
      'invite',
      'Invites somebody by mail, or sends the invitation of somebody invited again.',
      async (_, { firm, email, name, role, office }) => {
        checkEmail(email);
        if (role !== undefined && !isRole(role)) throw new WrongUsage(`The role must be one of ${ROLES.join(', ')}.`);
        const invited = await inFirm(cli, firm, async (services, actor) => {
          const joining = services.get(JoiningService);
          const known = (await peopleOf(services, actor)).find((one) => one.email === normal(email));
          if (known?.state === 'invited') return joining.resend(actor, known.id);
          if (!name || !role) throw new WrongUsage('Say --name and --role of somebody who is not in the firm yet.');
          const { items: offices } = await services.get(IdentityService).listOffices(actor);
          const chosen = office === undefined ? offices[0] : offices.find(({ key }) => key === office);
          if (!chosen) throw new Refused('The firm has no office with this key.');
          return joining.invite(actor, { email, name, role, officeId: chosen.id });
        });
        cli.print(briefly(invited), [`An invitation is on its way to ${invited.email}.`]);
        return EXIT.done;
      },
    )
    .requiredOption(...EMAIL)
    .option('--name <name>')
    .option('--role <role>', ROLES.join(', '))
    .option('--office <key>', "the user's office (default: the firm's first)")
    .option(...FIRM);
}

function addSetRole(user: Command, cli: Cli): void {
  cli
    .command<Options & { role: string }>(user, 'set-role', 'Gives a user another role.', async (_, given) => {
      const { firm, email, role } = given;
      if (!isRole(role)) throw new WrongUsage(`The role must be one of ${ROLES.join(', ')}.`);
      const changed = await inFirm(cli, firm, async (services, actor) => {
        const { id, version } = await personOf(services, actor, email);
        return services.get(UsersService).changeUser(actor, id, { version, role });
      });
      cli.print(briefly(changed), [`${changed.email} is ${changed.role} now.`]);
      return EXIT.done;
    })
    .requiredOption(...EMAIL)
    .requiredOption('--role <role>', ROLES.join(', '))
    .option(...FIRM);
}

function addDeactivate(user: Command, cli: Cli): void {
  cli
    .command<Options & { to: string }>(
      user,
      'deactivate',
      "Ends a user's access at once and hands over their searches, tasks and flags.",
      async (_, { firm, email, to }) => {
        const left = await inFirm(cli, firm, async (services, actor) => {
          const { id, version } = await personOf(services, actor, email);
          const { id: successorId } = await personOf(services, actor, to);
          return services.get(DeparturesService).deactivate(actor, id, { version, successorId });
        });
        cli.print(briefly(left), [`${left.email} cannot sign in any more; ${normal(to)} has taken over.`]);
        return EXIT.done;
      },
    )
    .requiredOption(...EMAIL)
    .requiredOption('--to <address>', 'who takes over')
    .option(...FIRM);
}

function addReactivate(user: Command, cli: Cli): void {
  cli
    .command<Options>(user, 'reactivate', 'Lets a user back in.', async (_, { firm, email }) => {
      const back = await inFirm(cli, firm, async (services, actor) => {
        const { id, version } = await personOf(services, actor, email);
        return services.get(DeparturesService).reactivate(actor, id, version);
      });
      const how = back.state === 'invited' ? 'is invited again' : 'can sign in again';
      cli.print(briefly(back), [`${back.email} ${how}.`]);
      return EXIT.done;
    })
    .requiredOption(...EMAIL)
    .option(...FIRM);
}

const inFirm = <T>(
  cli: Cli,
  firm: string | undefined,
  work: (services: INestApplicationContext, actor: Actor) => Promise<T>,
): Promise<T> =>
  cli.withServices(async (services) => {
    const { id } = await services.get(FirmsRepository).find(firm);
    return work(services, systemActor(id));
  });

const peopleOf = async (services: INestApplicationContext, actor: Actor): Promise<ListedUser[]> =>
  (await services.get(UsersService).list(actor)).items;

async function personOf(services: INestApplicationContext, actor: Actor, email: string): Promise<ListedUser> {
  const found = (await peopleOf(services, actor)).find((one) => one.email === normal(email));
  if (!found) throw new Refused(`The firm has no user with the address ${normal(email)}.`);
  return found;
}

const briefly = ({ id, email, role, state }: ListedUser) => ({ id, email, role, state });
const normal = (email: string): string => email.trim().toLowerCase();
const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

function checkEmail(email: string): void {
  if (!isEmail(email)) throw new WrongUsage(`"${email}" is not an e-mail address.`);
}
