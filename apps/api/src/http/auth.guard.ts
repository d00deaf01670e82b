import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { IdentityService } from '@app/identity/identity.service.js';
import type { Actor, IdentityErrorCode } from '@app/identity/identity.types.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { FirmGate, takePlace } from './firm-gate.js';
import { LOAD, type Load, ORDINARY } from './load.decorator.js';
import { PUBLIC } from './public.decorator.js';
import type { ApiRequest } from './request.js';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
    private readonly gate: FirmGate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const actor = await this.identity.actorOf(request.headers);
    if (!actor) throw new DomainError<IdentityErrorCode>('not_signed_in', 'Sign in to do this.');
    demandSame(request, actor);
    request.actor = actor;
    const place = { firmId: actor.firmId, load: this.loadOf(context) };
    await takePlace(this.gate, request, http.getResponse<FastifyReply>(), place);
    return true;
  }

  private loadOf(context: ExecutionContext): Load {
    return this.reflector.get<Load | undefined>(LOAD, context.getHandler()) ?? ORDINARY;
  }
}

/** What a page shows of one firm is not written into another, nor what one person began by the next. */
function demandSame({ headers }: ApiRequest, { userId }: Actor): void {
  const expected = headers['acting-as'];
  if (expected === undefined || expected === userId) return;
  const sentence = 'You are somebody else by now, or in another firm. Nothing was changed. Load the page again.';
  throw new DomainError<IdentityErrorCode>('acting_as_another', sentence);
}
