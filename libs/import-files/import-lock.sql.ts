/** What an import of a firm takes alone while it reads, and what keeps imports away takes with others. */
export const IMPORT_LOCK = `hashtextextended('imports:' || $1::text, 0)`;
