/** Subject: the run. */
export const IMPORT_STARTED = 'imports.import_started';
/** Subject: the run. Any clock of the firm may have changed. */
export const IMPORT_FINISHED = 'imports.import_finished';
