import { dayOf, formatDay } from '@app/platform/time/local-date.js';
import { formatLocalDay, localDayOf } from '@app/platform/time/zone.js';
import { pageHtml } from './html-mail.js';
import { pageText, type Block, type MailPage, type Tone } from './mail-page.js';
import type { Attachment, ComposedMail, HealthContent, MailFrame } from './mails.types.js';
import { plain, sentence } from './mails.rules.js';
import { brandOf, footerOf } from './notices-mail.js';

const SHOWN = 10;

/** `dueAt` is the moment it was due, so that a mail sent after an outage says which Monday it is about. */
export async function healthMail(frame: MailFrame, health: HealthContent, dueAt: Date): Promise<ComposedMail> {
  const { counts, timeToOffer } = health;
  const title = `Pipeline health, ${formatLocalDay(dueAt, frame.timeZone, frame.now)}`;
  const page: MailPage = {
    subject: `${title}: ${counts.stalled} stalled, ${counts.atRisk} at risk`,
    preheader: `${counts.stalled} stalled, ${counts.atRisk} at risk, ${counts.onTrack} on track, ${counts.onHold} on hold.`,
    ...brandOf(frame),
    simulated: frame.simulated,
    title,
    blocks: [
      {
        type: 'figures',
        figures: [
          { value: counts.stalled, label: 'stalled', tone: 'stalled' },
          { value: counts.atRisk, label: 'at risk', tone: 'watch' },
          { value: counts.onTrack, label: 'on track', tone: 'plain' },
          { value: counts.onHold, label: 'on hold', tone: 'plain' },
        ],
      },
      { type: 'paragraph', text: sentence(timeToOffer.sentence, 500) },
      ...changeBlocks(frame, health),
      ...searchBlocks(frame, health, 'stalled', counts.stalled),
      ...searchBlocks(frame, health, 'at_risk', counts.atRisk),
      ...windowBlocks(frame, health),
      ...(health.pdf ? [{ type: 'paragraph' as const, text: 'The full page is attached as a PDF.' }] : []),
    ],
    action: { label: 'Open Pipeline health', href: `${frame.publicUrl}/pipeline-health` },
    footer: footerOf(frame, 'Partners receive this every Monday.'),
  };
  return {
    subject: page.subject,
    html: pageHtml(page),
    text: pageText(page),
    attachments: health.pdf ? [pdfFile(health.pdf)] : [],
    replyTo: null,
  };
}

const NAMED = 5;

/** What is otherwise than a week ago: the figures, then the searches by what became of them. */
function changeBlocks(frame: MailFrame, { counts, changes }: HealthContent): Block[] {
  if (!changes) return [];
  const { countsThen } = changes;
  const was = (label: string, key: keyof typeof counts): string =>
    `${label} ${counts[key]}${counts[key] === countsThen[key] ? ', as before' : `, was ${countsThen[key]}`}`;
  const figures = [
    was('Stalled', 'stalled'),
    was('at risk', 'atRisk'),
    was('on track', 'onTrack'),
    was('on hold', 'onHold'),
  ].join('; ');
  const kinds = [
    ['Became stalled', changes.becameStalled],
    ['Recovered', changes.recovered],
    ['Put on hold', changes.putOnHold],
    ['Opened', changes.opened],
    ['Placed', changes.placed],
    ['Closed', changes.closed],
  ] as const;
  return [
    { type: 'section', text: `Since ${formatLocalDay(changes.since, frame.timeZone, frame.now)}` },
    { type: 'paragraph', text: sentence(figures) },
    ...kinds
      .filter(([, { count }]) => count > 0)
      .map(([what, { count, items }]): Block => {
        const named = items.slice(0, NAMED).map(({ title, clientName, ref }) => nameOf([title, clientName, ref], 80));
        const more = count > named.length ? [`and ${count - named.length} more`] : [];
        return { type: 'paragraph', text: sentence(`${what} (${count}): ${[...named, ...more].join('; ')}`, 1_200) };
      }),
  ];
}

const nameOf = (parts: readonly (string | null)[], longest: number): string =>
  parts.flatMap((part) => (part ? plain(part, longest) : [])).join(', ');

const pdfFile = (content: Buffer): Attachment => ({
  filename: 'pipeline-health.pdf',
  contentType: 'application/pdf',
  content,
});

const SECTIONS = {
  stalled: { heading: 'Stalled', none: 'Nothing is stalled.', tone: 'stalled' },
  at_risk: { heading: 'At risk', none: 'Nothing is at risk.', tone: 'watch' },
} as const satisfies Record<string, { heading: string; none: string; tone: Tone }>;

function searchBlocks(
  frame: MailFrame,
  { searches }: HealthContent,
  health: keyof typeof SECTIONS,
  total: number,
): Block[] {
  const { heading, none, tone } = SECTIONS[health];
  const shown = searches.filter((search) => search.health === health).slice(0, SHOWN);
  return [
    { type: 'section', text: heading },
    ...(shown.length === 0 ? [{ type: 'paragraph' as const, text: none }] : []),
    ...shown.map((search): Block => {
      const [reason, ...others] = search.reasons;
      return {
        type: 'item',
        item: {
          tone,
          label: `Day ${search.day}, ${plain(search.leadName, 120)}`,
          about: nameOf([search.title, search.clientName, search.ref], 160),
          sentence: reason ? sentence(reason) : 'No reason recorded.',
          notes: [
            ...(others.length > 0 ? [`And ${others.length} more ${others.length === 1 ? 'reason' : 'reasons'}.`] : []),
            ...(search.nextStep ? [`Next: ${sentence(search.nextStep, 200)}`] : []),
          ],
          href: `${frame.publicUrl}/searches/${search.id}`,
        },
      };
    }),
    ...andMore(total - shown.length),
  ];
}

function windowBlocks(frame: MailFrame, { windowsThisWeek }: HealthContent): Block[] {
  const shown = windowsThisWeek.slice(0, SHOWN);
  const today = localDayOf(frame.now, frame.timeZone);
  return [
    { type: 'section', text: 'Windows closing this week' },
    ...(shown.length === 0 ? [{ type: 'paragraph' as const, text: 'None.' }] : []),
    ...shown.map(({ window, ...of }): Block => ({
      type: 'item',
      item: {
        tone: 'watch',
        label: `Closes ${formatDay(dayOf(window.closesOn), today)}`,
        about: plain(of.candidateName, 120),
        sentence: `Day ${window.day} of ${window.days}, ${plain(of.searchTitle, 160)}.`,
        notes: [],
        href: `${frame.publicUrl}/searches/${of.searchId}?candidacy=${of.candidacyId}`,
      },
    })),
    ...andMore(windowsThisWeek.length - shown.length),
  ];
}

const andMore = (more: number): Block[] =>
  more > 0 ? [{ type: 'paragraph', text: `And ${more} more on the page.` }] : [];
