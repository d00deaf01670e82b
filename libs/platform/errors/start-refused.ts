/** Why a process does not start, in sentences for the operator: one for each thing that is wrong. No stack trace helps. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(readonly sentences: readonly string[]) {
    super(
      sentences.length === 1
        ? `Searchlight cannot start: ${sentences[0]}`
        : `Searchlight cannot start:\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}`,
    );
  }
}
