/** How much went to somebody else, hidden searches included. For the audit alone. */
export interface HandedOver {
  readonly searches: number;
  readonly tasks: number;
  readonly flags: number;
  readonly deputyFor: number;
}
