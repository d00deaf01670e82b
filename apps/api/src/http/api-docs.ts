import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentOf } from './openapi.js';

const HOME = '/api/docs';
const A_DAY = 'public, max-age=86400';
const { resolve } = createRequire(import.meta.url);

/** The files of the page that are not ours, by the name they are asked by. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'favicon-32x32.png': 'image/png',
};

/**
 * The API documentation as a page, to anybody: it says what stands in the repository, and nothing of any firm. All of it
 * comes from here. A question that only reads can be asked from the page, with the session of whoever looks at it.
 */
export function serveApiDocs(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const send = (type: string, text: () => string) => (_: FastifyRequest, reply: FastifyReply) =>
    reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-cache').send(text());
  let document: string | undefined;
  fastify.get(
    HOME,
    send('text/html', () => PAGE),
  );
  fastify.get(
    `${HOME}/start.js`,
    send('text/javascript', () => START),
  );
  fastify.get(
    `${HOME}/house.css`,
    send('text/css', () => HOUSE_STYLE),
  );
  // made when it is first asked for, because most processes are never asked
  fastify.get(
    `${HOME}/openapi.json`,
    send('application/json', () => (document ??= JSON.stringify(documentOf(app)))),
  );
  for (const [name, type] of Object.entries(FILES)) {
    fastify.get(`${HOME}/${name}`, (_: FastifyRequest, reply: FastifyReply) =>
      reply
        .type(type)
        .header('cache-control', A_DAY)
        .send(fs.createReadStream(resolve(`swagger-ui-dist/${name}`))),
    );
  }
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Searchlight API</title>
<link rel="icon" href="${HOME}/favicon-32x32.png">
<link rel="stylesheet" href="${HOME}/swagger-ui.css">
<link rel="stylesheet" href="${HOME}/house.css">
</head>
<body>
<main id="docs"></main>
<script src="${HOME}/swagger-ui-bundle.js"></script>
<script src="${HOME}/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '${HOME}/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tagsSorter: 'alpha',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  supportedSubmitMethods: ['get'],
  validatorUrl: null,
});
`;

/** What a refusal means stands in its list; an example of each, which differ in their words only, would bury it. */
const HOUSE_STYLE = `body { margin: 0; background: #fff; }
.swagger-ui .scheme-container, .swagger-ui .response-col_links { display: none; }
.swagger-ui .info { margin: 32px 0 16px; }
.swagger-ui .info hgroup.main a { font-size: 14px; }
.swagger-ui .response:not([data-code^="2"]) section.response-controls,
.swagger-ui .response:not([data-code^="2"]) .model-example { display: none; }
.swagger-ui .response-col_description__inner p, .swagger-ui .response-col_description__inner ul { margin: 0; }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 10px; }
  .swagger-ui .opblock-tag { font-size: 18px; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; word-break: break-word; }
  .swagger-ui .opblock-section-header { flex-wrap: wrap; }
  .swagger-ui .responses-inner, .swagger-ui .table-container { padding: 10px; }
  .swagger-ui .response-col_status { min-width: 3em; padding-right: 6px; }
  .swagger-ui .response-col_description__inner ul { padding-left: 1em; }
}
`;
