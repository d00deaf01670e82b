import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { ImportSource } from '@app/merges/importer.service.js';
import { ImportsService } from '@app/imports/imports.service.js';
import {
  IMPORT_FILES,
  type ImportFileName,
  type ImportProgress,
  importFileOf,
  type Refusal,
  refusedRowsOf,
} from '@app/import-files/import-files.types.js';
import { RefusedRowsFiles } from '@app/import-files/refused-rows-file.js';
import type { Cli } from '../cli.js';
import { EXIT, type Exit, Refused, WrongUsage } from '../outcome.js';

interface Options {
  firm: string;
  check?: boolean;
  simulated?: boolean;
  result?: string;
  json?: boolean;
}

/** Somebody may have meant it. */
const LOOKS_LIKE_CSV = /\.(csv|tsv|csv\.txt|xlsx?)$/i;
const RESULT_FILES = new Set(['refused.csv', ...IMPORT_FILES.map(refusedRowsOf)]);
const READ_BYTES = 256 * 1024;
const LISTED_REFUSALS = 1_000;
const PRINTED_REFUSALS = 20;

export function addImport(program: Command, cli: Cli): void {
  cli
    .command<Options>(
      program,
      'import <folder>',
      "Brings a firm's history in from a folder of CSV files.",
      ([folder = ''], options) => importFolder(cli, folder, options),
    )
    .requiredOption('--firm <name>', 'the firm to import into; created if there is none with that name')
    .option('--check', 'change nothing, only say what would be refused')
    .option('--simulated', 'mark a new firm as simulated')
    .option(
      '--result <file>',
      'where refused rows are written, by file where there are several (default: <folder>/refused.csv)',
    );
}

async function importFolder(cli: Cli, folder: string, options: Options): Promise<Exit> {
  if (options.firm.trim() === '' || options.firm.length > 200)
    throw new WrongUsage('The name of the firm must have 1 to 200 characters.');
  const { source, notices } = lookInto(folder);
  const result = new RefusedRowsFiles(path.resolve(options.result ?? path.join(folder, 'refused.csv')));
  const listed: Refusal[] = [];
  const began = performance.now();
  const progress = await cli.withServices((services) =>
    services.get(ImportsService).importFolder({
      ...{
        firmName: options.firm.trim(),
        simulated: options.simulated === true,
        checkOnly: options.check === true,
        source,
      },
      listener: {
        began: async () => undefined,
        refused: async (refusals, file, shape) => {
          listed.push(...refusals.slice(0, LISTED_REFUSALS - listed.length));
          await result.write(file, refusals, shape);
        },
        progressed: (now) => cli.tell(`\r${lineOf(now)}`),
      },
    }),
  );
  const resultFiles = await result.close();
  cli.tell('\r\u001b[K');
  const seconds = (performance.now() - began) / 1000;
  report(cli, {
    options,
    progress: { ...progress, notices: [...notices, ...progress.notices] },
    listed,
    resultFiles,
    seconds,
  });
  return progress.files.some(({ refused }) => refused > 0) ? EXIT.findings : EXIT.done;
}

function lookInto(folder: string): { source: ImportSource; notices: string[] } {
  let present: string[];
  try {
    present = fs.readdirSync(folder);
  } catch (error) {
    throw new WrongUsage(`Cannot read the folder ${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const files = new Map<ImportFileName, string>();
  const passedOver: string[] = [];
  // one that is written as it is named here comes before the same in capitals
  for (const found of present.sort((a, b) => Number(importFileOf(b) === b) - Number(importFileOf(a) === a))) {
    const name = importFileOf(found);
    if (name && !files.has(name)) files.set(name, found);
    else if (LOOKS_LIKE_CSV.test(found) && !RESULT_FILES.has(found)) passedOver.push(found);
  }
  if (files.size === 0)
    throw new Refused(`The folder ${folder} has none of the files of an import: ${IMPORT_FILES.join(', ')}.`);
  return {
    source: {
      names: new Set(IMPORT_FILES.filter((name) => files.has(name))),
      open: (name: ImportFileName, start) =>
        fs.createReadStream(path.join(folder, files.get(name) ?? name), { start, highWaterMark: READ_BYTES }),
    },
    notices: passedOver.map((name) => `${name} is not an import file and was ignored`),
  };
}

interface Outcome {
  options: Options;
  progress: ImportProgress;
  listed: readonly Refusal[];
  resultFiles: readonly string[];
  seconds: number;
}

function report(cli: Cli, { options, progress, listed, resultFiles, seconds }: Outcome): void {
  const files = progress.files.map(({ name, rows, kept, refused }) => ({ file: name, rows, kept, refused }));
  const sum = (count: 'rows' | 'kept' | 'refused') => files.reduce((total, file) => total + file[count], 0);
  const total = { rows: sum('rows'), kept: sum('kept'), refused: sum('refused') };
  const refusals = listed.map(({ file, row, column, sentence }) => ({ file, row, column, sentence }));
  const document = {
    ...{ firm: options.firm.trim(), check: options.check === true, ...total, files, refusals },
    ...{ notices: progress.notices, result_file: resultFiles[0] ?? null, result_files: resultFiles },
    seconds: Math.round(seconds * 100) / 100,
  };
  const more = total.refused - Math.min(refusals.length, PRINTED_REFUSALS);
  cli.print(document, [
    ...[...files, { file: 'total', ...total }].map(tableLine),
    ...progress.notices,
    ...refusals.slice(0, PRINTED_REFUSALS).map(({ file, row, sentence }) => `${file} row ${row}: ${sentence}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...resultFiles.map((file) => `Refused rows, to correct and send again: ${file}`),
    ...(options.check ? ['Checked only; nothing was changed.'] : []),
  ]);
}

const tableLine = ({
  file,
  rows,
  kept,
  refused,
}: {
  file: string;
  rows: number;
  kept: number;
  refused: number;
}): string =>
  `${file.padEnd(18)} ${String(rows).padStart(9)} read ${String(kept).padStart(9)} kept ${String(refused).padStart(9)} refused`;

function lineOf({ files }: ImportProgress): string {
  const file = files.find(({ state }) => state === 'running');
  return file ? `${file.name}: ${file.rows} rows read, ${file.refused} refused\u001b[K` : 'reading the clocks\u001b[K';
}
