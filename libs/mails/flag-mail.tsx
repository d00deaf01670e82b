import { Link, Section, Text } from '@react-email/components';
import { Layout, styles, toHtml, toText } from './mail-layout.js';
import type { ComposedMail } from './mails.types.js';

interface FlagNotice {
  readonly sentence: string;
  readonly nextStep: string;
  readonly searchId: string;
  readonly searchTitle: string;
  readonly clientName: string;
  readonly candidacyId: string | null;
  readonly candidateName: string | null;
}

interface Recipient {
  readonly firmName: string;
  readonly simulated: boolean;
}

/** A first import can raise hundreds at once: one mail, the worst first, the rest on the page. */
const SHOWN = 25;
const WHY = 'You lead these searches; each flag is mailed once.';

export async function flagMail(
  recipient: Recipient,
  flags: readonly FlagNotice[],
  publicUrl: string,
): Promise<ComposedMail> {
  const title = flags.length === 1 ? 'A search of yours needs you' : `${flags.length} flags on your searches need you`;
  const searches = bySearch(flags.slice(0, SHOWN));
  const more = flags.length - SHOWN;
  const rest = more > 0 ? `And ${more} more, in the order the windows close, under Today.` : null;
  const frame = { title, action: { label: 'Open Today', href: `${publicUrl}/` }, why: WHY, ...firmOf(recipient) };

  const html = await toHtml(
    <Layout {...frame} preview="What stopped, since when, and what to do next.">
      {searches.map((search) => (
        <Section key={search.searchId}>
          <Text className="ink" style={styles.heading}>
            <Link href={`${publicUrl}/searches/${search.searchId}`} style={{ color: '#1a5fb4' }}>
              {search.title}
            </Link>
          </Text>
          {search.flags.map((flag, i) => (
            <Text key={i} className="ink" style={styles.line}>
              {flag.candidateName ? (
                <>
                  <Link href={linkOf(flag, publicUrl)} style={{ color: '#1a5fb4' }}>
                    {flag.candidateName}
                  </Link>
                  {': '}
                </>
              ) : null}
              {flag.sentence}
              <br />
              <span className="quiet" style={styles.quiet}>
                Next: {flag.nextStep}
              </span>
            </Text>
          ))}
        </Section>
      ))}
      {rest ? (
        <Text className="ink" style={styles.line}>
          {rest}
        </Text>
      ) : null}
    </Layout>,
  );
  const text = toText(frame, [
    ...searches.map((search) =>
      [
        search.title,
        ...search.flags.map((flag) => {
          const who = flag.candidateName ? `${flag.candidateName}: ` : '';
          return `- ${who}${flag.sentence}\n  Next: ${flag.nextStep}\n  ${linkOf(flag, publicUrl)}`;
        }),
      ].join('\n'),
    ),
    ...(rest ? [rest] : []),
  ]);
  return { subject: title, html, text, attachments: [], replyTo: null };
}

const firmOf = ({ firmName, simulated }: Recipient) => ({ firmName, simulated });

function linkOf(flag: FlagNotice, publicUrl: string): string {
  const search = `${publicUrl}/searches/${flag.searchId}`;
  return flag.candidacyId ? `${search}?candidacy=${flag.candidacyId}` : search;
}

interface SearchFlags {
  readonly searchId: string;
  readonly title: string;
  readonly flags: FlagNotice[];
}

function bySearch(flags: readonly FlagNotice[]): SearchFlags[] {
  const searches = new Map<string, SearchFlags>();
  for (const flag of flags) {
    const { searchId } = flag;
    const search = searches.get(searchId) ?? { searchId, title: `${flag.searchTitle}, ${flag.clientName}`, flags: [] };
    search.flags.push(flag);
    searches.set(searchId, search);
  }
  return [...searches.values()];
}
