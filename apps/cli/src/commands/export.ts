import fs from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CANDIDATE_SORTS, type CandidateFilter, LAYERS, SIGNALS } from '@app/candidates/candidates.types.js';
import { CLIENT_SORTS, type ClientFilter } from '@app/clients/clients.types.js';
import type { Actor } from '@app/identity/identity.types.js';
import { countryOf } from '@app/platform/values/country.js';
import { SEARCH_SORTS, type SearchFilter } from '@app/searches/searches.types.js';
import { SheetsService } from '@app/sheets/sheets.service.js';
import {
  type AskedSheet,
  CANDIDATE_COLUMNS,
  CLIENT_COLUMNS,
  SEARCH_COLUMNS,
  type SheetFile,
} from '@app/sheets/sheets.types.js';
import { HEALTHS, SEARCH_STATUSES } from '@app/vocabulary/vocabulary.types.js';
import type { Cli } from '../cli.js';
import { EXIT, Refused, WrongUsage } from '../outcome.js';
import { FIRM, inFirm, personOf } from '../people-of.js';

interface Options<Sort> extends AskedSheet {
  firm?: string;
  csv?: string;
  xlsx?: string;
  sort?: Sort;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Make<Asked> = (services: INestApplicationContext, actor: Actor, asked: Asked) => Promise<SheetFile>;

/** The lists of the screen as files, with their filters, as the system sees them. */
export function addExport(program: Command, cli: Cli): void {
  const lists = program.command('export').description('Lists as CSV files or workbooks.');
  const list = <Asked extends Options<unknown>>(name: string, what: string, make: Make<Asked>): Command =>
    cli
      .command<Asked>(lists, name, `Writes ${what} into a file.`, (_, asked) => written(cli, name, asked, make))
      .option('--csv <file>', 'a CSV file that does not exist yet')
      .option('--xlsx <file>', 'a workbook that does not exist yet')
      .option('--q <words>', 'each must begin a word of it')
      .option(...FIRM);
  candidates(list);
  searches(list);
  clients(list);
}

type List = <Asked extends Options<unknown>>(name: string, what: string, make: Make<Asked>) => Command;

const candidates = (list: List): Command =>
  list<Options<(typeof CANDIDATE_SORTS)[number]> & Omit<CandidateFilter, 'active'> & { active?: 'true' | 'false' }>(
    'candidates',
    'the candidates',
    (services, actor, { format, columns, sort, active, ...filter }) =>
      services
        .get(SheetsService)
        .candidateSheet(
          actor,
          { ...filter, ...(active ? { active: active === 'true' } : {}) },
          { format, columns, sort },
        ),
  )
    .option('--city <words>', 'each must begin a word of the city')
    .addOption(country())
    .addOption(oneOf('--layer <layer>', LAYERS))
    .addOption(oneOf('--signal <background>', SIGNALS))
    .addOption(oneOf('--active <yes>', ['true', 'false']))
    .addOption(oneOf('--sort <column>', CANDIDATE_SORTS))
    .addOption(someOf(CANDIDATE_COLUMNS));

const searches = (list: List): Command =>
  list<Options<(typeof SEARCH_SORTS)[number]> & Omit<SearchFilter, 'leadId'> & { lead?: string }>(
    'searches',
    'the searches, confidential ones too,',
    async (services, actor, { format, columns, sort, lead, ...filter }) => {
      const leads = lead ? { leadId: (await personOf(services, actor, lead)).id } : {};
      return services.get(SheetsService).searchSheet(actor, { ...filter, ...leads }, { format, columns, sort });
    },
  )
    .addOption(oneOf('--status <status>', SEARCH_STATUSES))
    .addOption(oneOf('--health <health>', HEALTHS))
    .option('--lead <address>', 'who leads them')
    .addOption(id('--client-id <id>', 'the client they are for'))
    .addOption(id('--office-id <id>', 'the office that runs them'))
    .option('--role-key <key>', 'the role they fill')
    .addOption(oneOf('--sort <column>', SEARCH_SORTS))
    .addOption(someOf(SEARCH_COLUMNS));

const clients = (list: List): Command =>
  list<Options<(typeof CLIENT_SORTS)[number]> & ClientFilter>(
    'clients',
    'the clients',
    (services, actor, { format, columns, sort, ...filter }) =>
      services.get(SheetsService).clientSheet(actor, filter, { format, columns, sort }),
  )
    .addOption(country())
    .option('--industry <words>', 'each must begin a word of the industry')
    .addOption(oneOf('--sort <column>', CLIENT_SORTS))
    .addOption(someOf(CLIENT_COLUMNS));

const oneOf = (flags: string, words: readonly string[]): Option => new Option(flags).choices(words);

const id = (flags: string, what: string): Option =>
  new Option(flags, what).argParser((text: string) => {
    if (!UUID.test(text)) throw new InvalidArgumentError('It is no id.');
    return text;
  });

const country = (): Option =>
  new Option('--country <code>', 'two letters, such as DE').argParser((text: string) => {
    const code = countryOf(text);
    if (!code) throw new InvalidArgumentError('It is no country.');
    return code;
  });

const someOf = (columns: readonly string[]): Option =>
  new Option('--columns <names>', `some of ${columns.join(', ')}, with dots between them`).argParser((text: string) => {
    const unknown = text.split('.').find((name) => !columns.includes(name));
    if (unknown !== undefined) throw new InvalidArgumentError(`There is no column ${unknown || 'without a name'}.`);
    return text;
  });

async function written<Asked extends Options<unknown>>(cli: Cli, name: string, options: Asked, make: Make<Asked>) {
  const { firm, csv, xlsx, ...rest } = options;
  const file = csv ?? xlsx;
  if (!file || (csv && xlsx)) throw new WrongUsage('Say where to: --csv <file> or --xlsx <file>.');
  const asked = { ...rest, format: csv ? 'csv' : 'xlsx' } as Asked;
  // taken before anything is read: what cannot be written is not exported, and not audited as if it were
  const handle = await fs.open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(error.code === 'EEXIST' ? `${file} exists already.` : `${file} cannot be written.`);
  });
  try {
    const { bytes, rows } = await inFirm(cli, firm, (services, actor) => make(services, actor, asked));
    await handle.writeFile(bytes);
    cli.print({ list: name, rows, file }, [`${rows} ${rows === 1 ? 'row' : 'rows'} in ${file}.`]);
    return EXIT.done;
  } catch (error) {
    await fs.rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}
