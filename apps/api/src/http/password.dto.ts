import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

const [SHORTEST, LONGEST] = [12, 128];
const message = `$property must be ${SHORTEST} to ${LONGEST} characters long`;

/** A password that is being chosen. What else it must not be is the room's rule. */
export const NewPassword = ({ required = true } = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minLength: SHORTEST, maxLength: LONGEST, required }),
    IsString(),
    MinLength(SHORTEST, { message }),
    MaxLength(LONGEST, { message }),
  );
