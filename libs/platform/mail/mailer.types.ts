export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  /** Travels and is logged in the clear on its way: no candidate, client or search name. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface OwedMail extends Mail {
  /** The same for every attempt, `<id@host>`. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DeliveryGate {
  /** Runs when the server is ready for the body (354). If it fails, no byte of the body leaves. */
  readonly beforeData: () => Promise<void>;
}

/** What is known of one attempt. Only `unknown` may have arrived without anybody being able to tell. */
export type DeliveryResult =
  | { readonly kind: 'accepted'; readonly response: string }
  /** The server said no to this mail for good. */
  | { readonly kind: 'refused'; readonly response: string }
  /** The server said "not now" to this mail. */
  | { readonly kind: 'deferred'; readonly response: string }
  /** The mail never reached the point of being handed over. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** The body was on its way when the answer was lost. */
  | { readonly kind: 'unknown'; readonly reason: string };
