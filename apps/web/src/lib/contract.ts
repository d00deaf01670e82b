interface ImportRun {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  checkOnly: boolean;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  problem: string | null;
  files: { name: string; rows: number; kept: number; refused: number; state: string }[];
  refusals: { file: string; row: number; column: string | null; sentence: string }[];
  refusedTotal: number;
}
interface Get<R, P = never> {
  parameters: { query?: never; header?: never; path: P; cookie?: never };
  requestBody?: never;
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': R } } };
}

/** The import calls by hand, until the generated client has them. */
export interface paths {
  '/api/imports': {
    get: Omit<Get<{ items: ImportRun[] }>, 'parameters'> & { parameters: { path?: never } };
  };
  '/api/imports/{id}': { get: Get<ImportRun, { id: string }> };
}
