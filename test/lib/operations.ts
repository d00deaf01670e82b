interface Schema {
  $ref?: string;
  format?: string;
  items?: Schema;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
}
interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
}
interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

/** A way of asking the api for something, as openapi.json tells it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** `/api/searches/{id}` */
  readonly path: string;
  readonly described: Described;
  readonly schemas: Readonly<Record<string, Schema>>;
}

export function operationsOf({ paths, components }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...{ id: described.operationId, method: method.toUpperCase(), path, described },
      schemas: components.schemas,
    })),
  );
}

/** The places of ids in a request: `path.id`, `query.leadId`, `body.offers[].candidacyId`. */
export function idsOf({ described, schemas }: Operation): string[] {
  const walk = (schema: Schema | undefined, place: string, depth: number): string[] => {
    if (!schema || depth > 8) return [];
    const inside = [
      ...(schema.$ref ? walk(schemas[schema.$ref.split('/').at(-1) ?? ''], place, depth + 1) : []),
      ...(schema.allOf ?? []).flatMap((part) => walk(part, place, depth + 1)),
      ...walk(schema.items, `${place}[]`, depth + 1),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => walk(part, `${place}.${name}`, depth + 1)),
    ];
    return schema.format === 'uuid' && !schema.items ? [place, ...inside] : inside;
  };
  const parameters = (described.parameters ?? [])
    .filter(({ in: where }) => where !== 'header')
    .flatMap((one) => walk(one.schema, `${one.in}.${one.name}`, 0));
  const bodies = Object.values(described.requestBody?.content ?? {}).flatMap(({ schema }) => walk(schema, 'body', 0));
  return [...new Set([...parameters, ...bodies])];
}
