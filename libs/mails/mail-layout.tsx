import { Body, Button, Container, Head, Html, Preview, render, Section, Text } from '@react-email/components';
import type { ReactElement, ReactNode } from 'react';

/** Mail programs that know dark mode turn these; the others keep a light page with enough contrast. */
const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page, .page > table > tbody > tr > td { background-color: #16181d !important; }
    .card { background-color: #20242b !important; border-color: #343a44 !important; }
    .ink { color: #f1f3f5 !important; }
    .ink a { color: #8ab8ff !important; }
    .quiet { color: #aab2bd !important; }
  }`;
const FONT = "'Helvetica Neue', Helvetica, Arial, sans-serif";

export const styles = {
  page: { backgroundColor: '#f3f4f6', fontFamily: FONT, margin: 0, padding: '24px 0' },
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #dde1e6',
    borderRadius: '8px',
    maxWidth: '600px',
    padding: '24px',
  },
  title: { color: '#1b1f24', fontSize: '20px', fontWeight: 600, lineHeight: '28px', margin: '0 0 16px' },
  heading: { color: '#1b1f24', fontSize: '16px', fontWeight: 600, lineHeight: '24px', margin: '20px 0 4px' },
  line: { color: '#1b1f24', fontSize: '14px', lineHeight: '22px', margin: '4px 0' },
  quiet: { color: '#57606a', fontSize: '13px', lineHeight: '20px', margin: '4px 0' },
  button: {
    backgroundColor: '#1a5fb4',
    borderRadius: '6px',
    color: '#ffffff',
    display: 'inline-block',
    fontSize: '14px',
    fontWeight: 600,
    padding: '10px 18px',
    textDecoration: 'none',
  },
} as const;

interface LayoutProps {
  readonly title: string;
  /** Shown beside the subject in a list of mails, so it follows the same rule: no names. */
  readonly preview: string;
  readonly action: { readonly label: string; readonly href: string };
  readonly firmName: string;
  readonly simulated: boolean;
  readonly why: string;
  readonly children: ReactNode;
}

export function Layout({ title, preview, action, firmName, simulated, why, children }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Body className="page" style={styles.page}>
        <Preview>{preview}</Preview>
        <Container className="card" style={styles.card}>
          {simulated ? (
            <Text className="quiet" style={{ ...styles.quiet, fontWeight: 600 }}>
              Simulated data: no person and no company in this mail is real.
            </Text>
          ) : null}
          <Text className="ink" style={styles.title}>
            {title}
          </Text>
          {children}
          <Section style={{ paddingTop: '24px' }}>
            <Button href={action.href} style={styles.button}>
              {action.label}
            </Button>
          </Section>
          <Text className="quiet" style={{ ...styles.quiet, paddingTop: '20px' }}>
            {why} Sent by Searchlight for {firmName}.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export const toHtml = (mail: ReactElement): Promise<string> => render(mail);

/** The text part: the same words in the same order, blank lines between paragraphs. */
export function toText(
  { title, action, firmName, simulated, why }: Omit<LayoutProps, 'children' | 'preview'>,
  paragraphs: readonly string[],
): string {
  return [
    ...(simulated ? ['Simulated data: no person and no company in this mail is real.'] : []),
    title,
    ...paragraphs,
    `${action.label}: ${action.href}`,
    `${why} Sent by Searchlight for ${firmName}.`,
  ].join('\n\n');
}
