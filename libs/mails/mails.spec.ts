import { localDate } from '@app/platform/time/local-date.js';
import { clientFeedbackMail } from './client-feedback-mail.js';
import { healthMail } from './monday-mail.js';
import { URGENCY } from './mails.rules.js';
import {
  NOTICE_KINDS,
  type ComposedMail,
  type HealthContent,
  type MailFrame,
  type NoticeItem,
  type NoticeKind,
} from './mails.types.js';
import { digestMail, noticesMail } from './notices-mail.js';
import { listSamples, sampleMail } from './sample-mail.js';

const frame: MailFrame = {
  now: new Date('2026-11-23T08:00:00Z'),
  publicUrl: 'https://crm.firm.example',
  recipientName: 'Recipient Sample',
  firmName: 'Firm & Sons',
  simulated: false,
  timeZone: 'Europe/Berlin',
  unsubscribeUrl: 'https://crm.firm.example/unsubscribe/abc',
};
const startsAt = new Date('2026-11-24T09:00:00Z');

interface Words {
  readonly about: string;
  readonly group: string | null;
  readonly sentence: string;
  readonly nextStep: string;
}
const USUAL: Words = {
  about: 'Zaphira Candidate',
  group: 'Chief Quux Officer, Client Zeta',
  sentence: 'No movement since Thu 5 Nov',
  nextStep: 'Call the client',
};
const HOSTILE: Words = {
  about: '<img src=x onerror="alert(1)"> \u202eevil\nBcc: x@y.example',
  group: '"><script src="https://evil.example/x.js"></script>, שלום עולם 🙃',
  sentence: `${'W'.repeat(5_000)} <b onclick='x'>bold</b>`,
  nextStep: `${'👩🏽‍🚀'.repeat(400)}"&quot;'<style>*{display:none}</style>`,
};
const itemOf = (kind: NoticeKind, words: Words, n = 0): NoticeItem => ({
  ...words,
  kind,
  severity: (['stalled', 'watch', null] as const)[n % 3] ?? null,
  sentence: `${words.sentence}${words === USUAL && n > 0 ? `, number ${n}` : ''}`,
  path: `/searches/s-${n}`,
  at: startsAt,
  event:
    kind === 'interview_tomorrow'
      ? {
          uid: `interview-${n}@firm.example`,
          sequence: 2,
          startsAt,
          endsAt: new Date('2026-11-24T10:00:00Z'),
          place: 'Room 1; second floor, left',
          title: 'Interview, second round',
          cancelled: false,
        }
      : null,
});
const items = (kind: NoticeKind, words: Words, count: number): NoticeItem[] =>
  Array.from({ length: count }, (_, n) => itemOf(kind, words, n));
const named = ({ group, about }: Words) => ({ title: group ?? '', clientName: about, ref: about });
const become = (words: Words, count: number) => ({
  count,
  items: Array.from({ length: Math.min(count, 50) }, () => named(words)),
});
const healthOf = (words: Words, count: number): HealthContent => ({
  counts: { onTrack: 1, atRisk: 2, stalled: count, onHold: 0 },
  searches: Array.from({ length: count }, (_, n) => ({
    ...named(words),
    id: `s-${n}`,
    leadName: words.about,
    day: n,
    health: 'stalled',
    reasons: [words.sentence],
    nextStep: words.nextStep,
  })),
  windowsThisWeek: Array.from({ length: count }, (_, n) => ({
    candidacyId: `c-${n}`,
    searchId: 's',
    searchTitle: words.group ?? '',
    candidateName: words.about,
    window: { day: 25, days: 28, closesOn: localDate('2026-11-16') },
  })),
  ...{ at: frame.now, timeToOffer: { sentence: words.sentence } },
  changes: {
    since: new Date('2026-11-15T23:00:00Z'),
    countsThen: { onTrack: 1, atRisk: 4, stalled: 0, onHold: 0 },
    ...{ becameStalled: become(words, count), recovered: become(words, 0), putOnHold: become(words, count) },
    ...{ opened: become(words, 0), placed: become(words, 1), closed: become(words, 0) },
  },
});

