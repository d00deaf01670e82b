import { MARK_COLOUR } from '@app/platform/mail/firm-mark.js';
import { renderToStaticMarkup } from 'react-dom/server';
import { SIMULATED, type Block, type Figure, type MailPage, type PageItem, type PageLink } from './mail-page.js';

/**
 * Outlook draws with Word: tables for the layout, padding on cells, a table of fixed width around the fluid one that
 * only Outlook reads. Colours stand inline for programs that drop style elements; programs that know dark mode turn
 * them, the others keep a light page with enough contrast.
 */
export function pageHtml(page: MailPage): string {
  return [
    head(page.subject),
    `<body class="page" style="margin:0;padding:0;background-color:#f3f4f6">`,
    renderToStaticMarkup(<Preheader text={page.preheader} />),
    TABLE_OPEN,
    renderToStaticMarkup(<Card page={page} />),
    TABLE_CLOSE,
    `</body></html>`,
  ].join('');
}

const FONT = 'Helvetica,Arial,sans-serif';
const INK = '#1b1f24';
const BLUE = '#1a5fb4';
const TONES = {
  stalled: { class: 'red', bar: '#c92a2a', ink: '#b3261e' },
  watch: { class: 'amber', bar: '#e8890c', ink: '#8f4700' },
  plain: { class: 'quiet', bar: '#b6bec8', ink: '#57606a' },
} as const;

const DARK_COLOURS: readonly (readonly [string, string])[] = [
  ['.page', 'background-color:#16181d'],
  ['.card', 'background-color:#20242b'],
  ['.edge', 'border-color:#3a414c'],
  ['.ink', 'color:#f1f3f5'],
  ['.link', 'color:#8ab8ff'],
  ['.quiet', 'color:#aab2bd'],
  ['.red', 'color:#ff9c94'],
  ['.amber', 'color:#ffc078'],
  ['.note', 'background-color:#3b2f14'],
];
const rules = (prefix: string) =>
  DARK_COLOURS.map(([name, colours]) => `${prefix}${name}{${colours.replaceAll(/(;|$)/g, '!important$1')}}`).join('');

