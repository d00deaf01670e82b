import { jest } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { PlainDate } from '../components/plain-date';
import { localDate } from './dates';
import { everyMinute, thisMoment, useNow } from './use-now';

const ZONE = 'Europe/Berlin';

/** What a form takes for today. */
function Today() {
  return <>{localDate(useNow(), ZONE)}</>;
}

describe('the clock of the page', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-12-31T22:59:30Z') }));
  afterEach(() => jest.useRealTimers());

  it('goes on while the page is open: the day turns at midnight of the zone, for all who show it', () => {
    const told: string[] = [];
    const leave = everyMinute(() => told.push(renderToStaticMarkup(<Today />)));
    const before = renderToStaticMarkup(<Today />);

    jest.advanceTimersByTime(60_000);
    leave();

    expect([before, ...told]).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('says the year of a date that was of this year until the year turned', () => {
    const date = () => renderToStaticMarkup(<PlainDate on="2026-12-24" />);
    const leave = everyMinute(() => undefined);
    const before = date();

    jest.advanceTimersByTime(2 * 3_600_000);
    leave();

    expect(before).not.toContain('2026</time>');
    expect(date()).toContain('2026</time>');
  });

  it('is right at once for whoever comes after nobody looked for a while', () => {
    everyMinute(() => undefined)();
    jest.setSystemTime(new Date('2027-03-01T09:00:00Z'));

    const leave = everyMinute(() => undefined);
    leave();

    expect(renderToStaticMarkup(<Today />)).toBe('2027-03-01');
    expect(thisMoment()).toEqual(new Date('2027-03-01T09:00:00Z'));
  });
});
