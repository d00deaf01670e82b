/** The moment "now", passed in wherever it is needed. An abstract class, so that it is its own injection token. */
export abstract class Clock {
  abstract now(): Date;
}

/** The only place in the product that reads the clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
