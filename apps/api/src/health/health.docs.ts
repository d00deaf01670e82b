import type { Docs } from '../http/documented.js';

export const healthDocs = {
  live: {
    summary: 'Ask whether the process runs',
    description: 'Answers as long as the process can answer at all. For the supervisor that restarts it.',
  },
  ready: {
    summary: 'Ask whether the process can work',
    description: 'Answers when the database does and no shutdown has begun; 503 until then. For load balancers.',
  },
} satisfies Docs;
