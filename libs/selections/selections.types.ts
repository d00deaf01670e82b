/** More than that are not acted on at once. */
export const MOST_SELECTED = 1_000;

/** What an act needs to know of a row. */
export interface Selected {
  id: string;
  name: string;
  version: number;
}

/** `more`: these are the first of the list, and others match too. */
export interface Selection {
  items: Selected[];
  more: boolean;
}
