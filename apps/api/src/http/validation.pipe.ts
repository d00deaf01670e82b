import { type ArgumentMetadata, type Type, type ValidationError, ValidationPipe } from '@nestjs/common';
import { ARRAY_MAX_SIZE, arrayMaxSize, getMetadataStorage, validateSync, type ValidatorOptions } from 'class-validator';
import type { FieldProblem } from './problem.dto.js';

/** More would help nobody. */
const MOST_NAMED = 50;

/** The shape of a request was refused; one sentence per field. */
export class InvalidRequest extends Error {
  readonly fields: FieldProblem[];
  /** How many there are besides. */
  readonly unnamed: number;

  constructor(fields: FieldProblem[]) {
    super('The request has invalid fields.');
    this.fields = fields.slice(0, MOST_NAMED);
    this.unnamed = fields.length - this.fields.length;
  }

  static of(field: string, message: string): InvalidRequest {
    return new InvalidRequest([{ field, message: sentence(message) }]);
  }
}

/** None of our rules waits for anything, so requests need not either. */
class SynchronousValidationPipe extends ValidationPipe {
  private readonly longest = new Map<Type, ReadonlyMap<string, number>>();

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    if (metatype && typeof value === 'object' && value !== null) this.measureLists(value, metatype);
    return super.transform(value, metadata) as Promise<unknown>;
  }

  /** Elements are made into objects before their number is looked at, so it is looked at here. */
  private measureLists(value: object, metatype: Type): void {
    const longest = this.longest.get(metatype) ?? longestLists(metatype);
    this.longest.set(metatype, longest);
    for (const [field, most] of longest) {
      const list = (value as Record<string, unknown>)[field];
      if (Array.isArray(list) && !arrayMaxSize(list, most)) {
        throw InvalidRequest.of(field, `${field} must contain no more than ${most} elements`);
      }
    }
  }

  protected override validate(input: object, options?: ValidatorOptions): ValidationError[] {
    return validateSync(input, options);
  }
}

export const validationPipe = (): ValidationPipe =>
  new SynchronousValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors: ValidationError[]) =>
      new InvalidRequest(errors.flatMap((error) => sentences(error, ''))),
  });

const longestLists = (metatype: Type): ReadonlyMap<string, number> =>
  new Map(
    getMetadataStorage()
      .getTargetValidationMetadatas(metatype, '', false, false)
      .filter(({ name }) => name === ARRAY_MAX_SIZE)
      .map(({ propertyName, constraints }) => [propertyName, Number(constraints?.[0])]),
  );

function sentences(error: ValidationError, parent: string): FieldProblem[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? `There is no field "${error.property}" here.` : sentence(message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => sentences(child, field))];
}

function sentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
