import { paceSentence } from '@app/clocks/sentences.rules.js';
import { marketWindow } from '@app/limits/market-window.rules.js';
import { dayOf, formatDay, localDate, plusDays } from '@app/platform/time/local-date.js';
import { atLocalHour, startOfDay } from '@app/platform/time/zone.js';
import { ODD_DAYS, onTheWall } from '../../test/lib/midnights.js';
import { pdfText } from '../../test/lib/pdf-text.js';
import { aHealthReport } from '../../test/lib/health-report.js';
import { healthPdf } from './health-pdf-file.js';

const LIMITS = { windowWatchDay: 21, windowCloseDay: 28 };

describe.each(ODD_DAYS)('on paper in %s, %s', (timeZone, day) => {
  const date = localDate(day);
  const begun = startOfDay(date, timeZone);
  const named = formatDay(dayOf(date), dayOf(date));

  it.each([
    ['from its first moment', begun],
    ['from a moment before', new Date(begun.getTime() - 60_000)],
  ])('is the date on which a window closes, and a target date, %s', async (_, at) => {
    const openedAt = atLocalHour(plusDays(dayOf(date), -28), 15, timeZone);
    const window = marketWindow({ openedAt, offerExtendedAt: null, endedAt: null }, LIMITS, timeZone, at)!;
    const reason = paceSentence(null, dayOf(date), 'target', { zone: timeZone, now: at });

    const text = pdfText(
      await healthPdf(
        { firmName: 'Firm', simulated: false, timeZone },
        aHealthReport(
          [
            {
              ...{ id: 's', ref: null, title: 'Seat', clientName: 'Client', leadName: 'Lead', day: 28 },
              ...{ health: 'stalled', reasons: [reason], nextStep: null },
            },
          ],
          {
            at,
            windowsThisWeek: [
              {
                ...{ candidacyId: 'c', searchId: 's', searchTitle: 'Seat', candidateName: 'Candidate', window },
                stageLabel: 'Finalist',
              },
            ],
          },
        ),
      ),
    )
      .replaceAll(/\s+/g, ' ')
      .replaceAll('/ ', '/');

    expect(text).toContain(`Finalist ${window.day} ${named}`);
    expect(text).toContain(`the target date of ${named}`);
    expect(text).toContain(` 2026 ${onTheWall(at, timeZone).slice(-5)}, ${timeZone}`);
  });
});
