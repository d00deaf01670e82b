import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { ErrorCode } from './problems.js';

/** Where an operation's own refusals wait until the document lists them with those of its shape. */
export const REFUSALS = 'x-refusals';

export interface Says {
  /** What it does, as an order: "Move a candidacy". */
  readonly summary: string;
  /** Who may, what else happens, what is worth knowing; one to three sentences. */
  readonly description: string;
  /** What the room refuses. What follows from the shape of a request is added by itself (`openapi-refusals.ts`). */
  readonly refusals?: readonly ErrorCode[];
}

/** What is said of the operations of a controller, by the name of the method. */
export type Docs = Readonly<Record<string, Says>>;

/** Says of every operation of a controller what stands in the file beside it. One left out does not compile. */
export function Documented<Controller>(docs: { readonly [Method in keyof Controller]: Says }) {
  return ({ prototype }: { prototype: Controller }): void => {
    for (const [name, { summary, description, refusals = [] }] of Object.entries(docs) as [string, Says][]) {
      const method = Object.getOwnPropertyDescriptor(prototype, name);
      if (!method) throw new Error(`There is no operation ${name} to say anything of.`);
      ApiOperation({ summary, description })(prototype as object, name, method);
      ApiExtension(REFUSALS, refusals)(prototype as object, name, method);
    }
  };
}
