/** A mail before it has a form: the HTML part and the text part are written from the same page, so they say the same. */
export interface MailPage {
  /** Travels in the clear, and so does the preheader, which lists of mails show beside it: no names in either. */
  readonly subject: string;
  readonly preheader: string;
  /** whose mail this is */
  readonly brand: string;
  /** the letters of the firm that stand before it */
  readonly mark: string;
  readonly simulated: boolean;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly action: PageLink | null;
  readonly footer: readonly (string | PageLink)[];
}

export type Tone = 'stalled' | 'watch' | 'plain';

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'section'; readonly text: string }
  | { readonly type: 'group'; readonly text: string }
  | { readonly type: 'figures'; readonly figures: readonly Figure[] }
  | { readonly type: 'link'; readonly link: PageLink }
  | { readonly type: 'item'; readonly item: PageItem };

export interface Figure {
  readonly value: number;
  readonly label: string;
  readonly tone: Tone;
}

export interface PageLink {
  readonly label: string;
  readonly href: string;
}

export interface PageItem {
  readonly tone: Tone;
  readonly label: string;
  /** whom or what it is about: the words that carry the link; without it the sentence does */
  readonly about: string | null;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly href: string;
}

export const SIMULATED = 'Simulated data: no person and no company in this email is real.';
export const PRODUCT = 'Searchlight';

/** The text part. */
export function pageText(page: MailPage): string {
  const paragraphs: string[] = [];
  if (page.simulated) paragraphs.push(SIMULATED);
  paragraphs.push(page.brand, page.title);
  for (const block of page.blocks) paragraphs.push(blockText(block));
  if (page.action) paragraphs.push(linkText(page.action));
  paragraphs.push(`-- \n${page.footer.map((line) => (typeof line === 'string' ? line : linkText(line))).join('\n')}`);
  return `${paragraphs.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'section':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'group':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'figures':
      return block.figures.map(({ value, label }) => `${value} ${label}`).join('\n');
    case 'link':
      return linkText(block.link);
    case 'item':
      return itemText(block.item);
  }
}

function itemText({ label, about, sentence, notes, href }: PageItem): string {
  return [`* ${label}`, about ? `${about}: ${sentence}` : sentence, ...notes, href].join('\n  ');
}

const linkText = ({ label, href }: PageLink): string => `${label}: ${href}`;
