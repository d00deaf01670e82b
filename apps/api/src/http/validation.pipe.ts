import { type ArgumentMetadata, type Type, type ValidationError, ValidationPipe } from '@nestjs/common';
import {
  ARRAY_MAX_SIZE,
  arrayMaxSize,
  getMetadataStorage,
  validateSync,
  ValidationTypes,
  type ValidatorOptions,
} from 'class-validator';
import { fieldName, inItsName } from './field-names.js';
import type { FieldProblem } from './problem.dto.js';

/** More would help nobody: faults, and characters of a name that somebody made up. */
const MOST_NAMED = 50;
const LONGEST_NAME = 200;
const LONGEST_SENTENCE = 500;

/** The shape of a request was refused; one sentence per field. */
export class InvalidRequest extends Error {
  readonly fields: FieldProblem[];
  /** How many there are besides. */
  readonly unnamed: number;

  constructor(fields: FieldProblem[]) {
    super('The request has invalid fields.');
    this.fields = fields
      .slice(0, MOST_NAMED)
      .map(({ field, message }) => ({ field: cut(field, LONGEST_NAME), message: cut(message, LONGEST_SENTENCE) }));
    this.unnamed = fields.length - this.fields.length;
  }

  /** `fault` follows the name that the screen gives the field. */
  static of(field: string, fault: string): InvalidRequest {
    return new InvalidRequest([{ field, message: sentence(`${fieldName(field)} ${fault}`) }]);
  }
}

/** What is asked of a value before anything is made of it. */
interface Shape {
  /** Of lists: by field, how long they may be. */
  readonly longest: ReadonlyMap<string, number>;
  /** Fields that hold an object, or a list of them where `each` is true. */
  readonly nested: ReadonlyMap<string, { readonly each: boolean }>;
}

/** None of our rules waits for anything, so requests need not either. */
class SynchronousValidationPipe extends ValidationPipe {
  private readonly shapes = new Map<Type, Shape>();

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    if (metatype && typeof value === 'object' && value !== null) {
      const shape = this.shapes.get(metatype) ?? shapeOf(metatype);
      this.shapes.set(metatype, shape);
      measureLists(value, shape);
      refuseListsForObjects(value, shape);
    }
    return super.transform(value, metadata) as Promise<unknown>;
  }

  protected override validate(input: object, options?: ValidatorOptions): ValidationError[] {
    return validateSync(input, options);
  }
}

rememberRules();

export const validationPipe = (): ValidationPipe =>
  new SynchronousValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors: ValidationError[]) =>
      new InvalidRequest(errors.flatMap((error) => sentences(error, ''))),
  });

/**
 * Which rules hold for a class does not change once it is there, but with every value the library goes through those of
 * all classes to see what is inherited: what it found is kept.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
    if (schema || always || strict || groups?.length) return find(target, schema, always, strict, groups);
    const rules = known.get(target) ?? find(target, schema, always, strict, groups);
    known.set(target, rules);
    return rules;
  };
}

function shapeOf(metatype: Type): Shape {
  const rules = getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
  const longest = rules.filter(({ name }) => name === ARRAY_MAX_SIZE);
  const nested = rules.filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
  return {
    longest: new Map(longest.map(({ propertyName, constraints }) => [propertyName, Number(constraints?.[0])])),
    nested: new Map(nested.map(({ propertyName, each }) => [propertyName, { each }])),
  };
}

/** Elements are made into objects before their number is looked at, so it is looked at here. */
function measureLists(value: object, { longest }: Shape): void {
  for (const [field, most] of longest) {
    const list = (value as Record<string, unknown>)[field];
    if (Array.isArray(list) && !arrayMaxSize(list, most)) {
      throw InvalidRequest.of(field, `must contain no more than ${most} elements`);
    }
  }
}

/** class-validator looks at what is in a list, also where a list itself is no answer: an empty one passes for an object. */
function refuseListsForObjects(value: object, { nested }: Shape): void {
  for (const [field, { each }] of nested) {
    const given = (value as Record<string, unknown>)[field];
    if (!Array.isArray(given)) continue;
    if (!each) throw InvalidRequest.of(field, 'must be an object');
    const index = given.findIndex((element) => Array.isArray(element));
    if (index >= 0) throw InvalidRequest.of(`${field}.${index}`, 'must be a list of objects, not of lists');
  }
}

function sentences(error: ValidationError, parent: string): FieldProblem[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message:
      rule === 'whitelistValidation'
        ? `There is no field "${cut(error.property, 100)}" here.`
        : sentence(inItsName(message, field)),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => sentences(child, field))];
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;

function sentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
