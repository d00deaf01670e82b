// @ts-check
// The simulated firm of the demo, the browser journeys and the screenshots.
import path from 'node:path';
import { generateFirm } from '../generate/generate.mjs';

export const FIRM = 'Meridian Search (simulated)';
export const PASSWORD = 'searchlight-demo';
export const LOGINS = /** @type {const} */ ({
  partner: 'partner@searchlight.example',
  consultant: 'consultant@searchlight.example',
  researcher: 'researcher@searchlight.example',
});

/**
 * Migrates and loads the firm through the import of CSV files, as any firm would come in.
 * @param {{ cli: (args: string[]) => Promise<{ status: number, stdout: string, stderr: string }> }} stack
 * @param {string} dataDir
 */
export async function loadDemoFirm(stack, dataDir) {
  const folder = path.join(dataDir, 'demo-firm');
  await generateFirm({ size: 'demo', seed: 1, out: folder });
  await must(stack, ['import', folder, '--firm', FIRM, '--simulated']);
  for (const email of Object.values(LOGINS)) {
    await must(stack, ['user', 'set-password', '--firm', FIRM, '--email', email, '--password', PASSWORD]);
  }
}

/** @param {{ cli: (args: string[]) => Promise<{ status: number, stdout: string, stderr: string }> }} stack @param {string[]} args */
export async function must(stack, args) {
  const { status, stderr, stdout } = await stack.cli(args);
  if (status !== 0) throw new Error(stderr || stdout || `searchlight ${args[0]} ended with status ${status}`);
  return stdout;
}
