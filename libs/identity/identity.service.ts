import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Config } from '@app/platform/config/config.js';
import { IdentityRepository } from './identity.repository.js';
import type { Actor } from './identity.types.js';
import { readSessionToken, sessionCookieName } from './session-cookie.js';

@Injectable()
export class IdentityService {
  /**
   * Who is behind a session, remembered for one second: a busy page asks once instead of once per request, while a
   * sign-out, a changed role or a removed user is heeded by every process within that second.
   */
  private readonly actors = new LRUCache<string, Promise<Actor | null>>({ max: 10_000, ttl: 1000 });
  private readonly cookieName: string;

  constructor(
    private readonly config: Config,
    private readonly repository: IdentityRepository,
  ) {
    this.cookieName = sessionCookieName(config.PUBLIC_URL);
  }

  /** The user whose session cookie these headers carry; null when there is none, or it has ended. */
  async actorOf(headers: { cookie?: string | undefined }): Promise<Actor | null> {
    const token = headers.cookie && readSessionToken(headers.cookie, this.cookieName, this.config.AUTH_SECRET);
    if (!token) return null;
    let actor = this.actors.get(token);
    if (!actor) {
      actor = this.repository.actorOfSession(token);
      this.actors.set(token, actor);
      actor.then((found) => found ?? this.actors.delete(token)).catch(() => this.actors.delete(token));
    }
    return actor;
  }

  /** What this process remembers of sessions is dropped at once, after a sign-in, sign-out or new password here. */
  forgetSessions(): void {
    this.actors.clear();
  }
}
