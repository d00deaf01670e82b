import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { validateSync, type ValidatorOptions } from 'class-validator';
import type { FieldProblem } from './problem.dto.js';

/** The shape of a request was refused; one sentence per field. */
export class InvalidRequest extends Error {
  constructor(readonly fields: FieldProblem[]) {
    super('The request has invalid fields.');
  }
}

/** None of our rules waits for anything, so requests need not either. */
class SynchronousValidationPipe extends ValidationPipe {
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
