import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { type BodyLimits, DEEPEST_BODY, limitsOf, MOST_PARAMETERS } from './limits.js';
import type { HttpErrorCode } from './problems.js';
import { InvalidRequest } from './validation.pipe.js';

const JSON_TYPE = 'application/json';

/**
 * What comes after this walks over objects recursively, compares each key with each other and writes a sentence for
 * every field it does not know. So a body is measured first, in one pass, and refused when it is more than its address
 * can have a use for.
 */
export function takeJsonBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = limitsOf(route.config).bytes;
  });
  fastify.removeContentTypeParser(JSON_TYPE);
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'string' }, (request, text, done) => {
    try {
      done(null, readJson(text as string, limitsOf(request.routeOptions.config)));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Parsed, or refused in a sentence. */
export function readJson(text: string, limits: Readonly<BodyLimits>): unknown {
  if (text === '') throw refusal('The body is empty; send JSON.');
  let body: unknown;
  try {
    // V8 parses without recursion, so depth costs nothing here
    body = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    throw refusal('The body is not valid JSON.');
  }
  measure(body, limits);
  return body;
}

interface Container {
  value: Record<string, unknown> | unknown[];
  name: string;
  parent: Container | null;
  depth: number;
}

function measure(body: unknown, limits: Readonly<BodyLimits>): void {
  const open: Container[] = [];
  let values = 0;
  const look = (value: unknown, name: string, parent: Container | null): void => {
    if (typeof value === 'string' || typeof value === 'number') {
      const fault = faultOf(value);
      if (fault) throw InvalidRequest.of(pathOf(name, parent), fault);
    } else if (typeof value === 'object' && value !== null) {
      const depth = (parent?.depth ?? 0) + 1;
      if (depth > DEEPEST_BODY) throw refusal(`The body is nested more than ${DEEPEST_BODY} levels deep.`);
      open.push({ value: value as Container['value'], name, parent, depth });
    }
  };
  look(body, '', null);
  for (let container = open.pop(); container; container = open.pop()) {
    const { value } = container;
    const names = Array.isArray(value) ? null : Object.keys(value);
    const length = names?.length ?? (value as unknown[]).length;
    values += length;
    if (!names && length > limits.list) throw tooLong(container, limits.list);
    if (values > limits.values) {
      throw refusal(`The body has more than ${limits.values} values, which is more than this address accepts.`);
    }
    for (let index = 0; index < length; index++) {
      const name = names ? (names[index] as string) : String(index);
      if (names && isReserved(name)) throw refusal('A field of the body has a name that is not possible.');
      look((value as Record<string, unknown>)[name], name, container);
    }
  }
}

/** Reaches for the insides of objects, or for what no database can hold. */
const isReserved = (name: string): boolean =>
  name === '__proto__' || name === 'constructor' || name === 'prototype' || faultOf(name) !== null;

/** Why Postgres could not hold a value, wherever it stands. */
function faultOf(value: string | number): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'is larger than any number that can be kept.';
  if (value.includes('\0')) return 'must not contain a null character.';
  return value.isWellFormed() ? null : 'must not contain half a character (a lone surrogate).';
}

function pathOf(name: string, parent: Container | null): string {
  const names = [name];
  for (let at = parent; at?.parent; at = at.parent) names.unshift(at.name);
  return names.join('.');
}

function tooLong({ name, parent }: Container, most: number): InvalidRequest {
  return InvalidRequest.of(pathOf(name, parent), `must contain no more than ${most} elements`);
}

const refusal = (sentence: string): DomainError<HttpErrorCode> => new DomainError('bad_request', sentence);

/** Parameters of an address, which are parsed by the time anybody can look at them: few, and each of them storable. */
export function measureAddress({ query, params }: FastifyRequest): Error | null {
  const asked = Object.entries(query as Record<string, string | string[]>);
  const given = asked.reduce((count, [, value]) => count + (Array.isArray(value) ? value.length : 1), 0);
  if (given > MOST_PARAMETERS) return refusal(`The address has more than ${MOST_PARAMETERS} parameters.`);
  const named = Object.entries((params ?? {}) as Record<string, string>).filter(([name]) => name !== '*');
  for (const [name, value] of [...asked, ...named]) {
    for (const text of [name, ...(Array.isArray(value) ? value : [value])]) {
      const fault = faultOf(text);
      if (fault) return InvalidRequest.of(name, fault);
    }
  }
  return null;
}
