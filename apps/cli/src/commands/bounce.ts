import type { Command } from 'commander';
import { BouncesService, type BounceOutcome } from '@app/mail-log/bounces.service.js';
import type { Cli } from '../cli.js';
import { EXIT, type Exit } from '../outcome.js';

const SAID: Readonly<Record<BounceOutcome, string>> = {
  failed: 'The email is marked as failed.',
  delayed: 'The mail server is still trying; nothing was changed.',
  unknown_mail: 'The notice is not about an email of ours.',
  not_a_bounce: 'This is not a delivery status notification (RFC 3464), or it does not say which email it is about.',
};

export function addBounce(program: Command, cli: Cli): void {
  cli.command(
    program,
    'bounce',
    'Reads one bounce message from standard input and marks the email that came back.',
    () => bounce(cli),
  );
}

async function bounce(cli: Cli): Promise<Exit> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return cli.withServices(async (services) => {
    const outcome = await services.get(BouncesService).takeNotice(Buffer.concat(chunks));
    cli.print({ outcome }, [SAID[outcome]]);
    return outcome === 'not_a_bounce' ? EXIT.findings : EXIT.done;
  });
}
