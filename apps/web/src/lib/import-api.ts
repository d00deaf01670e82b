import createClient from 'openapi-fetch';
import type { paths } from './contract';

export const importApi = createClient<paths>({ baseUrl: '' });
