import type { NoticeItem, MailFrame } from './mails.types.js';
import { noticesMail } from './notices-mail.js';

const frame: MailFrame = {
  now: new Date('2026-11-23T08:00:00Z'),
  publicUrl: 'https://crm.firm.example',
  recipientName: 'Recipient Sample',
  firmName: 'Firm & Sons',
  simulated: false,
  timeZone: 'Europe/Berlin',
  unsubscribeUrl: null,
};
const FLAG: NoticeItem = {
  kind: 'flag_raised',
  severity: 'stalled',
  group: 'Chief Quux Officer, Client Zeta',
  about: null,
  sentence: 'No movement since Thu 5 Nov',
  nextStep: 'Call the client',
  path: '/searches/s',
  at: null,
  event: null,
};

describe('a flag that was handed on', () => {
  const handedOn = { by: 'Ada\nSample', at: new Date('2026-11-23T08:15:00Z'), reason: null };
  const one = (by: string | null = handedOn.by): NoticeItem => ({
    ...FLAG,
    handedOn: { ...handedOn, by },
  });

  it('says who handed it on, and when, and not in the subject', async () => {
    const { subject, text } = await noticesMail(frame, [one()]);

    expect(subject).toBe('A flag was handed on to you');
    expect(text).toContain('* Handed on to you, stalled');
    expect(text).toContain('Handed on by Ada Sample, Mon 23 Nov 09:15.');
  });

  it('says why, as one line', async () => {
    const item = { ...FLAG, handedOn: { ...handedOn, reason: 'You know\n\nthe client' } };

    const { subject, text } = await noticesMail(frame, [item]);

    expect(text).toContain('Handed on by Ada Sample, Mon 23 Nov 09:15: “You know the client”');
    expect(subject).not.toContain('client”');
  });

  it('says it of several, and of those among others in their own lines only', async () => {
    const several = await noticesMail(frame, [one(), one(null)]);
    const mixed = await noticesMail(frame, [one(), FLAG]);

    expect(several.subject).toBe('2 flags were handed on to you');
    expect(several.text).toContain('Handed on by the operator, Mon 23 Nov 09:15.');
    expect(mixed.subject).toBe('2 flags on your searches need you');
    expect(mixed.text.match(/Handed on by/g)).toHaveLength(1);
  });
});

it('draws the firm by its letters, before its name', async () => {
  const { html } = await noticesMail(frame, [FLAG]);

  expect(html).toMatch(/aria-hidden="true"[^>]*>FS<\/td>/);
});
