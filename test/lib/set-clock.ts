import { Clock } from '@app/platform/time/clock.js';

/** A clock that stands where the test put it. */
export class SetClock extends Clock {
  constructor(private moment: Date) {
    super();
  }

  set(moment: string | Date): void {
    this.moment = new Date(moment);
  }

  now(): Date {
    return this.moment;
  }
}
