import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { Clock } from '@app/platform/time/clock.js';
import { AttemptsRepository } from './attempts.repository.js';
import * as paces from './attempts.rules.js';
import type { AttemptsErrorCode, Counter, Source } from './attempts.types.js';
import { KnownDevices } from './device.token.js';

/** Counts who tries what how often. It slows whoever guesses; it never shuts the owner of an account out. */
@Injectable()
export class AttemptsService {
  private readonly devices: KnownDevices;

  constructor(
    private readonly repository: AttemptsRepository,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.devices = new KnownDevices(config);
  }

  /**
   * One try at the password of an account. A device that has signed in to it before is counted by itself: whatever
   * others do, it is neither refused nor kept waiting.
   */
  async passwordTried(email: string, caller: Source): Promise<void> {
    await this.take(signInCounters(email, caller.address, this.deviceOf(email, caller)));
  }

  /** Who signed in was no guesser. Answers with the cookie that makes the device known. */
  async passwordRight(email: string, caller: Source): Promise<string> {
    const [own, network] = signInCounters(email, caller.address, this.deviceOf(email, caller));
    if (own) await this.repository.forget(own.key);
    if (network) await this.repository.giveBack(network.key);
    return this.rememberDevice(email, caller);
  }

  /** For whoever has just shown by a link from a mail that the account is theirs. */
  rememberDevice(email: string, caller: Source): string {
    return this.devices.remember(email, caller.cookie, this.clock.now());
  }

  /** The old password asked of somebody who is signed in. */
  async oldPasswordTried(loginId: string): Promise<void> {
    await this.take([oldPassword(loginId)]);
  }

  async oldPasswordRight(loginId: string): Promise<void> {
    await this.repository.forget(oldPassword(loginId).key);
  }

  /** A mail that anybody may have sent to an address, for example to choose a new password. */
  async mailAsked(what: string, email: string, address: string): Promise<void> {
    const network = paces.networkOf(address);
    const account = hashed(email);
    await this.take([
      { key: `${what} for ${account} from ${network}`, pace: paces.MAILS_FROM_ONE_NETWORK },
      { key: `${what} from ${network}`, pace: paces.MAILS_OF_A_NETWORK },
      { key: `${what} for ${account}`, pace: paces.MAILS_TO_ONE_ADDRESS },
    ]);
  }

  /** Seconds until a firm may have an invitation sent to this address; 0: now, and it is counted. */
  async invitationWait(firmId: string, email: string): Promise<number> {
    const account = hashed(email);
    return this.tooEarly([
      { key: `invitation by ${firmId}`, pace: paces.INVITATIONS_OF_A_FIRM },
      { key: `invitation for ${account}`, pace: paces.MAILS_TO_ONE_ADDRESS },
    ]);
  }

  /** A link or a secret that anybody may try, told apart by where they come from alone. */
  async secretTried(what: string, address: string): Promise<void> {
    await this.take([{ key: `${what} from ${paces.networkOf(address)}`, pace: paces.OF_A_NETWORK }]);
  }

  private deviceOf(email: string, caller: Source): string | null {
    return this.devices.idFor(email, caller.cookie, this.clock.now());
  }

  private async take(counters: readonly Counter[]): Promise<void> {
    const tooEarly = await this.tooEarly(counters);
    if (tooEarly > 0) throw tooMany(tooEarly);
  }

  /** Seconds to come again after; 0: counted, and whatever was to be waited in line is over. */
  private async tooEarly(counters: readonly Counter[]): Promise<number> {
    let line = 0;
    for (const { key, pace, patience = 0 } of counters) {
      const { forgottenAfter } = pace;
      const wait = await this.repository.take({ key, waits: paces.waits(pace), forgottenAfter, patience });
      if (wait === null) return Math.max(1, (await this.repository.waitOf(key)) - patience);
      line = Math.max(line, wait);
    }
    if (line > 0) await pause(line * 1000);
    return 0;
  }
}

const oldPassword = (loginId: string): Counter => ({
  key: `old password of ${loginId}`,
  pace: paces.BY_A_KNOWN_DEVICE,
});

/** The first is the one that ends with a sign-in. */
function signInCounters(email: string, address: string, deviceId: string | null): Counter[] {
  const account = hashed(email);
  if (deviceId) return [{ key: `sign-in for ${account} by ${deviceId}`, pace: paces.BY_A_KNOWN_DEVICE }];
  const network = paces.networkOf(address);
  return [
    { key: `sign-in for ${account} from ${network}`, pace: paces.FROM_ONE_NETWORK },
    { key: `sign-in from ${network}`, pace: paces.OF_A_NETWORK },
    { key: `sign-in for ${account}`, pace: paces.BY_STRANGERS, patience: paces.PATIENCE_SECONDS },
  ];
}

function tooMany(retryAfter: number): Error {
  return new DomainError<AttemptsErrorCode>('too_many_attempts', paces.waitSentence(retryAfter), { retryAfter });
}

/** The address itself is not kept. */
const hashed = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
