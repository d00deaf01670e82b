import type { Docs } from '../http/documented.js';

export const importsDocs = {
  start: {
    summary: 'Start an import',
    description:
      'Takes CSV files in and answers at once; a worker reads them, so ask for the run to see how far it is. With `check=true` nothing is kept. For partners and admins.',
    refusals: [
      'broken_form',
      'import_file_too_large',
      'import_file_twice',
      'import_without_files',
      'not_allowed',
      'too_many_imports',
      'unknown_import_file',
    ],
  },
  list: {
    summary: 'List imports',
    description: 'Every import of the firm, latest first. For partners and admins.',
    refusals: ['not_allowed'],
  },
  find: {
    summary: 'Show an import',
    description: 'How far it is, file by file, with the first refused rows and why. For partners and admins.',
    refusals: ['import_not_found', 'not_allowed'],
  },
  cancel: {
    summary: 'Cancel an import',
    description:
      'One that waits never starts. One that runs stops: files that are done stay, and nothing is kept of the others. For partners and admins.',
    refusals: ['import_ended', 'import_not_found', 'import_running', 'not_allowed'],
  },
  refusals: {
    summary: 'Download the refused rows',
    description:
      'The refused rows of a file as CSV, written as the file came: its header, separator, encoding and line ends, with why each row was refused in front. Corrected, it is sent again as it is. For partners and admins.',
    refusals: ['import_not_found', 'not_allowed', 'unknown_import_file'],
  },
} satisfies Docs;