type Template = (words: Words, count: number) => Promise<ComposedMail>;
const templates: [string, Template][] = [
  ...NOTICE_KINDS.map((kind): [string, Template] => [kind, (w, n) => noticesMail(frame, items(kind, w, n))]),
  [
    'mixed notices',
    (w, n) =>
      noticesMail(
        frame,
        NOTICE_KINDS.flatMap((kind) => items(kind, w, Math.ceil(n / 9))),
      ),
  ],
  [
    'digest',
    (w, n) =>
      digestMail(frame, {
        date: localDate('2026-11-23'),
        items: NOTICE_KINDS.flatMap((k) => items(k, w, Math.ceil(n / 9))),
      }),
  ],
  ['Monday mail', (w, n) => healthMail(frame, healthOf(w, n), startsAt)],
  [
    'client feedback',
    (w, n) =>
      clientFeedbackMail(frame, {
        searchTitle: w === HOSTILE ? (w.group ?? '') : 'Head of Something',
        people: n,
        presentedOn: startsAt,
        windowDays: 35,
        leadName: 'Lead Sample',
        leadEmail: 'lead@firm.example',
      }),
  ],
];
const situations: [string, Words, number][] = [
  ['one item', USUAL, 1],
  ['40 items', USUAL, 40],
  ['no search', { ...USUAL, group: null }, 3],
  ['hostile words', HOSTILE, 1],
  ['40 times hostile words', HOSTILE, 40],
];
const cases = templates.flatMap(([name, template]) =>
  situations.map(([situation, words, count]) => ({ name, template, situation, words, count })),
);

