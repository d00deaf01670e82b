import { Logger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Config } from '@app/platform/config/config.js';
import { allowedOrigins } from '@app/platform/config/origins.js';
import { newId } from '@app/platform/database/id.js';
import { refuseConnection } from './client-errors.js';
import { measureAddress, takeJsonBodies } from './json-body.js';
import { LONGEST_ADDRESS, ORDINARY_BODY } from './limits.js';
import type { Problem } from './problem.dto.js';
import { FirmGate } from './firm-gate.js';
import { problemFor, problemOf, sendProblem } from './problem.filter.js';
import type { ApiRequest } from './request.js';
import { securityHeaders } from './security-headers.js';
import { endSlowBodies } from './slow-bodies.js';

/** The head of a request is here within this, or its connection is closed; looked at every few seconds. */
const HEADERS_MS = 20_000;
const CHECK_MS = 5_000;
const FORM = 'application/x-www-form-urlencoded';
const ONE_CLICK = '/unsubscribe';
const ONE_CLICK_LIMIT = 4_096;
/** Whatever is not the API's is the web app's. */
export const WEB_ROUTE = '/*';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function createAdapter(config: Pick<Config, 'TRUST_PROXY' | 'PUBLIC_URL'>): FastifyAdapter {
  const headers = securityHeaders(config.PUBLIC_URL);
  return new FastifyAdapter({
    // Node would refuse what names no host without a word; the door says why
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECK_MS, requireHostHeader: false },
    // of bodies, endSlowBodies knows more than one number for all
    requestTimeout: 0,
    clientErrorHandler: refuseConnection(headers),
    bodyLimit: ORDINARY_BODY.bytes,
    trustProxy: config.TRUST_PROXY ? config.TRUST_PROXY.split(',').map((address) => address.trim()) : false,
    // an id of ours, so that a caller cannot choose what is written to the log
    requestIdHeader: false,
    genReqId: () => newId(),
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply.headers(headers), problemOf(error)),
  });
}

/** What happens to every request before and after its route, whatever the route. */
export async function furnishDoor(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  takeJsonBodies(fastify);
  endSlowBodies(fastify);
  // what a mail program's one click sends says nothing that its address does not say; nobody else sends forms
  fastify.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: ONE_CLICK_LIMIT }, (request, _body, done) =>
    request.routeOptions.url === ONE_CLICK ? done(null) : done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(FORM)),
  );
  // an expectation that means nothing to us is no reason to refuse what is asked
  fastify.server.on('checkExpectation', (request, response) => void fastify.server.emit('request', request, response));
  const headers = securityHeaders(config.PUBLIC_URL);
  const origins = allowedOrigins(config.PUBLIC_URL);
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    // the web app's files say otherwise; an address can be written in more ways than one, so none is looked at here
    reply.headers(headers).header('x-request-id', request.id).header('cache-control', 'no-store');
    const refusal = comesFromElsewhere(request, origins)
      ? problemFor('cross_origin', `Changes are accepted from ${config.PUBLIC_URL} only.`)
      : addressRefusal(request);
    if (refusal) sendProblem(reply, refusal);
    else done();
  });
  const gate = app.get(FirmGate);
  // when the answer is made and not when it has been read: a caller that went away does not free what is still at work
  fastify.addHook('onSend', (request: ApiRequest, _reply: FastifyReply, _payload: unknown, done: () => void) => {
    const { place } = request;
    request.place = undefined;
    if (place && request.actor) gate.leave(request.actor.firmId, place);
    done();
  });
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request: ApiRequest, reply: FastifyReply, done: () => void) => {
    logger.log({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId: request.id,
      actorId: request.actor?.userId,
    });
    done();
  });
}

function addressRefusal(request: FastifyRequest): Problem | null {
  if (hostsOf(request) !== 1 && request.raw.httpVersion !== '1.0') {
    return problemFor('bad_request', 'The request must name one host, in one Host header.');
  }
  if (request.url.length > LONGEST_ADDRESS) return problemFor('address_too_long', 'The address is too long.');
  const error = isPage(request) ? null : measureAddress(request);
  return error && problemOf(error);
}

/** A page of the web app, which is one file and reads its address itself: it says better than we what is wrong with it. */
const isPage = ({ url, routeOptions, headers }: FastifyRequest): boolean =>
  routeOptions.url === WEB_ROUTE && !isOurs(url) && headers.accept?.includes('text/html') === true;

/** Two would be two addresses, of which a proxy may have looked at the other one. */
const hostsOf = ({ raw }: FastifyRequest): number =>
  raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host').length;

/** Belongs to the API or to the operator, so never to the web app. */
export const isOurs = (url: string): boolean => /^\/(api|health)([/?]|$)/.test(url);

/**
 * A browser sends cookies along with requests that other sites make it send, and names the site in `Origin`. So a
 * change that carries a cookie or an origin must name one of ours.
 */
function comesFromElsewhere(request: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const { origin, cookie } = request.headers;
  if (SAFE.has(request.method) || (!origin && !cookie)) return false;
  return !origin || !origins.has(origin);
}
