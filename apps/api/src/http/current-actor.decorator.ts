import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@app/identity/identity.types.js';
import type { ApiRequest } from './request.js';

/** The signed-in user; on a public route there may be none, so do not ask there. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined => context.switchToHttp().getRequest<ApiRequest>().actor,
);
