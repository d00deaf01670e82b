import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { EXAMPLES } from './http/example-values.js';
import { BEFORE_ANY } from './http/problem-meanings.js';
import { problems } from './http/problems.js';

interface Media {
  schema?: { $ref?: string };
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}
interface Body {
  $ref?: string;
  description?: string;
  content?: Record<string, Media>;
}
interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  requestBody?: Body;
  responses: Record<string, Body>;
}
interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: {
    examples: Record<string, { value: unknown }>;
    responses: Record<string, Body>;
  };
}

const document = JSON.parse(fs.readFileSync('openapi.json', 'utf8')) as ApiDocument;
const { components } = document;
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
const named = operations.map((operation) => [operation.operationId, operation] as const);
const nameIn = (ref: string): string => ref.split('/').at(-1) ?? '';

/** What is sent and what is answered where nothing is refused. */
const bodiesOf = ({ requestBody, responses }: Operation): Media[] =>
  [requestBody, ...Object.entries(responses).flatMap(([status, one]) => (status < '300' ? [one] : []))].flatMap(
    (body) => Object.values(body?.content ?? {}),
  );

const refusalsOf = ({ responses }: Operation): [string, Body][] =>
  Object.entries(responses).flatMap(([status, { $ref }]) =>
    /^[45]/.test(status) ? [[status, components.responses[nameIn($ref ?? '')] ?? {}] as [string, Body]] : [],
  );

describe('the API document says of', () => {
  it.each(named)('%s in a few words what it does', (_, { summary = '', description = '' }) => {
    // an order, without a full stop: "Move a candidacy"
    expect(summary).toMatch(/^[A-Z][^.]{3,60}$/);
    expect(summary.split(' ')[0]).not.toMatch(/s$/);
    expect(description).toMatch(/^[A-Z`].{20,}\.$/);
    expect(description.split(/[.!?]\s/).length).toBeLessThanOrEqual(3);
  });

  it.each(named)('%s what its body and its answer look like', (_, operation) => {
    const without = bodiesOf(operation).filter(({ example, examples = {} }) => {
      const shown = Object.values(examples).map(({ $ref }) => components.examples[nameIn($ref)]);
      return example === undefined && !shown.some((one) => one?.value !== undefined);
    });

    expect(without).toEqual([]);
  });

  it.each(named)('%s every refusal, with status, code and meaning', (_, operation) => {
    const refusals = refusalsOf(operation);

    expect(refusals.length).toBeGreaterThanOrEqual(3);
    for (const [status, { description = '', content = {} }] of refusals) {
      const codes = Object.keys(content['application/problem+json']?.examples ?? {});
      expect(codes).not.toEqual([]);
      expect(codes.map((code) => problems[code as keyof typeof problems].status)).toEqual(codes.map(() => +status));
      for (const code of codes) expect(description).toMatch(new RegExp(`^- \`${code}\`: [A-Z\`].+\\.$`, 'm'));
    }
  });
});

it('every refusal there is belongs to an operation, unless it comes before any', () => {
  const documented = new Set(
    operations.flatMap((operation) =>
      refusalsOf(operation).flatMap(([, { content = {} }]) =>
        Object.keys(content['application/problem+json']?.examples ?? {}),
      ),
    ),
  );

  expect(Object.keys(problems).filter((code) => !documented.has(code))).toEqual(BEFORE_ANY);
});

it('an example has the whole numbers of the table, and not the least there are', () => {
  expect(components.examples['CardDto']?.value).toMatchObject({ daysInStage: EXAMPLES['daysInStage'] });
});

describe('an example in the API document is what the document asks for:', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components });
  const shapes = Object.keys(components.examples).filter((name) => !Object.hasOwn(problems, name));

  it.each(shapes)('%s', (name) => {
    const validate = ajv.compile({ $ref: `document#/components/schemas/${name}` });

    validate(components.examples[name]?.value);

    expect(validate.errors ?? []).toEqual([]);
  });
});
