import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { IdentityService } from '@app/identity/identity.service.js';
import { type Actor, type Role, ROLES } from '@app/identity/identity.types.js';
import { DeparturesService } from '@app/users/departures.service.js';
import { JoiningService } from '@app/users/joining.service.js';
import { UsersService } from '@app/users/users.service.js';
import type { Cli } from '../cli.js';
import { EXIT, Refused, WrongUsage } from '../outcome.js';
import { type AboutPerson, briefly, EMAIL, FIRM, inFirm, normal, peopleOf, personOf } from '../people-of.js';
import { loginEmailOf } from '@app/platform/values/addresses.js';
import { Wrong } from '@app/platform/values/wrong.js';

interface InviteOptions extends AboutPerson {
  name?: string;
  role?: string;
  office?: string;
}

/** How people come and go; the rules are those of the screen. */
export function addPeople(program: Command, cli: Cli): void {
  const user = program.command('user').description('The users of a firm.');
  addList(user, cli);
  addInvite(user, cli);
  addTakeBack(user, cli);
  addSetRole(user, cli);
  addChange(user, cli);
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
      'Invites somebody by email, or sends the invitation of somebody invited again.',
      async (_, { firm, email, name, role, office }) => {
        checkEmail(email);
        if (role !== undefined && !isRole(role)) throw new WrongUsage(`The role must be one of ${ROLES.join(', ')}.`);
        const invited = await inFirm(cli, firm, async (services, actor) => {
          const joining = services.get(JoiningService);
          const known = (await peopleOf(services, actor)).find((one) => one.email === normal(email));
          if (known?.state === 'invited') return joining.resend(actor, known.id);
          if (!name || !role) throw new WrongUsage('Give --name and --role for somebody who is not at the firm yet.');
          return joining.invite(actor, { email, name, role, officeId: await officeOf(services, actor, office) });
        });
        cli.print(briefly(invited), [`An invitation is on its way to ${invited.email}.`]);
        return EXIT.done;
      },
    )
    .alias('add')
    .requiredOption(...EMAIL)
    .option('--name <name>')
    .option('--role <role>', ROLES.join(', '))
    .option('--office <key>', "the user's office (default: the firm's first)")
    .option(...FIRM);
}

function addTakeBack(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson>(user, 'take-back', 'Takes an invitation back.', async (_, { firm, email }) => {
      const taken = await inFirm(cli, firm, async (services, actor) => {
        const { id } = await personOf(services, actor, email);
        return services.get(DeparturesService).takeBack(actor, id);
      });
      cli.print(briefly(taken), [`The invitation of ${taken.email} was taken back; its link no longer works.`]);
      return EXIT.done;
    })
    .requiredOption(...EMAIL)
    .option(...FIRM);
}

function addSetRole(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson & { role: string }>(user, 'set-role', 'Gives a user another role.', async (_, given) => {
      const { firm, email, role } = given;
      if (!isRole(role)) throw new WrongUsage(`The role must be one of ${ROLES.join(', ')}.`);
      const changed = await inFirm(cli, firm, async (services, actor) => {
        const { id, version } = await personOf(services, actor, email);
        return services.get(UsersService).changeUser(actor, id, { version, role });
      });
      cli.print(briefly(changed), [`${changed.email} is now ${changed.role}.`]);
      return EXIT.done;
    })
    .requiredOption(...EMAIL)
    .requiredOption('--role <role>', ROLES.join(', '))
    .option(...FIRM);
}

function addChange(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson & { name?: string; office?: string }>(
      user,
      'change',
      "Changes a user's name or office.",
      async (_, { firm, email, name, office }) => {
        if (name === undefined && office === undefined) throw new WrongUsage('Give --name, --office or both.');
        if (name?.trim() === '') throw new WrongUsage('The name must not be empty.');
        const changed = await inFirm(cli, firm, async (services, actor) => {
          const { id, version } = await personOf(services, actor, email);
          return services.get(UsersService).changeUser(actor, id, {
            version,
            ...(name === undefined ? {} : { name: name.trim() }),
            ...(office === undefined ? {} : { officeId: await officeOf(services, actor, office) }),
          });
        });
        const { name: newName, officeId } = changed;
        cli.print({ ...briefly(changed), name: newName, officeId }, [`${changed.email} was changed.`]);
        return EXIT.done;
      },
    )
    .requiredOption(...EMAIL)
    .option('--name <name>')
    .option('--office <key>', "the key of one of the firm's offices")
    .option(...FIRM);
}

function addDeactivate(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson & { to: string }>(
      user,
      'deactivate',
      "Ends a user's access at once and hands over their searches, tasks and flags.",
      async (_, { firm, email, to }) => {
        const left = await inFirm(cli, firm, async (services, actor) => {
          const { id, version } = await personOf(services, actor, email);
          const { id: successorId } = await personOf(services, actor, to);
          return services.get(DeparturesService).deactivate(actor, id, { version, successorId });
        });
        cli.print(briefly(left), [`${left.email} can no longer sign in; ${normal(to)} has taken over.`]);
        return EXIT.done;
      },
    )
    .requiredOption(...EMAIL)
    .requiredOption('--to <address>', 'who takes over')
    .option(...FIRM);
}

function addReactivate(user: Command, cli: Cli): void {
  cli
    .command<AboutPerson>(user, 'reactivate', 'Lets a user back in.', async (_, { firm, email }) => {
      const back = await inFirm(cli, firm, async (services, actor) => {
        const { id, version } = await personOf(services, actor, email);
        return services.get(DeparturesService).reactivate(actor, id, version);
      });
      const how = back.state === 'invited' ? 'is invited again' : 'can sign in again';
      cli.print(briefly(back), [`${back.email} ${how}. What they had handed over stays where it is.`]);
      return EXIT.done;
    })
    .requiredOption(...EMAIL)
    .option(...FIRM);
}

/** The id of the office with this key; without one, of the firm's first. */
async function officeOf(services: INestApplicationContext, actor: Actor, key: string | undefined): Promise<string> {
  const { items } = await services.get(IdentityService).listOffices(actor);
  const office = key === undefined ? items[0] : items.find((one) => one.key === key);
  if (!office) throw new Refused('The firm has no office with this key.');
  return office.id;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

function checkEmail(email: string): void {
  const read = loginEmailOf(email);
  if (read instanceof Wrong) throw new WrongUsage(`"${email}" ${read.sentence.replace(/^must be/, 'is not')}.`);
}
