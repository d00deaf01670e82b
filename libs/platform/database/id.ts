import { v7 } from 'uuid';

/** UUID v7: sortable by time of making, made here so that any Postgres from 15 on will do. */
export const newId = (): string => v7();
