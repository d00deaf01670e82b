/** What a command ends with, for whoever called it. */
export const EXIT = { done: 0, findings: 1, usage: 2, unreachable: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A refusal in one sentence; the command ends with status 1. */
export class Refused extends Error {}

/** The command was called wrongly; status 2. */
export class WrongUsage extends Error {}

/** The database does not answer; status 3. */
export class Unreachable extends Error {}
