/**
 * A refusal in the firm's words. Rooms throw it with a code of their own closed list; the door maps the code to a status.
 * The sentence says what is wrong and what to do, and may be shown as it is.
 */
export class DomainError<Code extends string = string> extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: Code,
    sentence: string,
    /** Extra members of the problem body, for example the current record of a stale write. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(sentence);
  }
}
