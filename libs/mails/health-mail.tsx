import { Link, Section, Text } from '@react-email/components';
import { formatLocalDay } from '@app/platform/time/zone.js';
import { Layout, styles, toHtml, toText } from './mail-layout.js';
import type { ComposedMail, HealthContent, MailFrame } from './mails.types.js';

const SHOWN = 10;
const WHY = 'Partners get this on Mondays.';

/** `monday` is the moment it was due, so that a mail sent after an outage says which Monday it is about. */
export async function healthMail(
  recipient: Pick<MailFrame, 'timeZone' | 'firmName' | 'simulated'>,
  health: HealthContent,
  monday: Date,
  publicUrl: string,
): Promise<ComposedMail> {
  const { counts, timeToOffer } = health;
  const { timeZone, firmName, simulated } = recipient;
  const title = `Pipeline health, ${formatLocalDay(monday, timeZone)}`;
  const summary = `${counts.stalled} stalled, ${counts.atRisk} at risk, ${counts.onTrack} on track, ${counts.onHold} on hold.`;
  const stalled = health.searches.filter((search) => search.health === 'stalled').slice(0, SHOWN);
  const windows = health.windowsThisWeek.slice(0, SHOWN);
  const frame = {
    title,
    action: { label: 'Open Pipeline health', href: `${publicUrl}/pipeline-health` },
    why: WHY,
    firmName,
    simulated,
  };

  const html = await toHtml(
    <Layout {...frame} preview={summary}>
      <Text className="ink" style={styles.line}>
        {summary}
      </Text>
      <Text className="ink" style={styles.line}>
        {timeToOffer.sentence}
      </Text>
      <Section>
        <Text className="ink" style={styles.heading}>
          Stalled
        </Text>
        {stalled.length === 0 ? <Line>Nothing is stalled.</Line> : null}
        {stalled.map((search) => (
          <Text key={search.id} className="ink" style={styles.line}>
            <Link href={`${publicUrl}/searches/${search.id}`} style={{ color: '#1a5fb4' }}>
              {search.title}, {search.clientName}
            </Link>{' '}
            (day {search.day}, {search.leadName})
            <br />
            {search.reasons[0] ?? ''}
            {search.nextStep ? (
              <>
                <br />
                <span className="quiet" style={styles.quiet}>
                  Next: {search.nextStep}
                </span>
              </>
            ) : null}
          </Text>
        ))}
      </Section>
      <Section>
        <Text className="ink" style={styles.heading}>
          Windows that close this week
        </Text>
        {windows.length === 0 ? <Line>None.</Line> : null}
        {windows.map((window) => (
          <Text key={window.candidacyId} className="ink" style={styles.line}>
            <Link
              href={`${publicUrl}/searches/${window.searchId}?candidacy=${window.candidacyId}`}
              style={{ color: '#1a5fb4' }}
            >
              {window.candidateName}
            </Link>
            , {window.searchTitle}: day {window.day}, closes {formatLocalDay(window.closesAt, timeZone)}
          </Text>
        ))}
      </Section>
    </Layout>,
  );
  const text = toText(frame, [
    summary,
    timeToOffer.sentence,
    [
      'Stalled',
      ...(stalled.length === 0 ? ['Nothing is stalled.'] : []),
      ...stalled.map(
        (search) =>
          `- ${search.title}, ${search.clientName} (day ${search.day}, ${search.leadName})\n  ${search.reasons[0] ?? ''}` +
          `${search.nextStep ? `\n  Next: ${search.nextStep}` : ''}\n  ${publicUrl}/searches/${search.id}`,
      ),
    ].join('\n'),
    [
      'Windows that close this week',
      ...(windows.length === 0 ? ['None.'] : []),
      ...windows.map(
        (window) =>
          `- ${window.candidateName}, ${window.searchTitle}: day ${window.day}, closes ${formatLocalDay(window.closesAt, timeZone)}`,
      ),
    ].join('\n'),
  ]);
  return {
    subject: `${title}: ${counts.stalled} stalled, ${counts.atRisk} at risk`,
    html,
    text,
    attachments: [],
    replyTo: null,
  };
}

function Line({ children }: { readonly children: string }) {
  return (
    <Text className="ink" style={styles.line}>
      {children}
    </Text>
  );
}
