import { PERSON_KINDS } from '@app/platform/persons/holdings.js';
import fs from 'node:fs/promises';
import type { Command } from 'commander';
import { ComplianceService } from '@app/compliance/compliance.service.js';
import {
  type Erasure,
  ERASURE_REASONS,
  type ErasureReason,
  type PersonKind,
  type PersonRef,
} from '@app/compliance/compliance.types.js';
import { type Actor, systemActor } from '@app/identity/identity.types.js';
import type { Page } from '@app/platform/lists/page.js';
import { isDay } from '@app/platform/time/local-date.js';
import type { Cli } from '../cli.js';
import { FirmsRepository } from '../firms.repository.js';
import { EXIT, WrongUsage } from '../outcome.js';

interface ExportOptions {
  firm?: string;
  out: string;
}

interface EraseOptions {
  firm?: string;
  reason: string;
  requestedOn: string;
  yes: boolean;
}

export function addPerson(program: Command, cli: Cli): void {
  const person = program.command('person').description('What is held about a candidate or a contact.');
  cli
    .command<ExportOptions>(
      person,
      'export <kind> <id>',
      'Writes everything held about somebody into a file, for them.',
      async ([kind, id], { firm, out }) => {
        const ref = personOf(kind, id);
        const document = await cli.withServices(async (services) => {
          const { id: firmId } = await services.get(FirmsRepository).find(firm);
          return services.get(ComplianceService).exportOf(systemActor(firmId), ref);
        });
        await fs.writeFile(out, `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
        cli.print({ person: ref, out }, [`Everything held about this ${ref.kind} is in ${out}.`]);
        return EXIT.done;
      },
    )
    .requiredOption('--out <file>', 'a file that does not exist yet')
    .option('--firm <name>', 'needed when there are several firms');

  cli
    .command<EraseOptions>(
      person,
      'erase <kind> <id>',
      'Erases somebody in every room. It cannot be undone.',
      async ([kind, id], { firm, reason, requestedOn, yes }) => {
        const ref = personOf(kind, id);
        if (!isReason(reason)) throw new WrongUsage(`The reason must be one of ${ERASURE_REASONS.join(', ')}.`);
        if (!yes) throw new WrongUsage('An erasure cannot be undone; confirm with --yes.');
        if (!isDay(requestedOn)) throw new WrongUsage('--requested-on must be a day, such as 2026-11-20.');
        const proof = await cli.withServices(async (services) => {
          const { id: firmId } = await services.get(FirmsRepository).find(firm);
          return services
            .get(ComplianceService)
            .erase(systemActor(firmId), { person: ref, reason, requestedOn, confirm: '' });
        });
        cli.print(proof, [`Erased. The proof is ${proof.id}: ${proof.total} records outside confidential searches.`]);
        return EXIT.done;
      },
    )
    .requiredOption('--reason <reason>', ERASURE_REASONS.join(', '))
    .requiredOption('--requested-on <day>', 'the day on which it was asked for')
    .requiredOption('--yes', 'because it cannot be undone')
    .option('--firm <name>', 'needed when there are several firms');

  cli
    .command<{ firm?: string }>(
      person,
      'erasures',
      'Lists the proofs of all erasures, the latest first; they name nobody.',
      async (_, { firm }) => {
        const proofs = await cli.withServices(async (services) => {
          const { id: firmId } = await services.get(FirmsRepository).find(firm);
          return proofsOf(services.get(ComplianceService), systemActor(firmId));
        });
        cli.print(proofs, proofs.length > 0 ? proofs.map(lineOf) : ['Nobody has been erased.']);
        return EXIT.done;
      },
    )
    .option('--firm <name>', 'needed when there are several firms');
}

/** All of them, the latest first, a page at a time. */
async function proofsOf(compliance: ComplianceService, actor: Actor): Promise<Erasure[]> {
  const proofs: Erasure[] = [];
  let after: string | null | undefined;
  do {
    const page: Page<Erasure> = await compliance.list(actor, after ? { after } : {});
    proofs.push(...page.items);
    after = page.next;
  } while (after);
  return proofs;
}

const lineOf = ({ id, at, person, reason, requestedOn, total }: Erasure): string =>
  `${at.toISOString()}  ${id}  ${person.kind.padEnd(9)} ${person.id}  ${reason.padEnd(13)} asked on ${requestedOn}, ${total} records`;

function personOf(kind: string | undefined, id: string | undefined): PersonRef {
  if (!isKind(kind)) throw new WrongUsage(`Say who it is: ${PERSON_KINDS.join(' or ')}, and the id.`);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')) throw new WrongUsage(`"${id}" is not an id.`);
  return { kind, id: id ?? '' };
}

const isKind = (kind: string | undefined): kind is PersonKind =>
  (PERSON_KINDS as readonly string[]).includes(kind ?? '');
const isReason = (reason: string): reason is ErasureReason => (ERASURE_REASONS as readonly string[]).includes(reason);