/** `data-ogsc` is what Outlook on the web and on phones put on the page in place of the media query. */
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body,table,td,p,a{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
table{border-collapse:separate;mso-table-lspace:0;mso-table-rspace:0}
@media (max-width:480px){.outer{padding:0!important}.card{border-radius:0!important;padding:20px 16px!important}}
@media (prefers-color-scheme:dark){${rules('')}}
${rules('[data-ogsc] ')}`;

const HEAD =
  '<!DOCTYPE html><html lang="en" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">' +
  '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">' +
  '<meta name="x-apple-disable-message-reformatting"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">' +
  '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
  '<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->' +
  `<style>${STYLE}</style>`;
const head = (title: string) => `${HEAD}${renderToStaticMarkup(<title>{title}</title>)}</head>`;

const TABLE_OPEN =
  '<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f3f4f6">' +
  '<tr><td class="outer" align="center" style="padding:24px 8px">' +
  '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->';
const TABLE_CLOSE = '<!--[if mso]></td></tr></table><![endif]--></td></tr></table>';

const TABLE = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 } as const;
const base = { fontFamily: FONT, margin: 0, overflowWrap: 'anywhere', wordBreak: 'break-word' } as const;
const styles = {
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #dde1e6',
    borderRadius: '8px',
    padding: '24px',
    textAlign: 'left',
  },
  brand: { ...base, color: '#57606a', fontSize: '13px', lineHeight: '20px' },
  mark: {
    ...base,
    backgroundColor: MARK_COLOUR,
    borderRadius: '6px',
    color: '#ffffff',
    fontSize: '12px',
    fontWeight: 600,
    lineHeight: '28px',
  },
  title: { ...base, color: INK, fontSize: '20px', fontWeight: 600, lineHeight: '28px', padding: '8px 0 4px' },
  section: { ...base, color: INK, fontSize: '17px', fontWeight: 600, lineHeight: '24px', padding: '24px 0 0' },
  group: { ...base, color: INK, fontSize: '15px', fontWeight: 600, lineHeight: '22px', padding: '18px 0 0' },
  line: { ...base, color: INK, fontSize: '15px', lineHeight: '22px' },
  label: { ...base, fontSize: '12px', fontWeight: 600, lineHeight: '18px' },
  quiet: { ...base, color: '#57606a', fontSize: '13px', lineHeight: '20px' },
  link: { color: BLUE, textDecoration: 'underline' },
} as const;

/** What lists of mails show after the subject; the blanks keep the mail's first words out of it. */
function Preheader({ text }: { readonly text: string }) {
  return (
    <div style={{ display: 'none', fontSize: '1px', lineHeight: '1px', maxHeight: 0, opacity: 0, overflow: 'hidden' }}>
      {text}
      {'\u00a0\u200c'.repeat(80)}
    </div>
  );
}

function Card({ page }: { readonly page: MailPage }) {
  return (
    <table {...TABLE} style={{ maxWidth: '600px', width: '100%' }}>
      <tbody>
        <tr>
          <td className="card edge" style={styles.card}>
            {page.simulated ? <Note text={SIMULATED} /> : null}
            <Brand mark={page.mark} brand={page.brand} />
            <h1 className="ink" style={styles.title}>
              {page.title}
            </h1>
            {page.blocks.map((block, i) => (
              <BlockView key={i} block={block} />
            ))}
            {page.action ? <Button {...page.action} /> : null}
            <Footer lines={page.footer} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The firm by its letters and its name: a picture would be asked for somewhere, and is blocked by most. */
function Brand({ mark, brand }: Pick<MailPage, 'mark' | 'brand'>) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          {mark ? (
            <td aria-hidden="true" width="28" height="28" align="center" valign="middle" style={styles.mark}>
              {mark}
            </td>
          ) : null}
          <td className="quiet" style={{ ...styles.brand, padding: mark ? '0 0 0 10px' : 0 }}>
            {brand}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p className="ink" style={{ ...styles.line, padding: '8px 0 0' }}>
          {block.text}
        </p>
      );
    case 'section':
      return (
        <h2 className="ink" style={styles.section}>
          {block.text}
        </h2>
      );
    case 'group':
      return (
        <h3 className="ink" dir="auto" style={styles.group}>
          {block.text}
        </h3>
      );
    case 'figures':
      return <Figures figures={block.figures} />;
    case 'link':
      return (
        <p style={{ ...styles.line, padding: '12px 0 0' }}>
          <Anchor {...block.link} />
        </p>
      );
    case 'item':
      return <Item item={block.item} />;
  }
}

function Item({ item: { tone, label, about, sentence, notes, href } }: { readonly item: PageItem }) {
  const colours = TONES[tone];
  return (
    <table {...TABLE} style={{ marginTop: '10px' }}>
      <tbody>
        <tr>
          <td width="4" style={{ backgroundColor: colours.bar, borderRadius: '2px', fontSize: 0, width: '4px' }}>
            {'\u00a0'}
          </td>
          <td style={{ padding: '0 0 0 12px' }}>
            <p className={colours.class} style={{ ...styles.label, color: colours.ink }}>
              {label}
            </p>
            <p className="ink" style={styles.line}>
              <Anchor label={about ?? sentence} href={href} />
              {about ? ': ' : null}
              {about ? <span dir="auto">{sentence}</span> : null}
            </p>
            {notes.map((note, i) => (
              <p key={i} className="quiet" style={styles.quiet}>
                {note}
              </p>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <table {...TABLE} style={{ marginTop: '14px' }}>
      <tbody>
        <tr>
          {figures.map(({ value, label, tone }) => (
            <td key={label} width={`${Math.floor(100 / figures.length)}%`} valign="top">
              <p
                className={value > 0 && tone !== 'plain' ? TONES[tone].class : 'ink'}
                style={{
                  ...styles.title,
                  color: value > 0 && tone !== 'plain' ? TONES[tone].ink : INK,
                  fontSize: '26px',
                  lineHeight: '32px',
                  padding: 0,
                }}
              >
                {value}
              </p>
              <p className="quiet" style={styles.quiet}>
                {label}
              </p>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Anchor({ label, href }: PageLink) {
  return (
    <a className="link" href={href} dir="auto" style={styles.link}>
      {label}
    </a>
  );
}

/** Colour on the cell and `mso-padding-alt`: Outlook ignores the padding of a link. */
function Button({ label, href }: PageLink) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: '24px' }}>
      <tbody>
        <tr>
          <td
            align="center"
            valign="middle"
            style={{ backgroundColor: BLUE, borderRadius: '6px', msoPaddingAlt: '11px 20px' } as object}
          >
            <a
              href={href}
              style={{
                borderRadius: '6px',
                color: '#ffffff',
                display: 'inline-block',
                fontFamily: FONT,
                fontSize: '15px',
                fontWeight: 600,
                lineHeight: '20px',
                padding: '11px 20px',
                textDecoration: 'none',
              }}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Footer({ lines }: { readonly lines: MailPage['footer'] }) {
  return (
    <table {...TABLE} style={{ marginTop: '28px' }}>
      <tbody>
        <tr>
          <td className="edge" style={{ borderTop: '1px solid #dde1e6', padding: '12px 0 0' }}>
            {lines.map((line, i) => (
              <p key={i} className="quiet" style={styles.quiet}>
                {typeof line === 'string' ? line : <Anchor {...line} />}
              </p>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <table {...TABLE} style={{ marginBottom: '16px' }}>
      <tbody>
        <tr>
          <td className="note" style={{ backgroundColor: '#fff4d6', borderRadius: '6px', padding: '8px 12px' }}>
            <p className="amber" style={{ ...styles.quiet, color: '#6b3d00', fontWeight: 600 }}>
              {text}
            </p>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
