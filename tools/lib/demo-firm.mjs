// @ts-check
// The simulated firm of the demo, the browser journeys and the screenshots.
import path from 'node:path';
import pg from 'pg';
import { generateFirm } from '../generate/generate.mjs';

export const FIRM = 'Meridian Search (simulated)';
export const PASSWORD = 'searchlight-demo';
export const LOGINS = /** @type {const} */ ({
  admin: 'admin@searchlight.example',
  partner: 'partner@searchlight.example',
  consultant: 'consultant@searchlight.example',
  researcher: 'researcher@searchlight.example',
});

/**
 * Migrates and loads the firm through the import of CSV files, as any firm would come in.
 * @param {{ cli: (args: string[], input?: string) => Promise<{ status: number, stdout: string, stderr: string }>, env: NodeJS.ProcessEnv }} stack
 * @param {string} dataDir
 */
export async function loadDemoFirm(stack, dataDir) {
  const folder = path.join(dataDir, 'demo-firm');
  await generateFirm({ size: 'demo', seed: 1, out: folder });
  await must(stack, ['import', folder, '--firm', FIRM, '--simulated']);
  await Promise.all(
    Object.values(LOGINS).map((email) =>
      must(stack, ['user', 'set-password', '--firm', FIRM, '--email', email, '--password-stdin'], PASSWORD),
    ),
  );
  await mailAtAnyHour(stack.env.DATABASE_URL);
}

/** Whoever tries the product on a Sunday evening wants to see its mails then. @param {string | undefined} databaseUrl */
async function mailAtAnyHour(databaseUrl) {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  await db.query(
    `insert into reminder_setting (firm_id, user_id, quiet_from, quiet_to, digest_at, working_days_only)
     select u.firm_id, u.id, '00:00', '00:00', '07:30', false from firm_user u join firm f on f.id = u.firm_id
     where f.name = $1 on conflict (firm_id, user_id) do nothing`,
    [FIRM],
  );
  await db.end();
}

/**
 * @param {{ cli: (args: string[], input?: string) => Promise<{ status: number, stdout: string, stderr: string }> }} stack
 * @param {string[]} args @param {string} [input]
 */
export async function must(stack, args, input) {
  const { status, stderr, stdout } = await stack.cli(args, input);
  if (status !== 0) throw new Error(stderr || stdout || `searchlight ${args[0]} ended with status ${status}`);
  return stdout;
}
