import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import {
  ArrayUnique,
  IsDate,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
} from 'class-validator';
import { isDay } from '@app/platform/time/local-date.js';
import { domainOf, emailOf, loginEmailOf, webAddressOf } from '@app/platform/values/addresses.js';
import { countryOf } from '@app/platform/values/country.js';
import { currencyOf } from '@app/platform/values/currency.js';
import { phoneOf } from '@app/platform/values/phone.js';
import { LOST, LOST_LETTER, seen } from '@app/platform/values/seen-text.js';
import { Wrong } from '@app/platform/values/wrong.js';

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

/** One line or more of text, without anything unseen around it. What Postgres cannot hold never comes as far as here. */
export function Text(max: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? seen(value) : value)),
    IsString(),
    MinLength(1, { message: '$property must not be empty' }),
    MaxLength(max),
    Readable(),
  );
}

/** As the import reads it: what is no letter of anything is no part of a text. */
const Readable = (): PropertyDecorator =>
  ValidateBy({
    name: 'readable',
    validator: {
      validate: (value) => typeof value !== 'string' || !value.includes(LOST_LETTER),
      defaultMessage: () => `$property ${LOST}`,
    },
  });

/** A list that names nothing twice. */
export const EachOnce = (): PropertyDecorator => ArrayUnique({ message: '$property must not name anything twice' });

/** The version of a record that was read: as large as its column is. 0 where nothing was kept before. */
export const Version = (): PropertyDecorator => applyDecorators(IsInt(), Min(0), Max(2 ** 31 - 1));

type Judge = (text: string) => string | Wrong;

/** A value that is kept as its judge writes it; the same judge reads it from an import and from the command line. */
function judged(name: string, judge: Judge): PropertyDecorator {
  const kept = (value: unknown): string | Wrong => (typeof value === 'string' ? judge(value) : judge(''));
  return applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => {
      const read = kept(value);
      return read instanceof Wrong ? value : read;
    }),
    ValidateBy({
      name,
      validator: {
        validate: (value) => typeof value === 'string' && !(kept(value) instanceof Wrong),
        defaultMessage: ({ value }: ValidationArguments = {} as ValidationArguments) => {
          const read = kept(value);
          return `$property ${read instanceof Wrong ? read.sentence : 'must be a text'}`;
        },
      },
    }),
  );
}

/** An address that any mail server takes. */
export const Email = (): PropertyDecorator => judged('isEmailAddress', emailOf);

/** An address to sign in with. */
export const LoginEmail = (): PropertyDecorator => judged('isEmailAddress', loginEmailOf);

export const Phone = (): PropertyDecorator => judged('isPhone', phoneOf);

export const WebAddress = (): PropertyDecorator => judged('isWebAddress', webAddressOf);

export const Domain = (): PropertyDecorator => judged('isDomain', domainOf);

export const Country = (): PropertyDecorator =>
  judged('isCountry', (text) => countryOf(text) ?? new Wrong('must be a country code of two letters, such as DE'));

export const Currency = (): PropertyDecorator => judged('isCurrency', currencyOf);

/** A day without a time, `YYYY-MM-DD`, that exists in the calendar. */
export function Day(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: TransformFnParams): unknown =>
      (typeof value === 'string' && isDay(value)) || isBlank(value) ? value : notADay(value),
    ),
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

const isBlank = (value: unknown): boolean => typeof value === 'string' && seen(value) === '';

/** Keeps what was sent from looking like a day. */
const notADay = (value: unknown): unknown => (typeof value === 'string' ? `not a day: ${value}` : value);

function isMoment(value: unknown): value is string {
  const day = typeof value === 'string' ? MOMENT.exec(value)?.[1] : undefined;
  return day !== undefined && isDay(day);
}
