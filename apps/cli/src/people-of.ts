import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, systemActor } from '@app/identity/identity.types.js';
import { UsersService } from '@app/users/users.service.js';
import type { ListedUser } from '@app/users/users.types.js';
import type { Cli } from './cli.js';
import { FirmsRepository } from './firms.repository.js';
import { Refused } from './outcome.js';
import { emailAsKept } from '@app/platform/values/addresses.js';

export const FIRM = ['--firm <name>', 'needed when there are several firms'] as const;
export const EMAIL = ['--email <address>', 'whom'] as const;

/** What is said about somebody of a firm. */
export interface AboutPerson {
  firm?: string;
  email: string;
}

/** As the system, in the firm of that name. */
export const inFirm = <T>(
  cli: Cli,
  firm: string | undefined,
  work: (services: INestApplicationContext, actor: Actor) => Promise<T>,
): Promise<T> =>
  cli.withServices(async (services) => {
    const { id } = await services.get(FirmsRepository).find(firm);
    return work(services, systemActor(id));
  });

export const peopleOf = async (services: INestApplicationContext, actor: Actor): Promise<ListedUser[]> =>
  (await services.get(UsersService).list(actor)).items;

export async function personOf(services: INestApplicationContext, actor: Actor, email: string): Promise<ListedUser> {
  const found = (await peopleOf(services, actor)).find((one) => one.email === normal(email));
  if (!found) throw new Refused(`The firm has no user with the address ${normal(email)}.`);
  return found;
}

export const briefly = ({ id, email, role, state }: ListedUser) => ({ id, email, role, state });
export const normal = emailAsKept;
