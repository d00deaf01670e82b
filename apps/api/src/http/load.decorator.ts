import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const LOAD = 'load';

/** What one request of a route asks of the database; see FirmGate. */
export interface Load {
  /** how many connections it uses at the same time */
  readonly connections: number;
  /** so many of a kind, and whoever comes meanwhile is refused instead of kept waiting */
  readonly atMost?: AtMost;
}

export interface AtMost {
  readonly kind: string;
  readonly perFirm: number;
  readonly inAll: number;
  /** why it is refused */
  readonly sentence: string;
}

export const ORDINARY: Load = { connections: 1 };
/** Asks side by side for what stands on one page. */
export const SIDE_BY_SIDE: Load = { connections: 3 };

/** Works out what was at an earlier moment: three questions side by side that may take seconds each. */
export const PAST: Load = {
  connections: 3,
  atMost: {
    kind: 'as-of',
    perFirm: 1,
    inAll: 2,
    sentence: 'Other requests about the past are being answered. Try again in a few seconds.',
  },
};

/** Reads a whole list at once, and makes a file of it. */
export const WHOLE_LIST: Load = {
  connections: 1,
  atMost: {
    kind: 'whole-list',
    perFirm: 2,
    inAll: 4,
    sentence: 'Other lists are being exported. Try again in a few seconds.',
  },
};

/** For a route that asks more of the database than one question after the other. */
export const Loads = (load: Load): CustomDecorator => SetMetadata(LOAD, load);
