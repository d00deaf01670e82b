import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsDate, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { dayOf } from '@app/platform/time/local-date.js';

const MOMENT =
  /^((?:19|20)\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** May be left out; null is not meant. `@IsOptional()` alone would let null through. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** May be left out or left empty. */
export const Filter = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (isBlank(value) ? undefined : value)),
    Optional(),
  );

/** May be left out (stays as it is) or null (is cleared). An empty text clears too. */
export const Clearable = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (isBlank(value) ? null : value)),
    ValidateIf((_, value) => value !== undefined && value !== null),
  );

/** One line or more of text, without blanks around it. What Postgres cannot hold never comes as far as here. */
export function Text(max: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    MinLength(1, { message: '$property must not be empty' }),
    MaxLength(max),
  );
}

/** The version of a record that was read: as large as its column is. 0 where nothing was kept before. */
export const Version = (): PropertyDecorator => applyDecorators(IsInt(), Min(0), Max(2 ** 31 - 1));

/** A day without a time, `YYYY-MM-DD`, that exists in the calendar. */
export function Day(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (isDay(value) || isBlank(value) ? value : notADay(value))),
    Matches(/^(19|20)\d{2}-\d{2}-\d{2}$/, { message: '$property must be a valid date, such as 2026-11-21' }),
  );
}

/** A moment with its offset, as ISO 8601; handed on as a Date. */
export function Moment(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (isMoment(value) ? new Date(value) : value)),
    IsDate({ message: '$property must be a valid date and time, such as 2026-11-21T09:30:00+01:00' }),
  );
}

/** How a field that may be null is described; the generated client depends on it. */
export const Nullable = (options: ApiPropertyOptions): PropertyDecorator =>
  ApiProperty({ ...options, nullable: true } as ApiPropertyOptions);

export const OptionalNullable = (options: ApiPropertyOptions): PropertyDecorator =>
  ApiPropertyOptional({ ...options, nullable: true } as ApiPropertyOptions);

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return Number.isInteger(dayOf(value));
  } catch {
    return false;
  }
}

/** Keeps what was sent from looking like a day. */
const notADay = (value: unknown): unknown => (typeof value === 'string' ? `not a day: ${value}` : value);

function isMoment(value: unknown): value is string {
  const day = typeof value === 'string' ? MOMENT.exec(value)?.[1] : undefined;
  return isDay(day);
}
