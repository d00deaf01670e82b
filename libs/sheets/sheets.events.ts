/** Somebody took a list out of the system; recorded and told to nobody. */
export const LIST_EXPORTED = 'sheets.list_exported';
