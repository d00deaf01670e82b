import pdfmake, { type Content } from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import { healthContent, momentOf } from './health-page.js';
import { INK, QUIET, short } from './paper-page.js';
import { inItsScripts, scriptFonts } from './scripts-page.js';
import type { HealthReport, Recipient } from '@app/reports/reports.types.js';

const FONTS = { ...roboto, ...scriptFonts() };
const FONT_FILES = new Set(Object.values(FONTS).flatMap((files) => Object.values(files)));

pdfmake.setFonts(FONTS);
// a document of ours names no file and no address
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/** The partner's page on sheets of A4, as many as it takes. The same figures at the same moment give the same bytes. */
export async function healthPdf(recipient: Recipient, health: HealthReport): Promise<Buffer> {
  try {
    return await printed(recipient, health, false);
  } catch {
    return printed(recipient, health, true);
  }
}

function printed(recipient: Recipient, health: HealthReport, simply: boolean): Promise<Buffer> {
  const { simulated, timeZone } = recipient;
  const moment = momentOf(health.at, timeZone);
  const footer = inItsScripts(
    { text: `${short(recipient.firmName)}, ${moment}${simulated ? ', simulated data' : ''}` },
    simply,
  );
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 52],
    info: {
      title: 'Pipeline health',
      author: 'Searchlight',
      // no words of others here: pdfkit writes them into XML as they are
      subject: simulated ? `${moment}, simulated data` : moment,
      creator: 'Searchlight',
      producer: 'Searchlight',
      creationDate: health.at,
    },
    // a document that programs can read aloud
    version: '1.7',
    language: 'en',
    displayTitle: true,
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: INK },
    content: inItsScripts(healthContent(recipient, health), simply),
    footer: (page, pages) => footerOf(footer, page, pages),
  });
  return document.getBuffer();
}

const footerOf = (words: Content, page: number, pages: number): Content => ({
  columns: [
    { stack: [words], width: '*' },
    { text: `Page ${page} of ${pages}`, width: 'auto' },
  ],
  margin: [40, 16, 40, 0],
  fontSize: 8,
  color: QUIET,
});
