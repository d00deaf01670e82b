import { RouteConfig } from '@nestjs/platform-fastify';

const KIB = 1024;

/** How much of a JSON body an address takes; what is more is refused before anything looks at the fields. */
export interface BodyLimits {
  bytes: number;
  /** Keys and elements, all of them counted. */
  values: number;
  /** Elements of any one list. */
  list: number;
}

/** Of everything that does not say otherwise: the longest note in any script, and lists of a few hundred. */
export const ORDINARY_BODY: Readonly<BodyLimits> = { bytes: 64 * KIB, values: 2_000, list: 500 };
/** Of what is open without a session. */
export const PUBLIC_BODY: Readonly<BodyLimits> = { bytes: 16 * KIB, values: 100, list: 50 };
export const DEEPEST_BODY = 12;
export const MOST_PARAMETERS = 50;
export const LONGEST_ADDRESS = 8 * KIB;

const declared = new WeakSet<object>();

/** For a route that takes more, or other, than the ordinary body. */
export const TakesBody = (limits: Partial<BodyLimits>, rest: Readonly<BodyLimits> = ORDINARY_BODY): MethodDecorator =>
  limited({ ...rest, ...limits });

/** A class or a method that takes no more than a caller without a session may send, unless `TakesBody` says so. */
export const TakesPublicBody: ClassDecorator & MethodDecorator = (
  target: object,
  key?: string | symbol,
  descriptor?: PropertyDescriptor,
): void => {
  if (key !== undefined && descriptor) {
    if (!declared.has(descriptor.value as object)) limited(PUBLIC_BODY)(target, key, descriptor);
    return;
  }
  const { prototype } = target as { prototype: object };
  for (const [name, method] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name !== 'constructor') TakesPublicBody(prototype, name, method);
  }
};

function limited(limits: BodyLimits): MethodDecorator {
  return (target, key, descriptor) => {
    declared.add(descriptor.value as object);
    RouteConfig({ body: limits })(target, key, descriptor);
  };
}

/** What Fastify hands back of a route's settings. */
export const limitsOf = (config: unknown): Readonly<BodyLimits> =>
  (config as { body?: BodyLimits } | undefined)?.body ?? ORDINARY_BODY;
