import { firmLetters } from '@app/platform/mail/firm-mark.js';
import { formatLocalDay } from '@app/platform/time/zone.js';
import { pageHtml } from './html-mail.js';
import { pageText, type MailPage } from './mail-page.js';
import type { ClientFeedbackRequest, ComposedMail, MailFrame } from './mails.types.js';
import { plain, sentence } from './mails.rules.js';

/** To a client's contact, who has no login: no link but the way out, no candidate's name, the answer goes to the lead. */
export async function clientFeedbackMail(frame: MailFrame, request: ClientFeedbackRequest): Promise<ComposedMail> {
  const { people, presentedOn } = request;
  const lead = plain(request.leadName, 120);
  const firm = plain(frame.firmName);
  const search = plain(request.searchTitle, 160);
  const day = formatLocalDay(presentedOn, frame.timeZone, frame.now);
  const page: MailPage = {
    subject: 'We would value your feedback',
    preheader: 'A short reply to this email is enough.',
    brand: firm,
    mark: firmLetters(firm),
    simulated: frame.simulated,
    title: 'We would value your feedback',
    blocks: [
      { type: 'paragraph', text: `Dear ${plain(frame.recipientName, 120)},` },
      {
        type: 'paragraph',
        text:
          people === 1
            ? `On ${day} we presented a candidate to you for the search ${sentence(search)}`
            : `On ${day} we presented ${people} candidates to you for the search ${sentence(search)}`,
      },
      {
        type: 'paragraph',
        text: `People in this field are usually off the market within ${request.windowDays} days of the first conversation. Every working day without an answer uses up part of that time.`,
      },
      {
        type: 'paragraph',
        text: `Please reply to this email with your view, even in one line: whom you would like to meet, whom not, and why. Your reply goes to ${lead}.`,
      },
      { type: 'paragraph', text: `${lead}, ${firm}` },
    ],
    action: null,
    footer: [
      `You are receiving this because ${firm} is searching on your behalf and your feedback is due.`,
      ...(frame.unsubscribeUrl ? [{ label: 'Stop these reminders', href: frame.unsubscribeUrl }] : []),
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
