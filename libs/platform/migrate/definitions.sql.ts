/** A view or a function as it is now. `migrate` makes all of them again when one of them has changed. */
export interface Definition {
  readonly kind: 'view' | 'function' | 'trigger function';
  readonly name: string;
  /** The statement that makes it. */
  readonly sql: string;
}

export const view = (name: string, query: string): Definition => ({
  kind: 'view',
  name,
  sql: `create view ${name} as ${query}`,
});

/** `rest`: everything behind the name, from the parameters on. */
export const func = (name: string, rest: string): Definition => ({
  kind: 'function',
  name,
  sql: `create function ${name}${rest}`,
});

/** A migration makes it and binds it to its trigger, so it is replaced and never dropped. `block`: from `declare` or `begin`. */
export const triggerFunction = (name: string, block: string): Definition => ({
  kind: 'trigger function',
  name,
  sql: `create or replace function ${name}() returns trigger language plpgsql as $fn$ ${block} $fn$`,
});
