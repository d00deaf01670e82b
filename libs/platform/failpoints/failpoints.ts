/** Every arrow of the way a mail goes, in order. A test enumerates them; a build has none of them. */
export const FAILPOINTS = [
  'planning.written',
  'planning.committed',
  'relay.jobs_added',
  'delivery.due_locked',
  'delivery.claim_written',
  'delivery.claimed',
  'delivery.composed',
  'mail.before_connect',
  'delivery.body_wanted',
  'delivery.marked',
  'mail.body_under_way',
  'mail.request_answered',
  'delivery.answered',
  'delivery.finished',
  'delivery.release_written',
  'delivery.released',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];
export type Failure = 'throw' | 'hang' | 'kill';

const armed = new Map<Failpoint, Failure>();
const waiting = new Set<() => void>();
let came = 0;

const SWITCH = '--failpoint=';
const given = process.argv.find((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length);
if (given) {
  const [name, how] = given.split(':');
  arm(name as Failpoint, how as Failure);
}

/** The next one to come by here fails in this way, once. */
export function arm(name: Failpoint, how: Failure): void {
  if (!FAILPOINTS.includes(name)) throw new Error(`there is no failpoint "${name}"`);
  armed.set(name, how);
}

/** How many came by an armed failpoint. */
export const reached = (): number => came;

/** Lets everybody go who hangs, and arms nothing any more. */
export function disarm(): void {
  armed.clear();
  for (const go of waiting) go();
  waiting.clear();
  came = 0;
}

/** A place where a test may make this process fail. The statement is taken out of every build. */
export async function failpoint(name: Failpoint): Promise<void> {
  const how = armed.get(name);
  if (!how) return;
  armed.delete(name);
  came += 1;
  if (how === 'throw') throw new Error(`failed at ${name}, as the test asked`);
  if (how === 'kill') process.kill(process.pid, 'SIGKILL');
  await new Promise<void>((resolve) => waiting.add(resolve));
}
