/** Kept although somebody with the same address, number or link is here already. */
export interface Anyway {
  force?: boolean;
}

export const forced = (force: boolean | undefined) => (force ? { force: 'true' as const } : {});
