import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IdentityService } from '@app/identity/identity.service.js';
import type { IdentityErrorCode } from '@app/identity/identity.types.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { PUBLIC } from './public.decorator.js';
import type { ApiRequest } from './request.js';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const actor = await this.identity.actorOf(request.headers);
    if (!actor) throw new DomainError<IdentityErrorCode>('not_signed_in', 'Sign in to do this.');
    request.actor = actor;
    return true;
  }
}
