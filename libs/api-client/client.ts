import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type ApiClient = Client<paths>;
export type Problem = components['schemas']['Problem'];

/** Typed by openapi.json. Cookies travel to our own origin only. */
export const createApiClient = (baseUrl = '', fetch?: (request: Request) => Promise<Response>): ApiClient =>
  createClient<paths>({ baseUrl, credentials: 'same-origin', ...(fetch ? { fetch } : {}) });
