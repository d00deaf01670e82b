/** Ids only: a queue keeps its payloads in the clear and may lose or repeat them. */
type Nothing = Readonly<Record<string, never>>;

/** Every job there is. What stands before the dot is its queue: a slow job delays only its own kind. */
export interface JobPayloads {
  'stalls.sweep': Nothing;
  'reminders.plan': Nothing;
  'reminders.plan_firm': { readonly firmId: string };
  'reminders.look_again': { readonly firmId: string };
  'deliveries.deliver_due': Nothing;
  'deliveries.release_expired': Nothing;
  'imports.run': { readonly firmId: string; readonly runId: string };
  'imports.run_waiting': Nothing;
  'imports.sweep_uploads': Nothing;
  'invitations.send_owed': Nothing;
  'retention.end': Nothing;
}

export type JobName = keyof JobPayloads;
export type QueueName = JobName extends `${infer Queue}.${string}` ? Queue : never;
export type JobOf<Queue extends QueueName> = Extract<JobName, `${Queue}.${string}`>;

export type Job = { [Name in JobName]: { readonly name: Name; readonly payload: JobPayloads[Name] } }[JobName];

export interface QueuePace {
  readonly concurrency: number;
  /** A job whose worker died is taken up again after at most lockDuration + stalledInterval. */
  readonly lockDuration: number;
  readonly stalledInterval: number;
}

export const QUEUES: Readonly<Record<QueueName, QueuePace>> = {
  stalls: { concurrency: 1, lockDuration: 30_000, stalledInterval: 15_000 },
  reminders: { concurrency: 1, lockDuration: 30_000, stalledInterval: 15_000 },
  deliveries: { concurrency: 1, lockDuration: 10_000, stalledInterval: 5_000 },
  // two firms side by side: one firm's import is one at a time
  imports: { concurrency: 2, lockDuration: 60_000, stalledInterval: 30_000 },
  invitations: { concurrency: 1, lockDuration: 60_000, stalledInterval: 30_000 },
  retention: { concurrency: 1, lockDuration: 60_000, stalledInterval: 30_000 },
};

export const queueOf = (name: JobName): QueueName => name.slice(0, name.indexOf('.')) as QueueName;
