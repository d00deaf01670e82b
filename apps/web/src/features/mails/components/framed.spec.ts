import { framed } from './framed';

const MAIL =
  '<head><meta name="color-scheme" content="light dark"><style>:root{color-scheme:light dark}' +
  '@media (prefers-color-scheme:dark){.card{color:#fff}}</style></head><a class="link" href="https://crm.firm.example/">Open</a>';

describe('a mail in its frame', () => {
  it.each([
    ['dark', '@media all{.card'],
    ['light', '@media not all{.card'],
  ] as const)('answers what the mail asks about colours itself: %s', (scheme, rule) => {
    const shown = framed(MAIL, scheme);

    expect(shown).toContain(rule);
    expect(shown).toContain(`:root{color-scheme:${scheme}}`);
    expect(shown).not.toContain('light dark');
  });

  it('leads nowhere', () => {
    expect(framed(MAIL, 'light')).not.toMatch(/\shref=/);
  });
});
