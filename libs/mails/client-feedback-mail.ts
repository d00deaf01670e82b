import { formatLocalDay } from '@app/platform/time/zone.js';
import { pageHtml } from './mail-html.js';
import { pageText, type MailPage } from './mail-page.js';
import type { ClientFeedbackRequest, ComposedMail, MailFrame } from './mails.types.js';
import { plain, sentence } from './mails.rules.js';

/** To a client's contact, who has no login: no link but the way out, no candidate's name, the answer goes to the lead. */
export async function clientFeedbackMail(frame: MailFrame, request: ClientFeedbackRequest): Promise<ComposedMail> {
  const { people, presentedOn } = request;
  const lead = plain(request.leadName, 120);
  const firm = plain(frame.firmName);
  const search = plain(request.searchTitle, 160);
  const day = formatLocalDay(presentedOn, frame.timeZone);
  const page: MailPage = {
    subject: 'Your feedback is awaited',
    preheader: 'A short answer to this mail is enough.',
    brand: firm,
    simulated: frame.simulated,
    title: 'Your feedback is awaited',
    blocks: [
      { type: 'paragraph', text: `Dear ${plain(frame.recipientName, 120)},` },
      {
        type: 'paragraph',
        text:
          people === 1
            ? `on ${day} we presented a candidate to you for the search ${sentence(search)}`
            : `on ${day} we presented ${people} candidates to you for the search ${sentence(search)}`,
      },
      {
        type: 'paragraph',
        text: 'People in this field are usually off the market within three to four weeks. Every working day without an answer costs part of that time.',
      },
      {
        type: 'paragraph',
        text: `Please answer this mail with what you think, even in one line: whom to meet, whom not, and why. Your answer goes to ${lead}.`,
      },
      { type: 'paragraph', text: `${lead}, ${firm}` },
    ],
    action: null,
    footer: [
      `You get this because ${firm} searches on your behalf and your feedback has been due.`,
      ...(frame.unsubscribeUrl ? [{ label: 'No more of these reminders', href: frame.unsubscribeUrl }] : []),
    ],
  };
  return {
    subject: page.subject,
    html: pageHtml(page),
    text: pageText(page),
    attachments: [],
    replyTo: { name: lead, address: request.leadEmail },
  };
}