describe.each(cases)('$name with $situation', ({ template, words, count }) => {
  let mail: ComposedMail;
  beforeAll(async () => {
    mail = await template(words, count);
  });

  it('says the same words in the same order in both parts', () => {
    expect(wordsOf(bodyOf(mail.html))).toEqual(wordsOf(withoutMarks(mail.text)));
  });

  it('names nobody in the subject, in one line', () => {
    for (const secret of ['Zaphira', 'Quux', 'Zeta', 'evil', 'Head of', 'שלום', 'Lead Sample', '\n', '<']) {
      expect(mail.subject).not.toContain(secret);
    }
    expect(mail.subject.length).toBeLessThan(90);
  });

  it('lets no markup of others in', () => {
    expect(mail.html).not.toMatch(/<(script|img|b|iframe|form|input|object|link|base)[\s>]/i);
    expect(mail.html.match(/<style/g)).toHaveLength(1);
    expect(mail.html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(mail.html).not.toMatch(/javascript:/i);
    expect(mail.html + mail.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('loads nothing from anywhere', () => {
    expect(mail.html).not.toMatch(/<[^>]*\s(src|background|srcset|poster)=/i);
    expect(mail.html).not.toMatch(/url\(|@import|@font-face/i);
  });

  it('is not cut off by mail programs', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
  });

  it('leads to the product only', () => {
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    for (const href of links) expect(href).toMatch(/^https:\/\/crm\.firm\.example\//);
  });
});

describe('a mail of notices', () => {
  it.each(NOTICE_KINDS)('carries every sentence, next step and link of its %s', async (kind) => {
    const all = items(kind, USUAL, 25);
    const { text } = await noticesMail(frame, all);

    for (const { sentence: said, path } of all) {
      expect(text).toContain(`Zaphira Candidate: ${said}.\n`);
      expect(text).toContain(`  https://crm.firm.example${path}\n`);
    }
    expect(text.match(/Next: Call the client\./g)).toHaveLength(25);
  });

  it('shows 25 and counts the rest', async () => {
    const { text, html } = await noticesMail(frame, items('flag_raised', USUAL, 40));

    expect(text.match(/Next: /g)).toHaveLength(25);
    expect(text).toContain('And 15 more on your reminders page: https://crm.firm.example/reminders');
    expect(html).toContain('And 15 more on your reminders page');
  });

  it('puts the search with the worst first, and in it the worst', async () => {
    const of = (group: string, severity: NoticeItem['severity'], said: string): NoticeItem => ({
      ...itemOf('flag_raised', USUAL),
      group,
      severity,
      sentence: said,
    });
    const { text } = await noticesMail(frame, [
      of('A', 'watch', 'third'),
      of('B', 'watch', 'second'),
      of('B', 'stalled', 'first'),
    ]);

    expect(orderOf(text, ['B\n-', 'first.', 'second.', 'A\n-', 'third.'])).toBe(true);
  });

  it('has one heading per search and says which items belong to none', async () => {
    const { text } = await noticesMail(frame, [
      itemOf('flag_raised', USUAL),
      itemOf('task_due', { ...USUAL, group: null }),
      itemOf('task_due', USUAL),
    ]);

    expect(text.match(/Chief Quux Officer, Client Zeta/g)).toHaveLength(1);
    expect(text).toContain('Not about a single search');
  });

  it.each<[NoticeKind[], string]>([
    [['flag_raised'], 'One of your searches needs you'],
    [['flag_raised', 'flag_raised'], '2 flags on your searches need you'],
    [['interview_tomorrow'], 'An interview is coming up'],
    [['task_due', 'flag_raised', 'task_due'], 'Reminders: 1 flag, 2 tasks'],
    [[...NOTICE_KINDS], 'Reminders: 1 escalation, 1 flag, 1 window closing and 9 more'],
  ])('about %j has the subject %s', async (kinds, subject) => {
    const mail = await noticesMail(
      frame,
      kinds.map((kind, n) => itemOf(kind, USUAL, n)),
    );

    expect(mail.subject).toBe(subject);
  });

  it('says why one gets it and how to end it', async () => {
    const { text, html } = await noticesMail(frame, [itemOf('flag_raised', USUAL)]);

    expect(text).toContain('You are receiving this because it is yours to act on');
    expect(text).toContain('https://crm.firm.example/settings/notifications');
    expect(text).toContain('https://crm.firm.example/unsubscribe/abc');
    expect(html).toContain('href="https://crm.firm.example/unsubscribe/abc"');
  });

  it('has no way to end what may not be ended', async () => {
    const { text } = await noticesMail({ ...frame, unsubscribeUrl: null }, [itemOf('flag_raised', USUAL)]);

    expect(text).not.toContain('Stop emails of this kind');
  });

  it('names the date on which a window closes where the candidate lives, not where the mail is read', async () => {
    const [at, on] = [new Date('2026-11-24T23:00:00Z'), localDate('2026-11-25')];
    const london = { ...frame, timeZone: 'Europe/London' };

    const { text } = await noticesMail(london, [{ ...itemOf('window_closing', USUAL), at, on }]);

    expect(text).toContain('Window closes Wed 25 Nov');
  });

  it.each([true, false])('of a firm whose data is simulated (%s) says so on top', async (simulated) => {
    const { text, html } = await noticesMail({ ...frame, simulated }, [itemOf('flag_raised', USUAL)]);

    expect(text.startsWith('Simulated data: no person')).toBe(simulated);
    expect(html.includes('Simulated data: no person')).toBe(simulated);
  });
});

describe('a daily digest', () => {
  it('has a section per kind, the most urgent first', async () => {
    const { text, subject } = await digestMail(frame, {
      date: localDate('2026-11-23'),
      items: NOTICE_KINDS.map((kind) => itemOf(kind, USUAL)),
    });
    const headings = [...text.matchAll(/^(.+) \(1\)\n=/gm)].map(([, heading]) => heading);

    expect(headings).toHaveLength(URGENCY.length);
    expect(headings.slice(0, 3)).toEqual(['Escalated to you', 'Flags', 'Windows about to close']);
    expect(subject).toBe('Mon 23 Nov: 1 escalation, 1 flag, 1 window closing and 9 more');
    expect(text).toContain('Your day, Mon 23 Nov');
  });

  it('without anything says that nothing is due', async () => {
    const { text, subject } = await digestMail(frame, { date: localDate('2026-11-23'), items: [] });

    expect(subject).toBe('Mon 23 Nov: nothing is due');
    expect(text).toContain('Nothing is due.');
  });
});

describe('the Monday mail', () => {
  it('attaches the PDF where there is one', async () => {
    const pdf = Buffer.from('%PDF-1.7');

    const mail = await healthMail(frame, { ...healthOf(USUAL, 1), pdf }, startsAt);

    expect(mail.attachments).toEqual([
      { filename: 'pipeline-health.pdf', contentType: 'application/pdf', content: pdf },
    ]);
    expect(mail.text).toContain('The full page is attached as a PDF.');
    expect((await healthMail(frame, healthOf(USUAL, 1), startsAt)).attachments).toEqual([]);
  });

  it('says what has changed since last Monday, and nothing where nobody can look back', async () => {
    const health = healthOf(USUAL, 7);
    const { text } = await healthMail(frame, health, startsAt);

    expect(text).toContain('Since Mon 16 Nov\n');
    expect(text).toContain('Stalled 7, was 0; at risk 2, was 4; on track 1, as before; on hold 0, as before.');
    expect(text).toMatch(/\nBecame stalled \(7\): .*; and 2 more\.\n/);
    expect(text).toMatch(/\nPlaced \(1\): [^;]*\.\n/);
    expect(text).not.toContain('Recovered');
    expect((await healthMail(frame, { ...health, changes: null }, startsAt)).text).not.toContain('Since ');
  });

  it('counts what it does not show', async () => {
    const { text, subject } = await healthMail(frame, healthOf(USUAL, 14), startsAt);

    expect(text.match(/And 4 more on the page\./g)).toHaveLength(2);
    expect(subject).toBe('Pipeline health, Tue 24 Nov: 14 stalled, 2 at risk');
  });
});

describe("the mail to a client's contact", () => {
  const request = {
    searchTitle: 'Chief AI Officer',
    people: 3,
    presentedOn: startsAt,
    windowDays: 35,
    leadName: 'Lead Sample',
    leadEmail: 'lead@firm.example',
  };

  it('leads nowhere but out of these mails, and the answer goes to the lead', async () => {
    const mail = await clientFeedbackMail(frame, request);

    expect(mail.html.match(/href="[^"]*"/g)).toEqual([`href="${frame.unsubscribeUrl}"`]);
    expect(mail.text.match(/https:\S+/g)).toEqual([frame.unsubscribeUrl]);
    expect(mail.text).toContain('Stop these reminders');
    expect(mail.replyTo).toEqual({ name: 'Lead Sample', address: 'lead@firm.example' });
    expect(mail.text).toContain('On Tue 24 Nov we presented 3 candidates to you for the search Chief AI Officer.');
  });
});

describe('the samples', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const where = { publicUrl: 'https://crm.firm.example', timeZone: 'Europe/Berlin' };

  it('show every kind of notice', () => {
    const shown = listSamples().map(({ template }) => template);

    expect(shown).toEqual(expect.arrayContaining(NOTICE_KINDS.map((kind) => kind.replaceAll('_', '-'))));
    expect(new Set(shown).size).toBe(shown.length);
  });

  it.each(listSamples())('$template is marked as simulated', async ({ template }) => {
    const mail = await sampleMail(template, where, now);

    expect(mail.text).toMatch(/^Simulated data/);
    expect(wordsOf(bodyOf(mail.html))).toEqual(wordsOf(withoutMarks(mail.text)));
  });

  it('have no template of another name', async () => {
    await expect(sampleMail('constructor', where, now)).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** What a reader is told: without the preheader and the letters the firm is drawn by, tags as gaps, entities as letters. */
function bodyOf(html: string): string {
  const body = html.slice(html.indexOf('<table'));
  return body
    .replaceAll(/<!--.*?-->|<td aria-hidden="true".*?<\/td>/gs, ' ')
    .replaceAll(/<\/?(span|a)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/** Without what stands for layout in the text part: bullets, underlines, the addresses of links. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/^(\* |-- |-+|=+)$/gm, '')
    .replaceAll(/^\* /gm, '')
    .replaceAll(/(: | {2})https:\/\/crm\.firm\.example\S*$/gm, ' ');
}
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const orderOf = (text: string, parts: readonly string[]): boolean =>
  parts.every((part, i) => i === 0 || text.indexOf(part) > text.indexOf(parts[i - 1] ?? '')) &&
  parts.every((part) => text.includes(part));
