import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { TakesPublicBody } from './limits.js';

export const PUBLIC = 'public';
/** Marks the operation in the API document. */
export const PUBLIC_EXTENSION = 'x-public';

/** Open without a session, and takes small bodies only. Everything else needs one. */
export const Public = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(PUBLIC_EXTENSION, true), TakesPublicBody);
