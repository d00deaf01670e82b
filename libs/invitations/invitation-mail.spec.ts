import { invitationMail } from './invitation-mail.js';

const letter = {
  to: { name: 'Maja <b>\r\nBcc: all', address: 'maja@firm.example' },
  firmName: 'Meridian & Sons',
  inviterName: 'Ada "the" Simulated',
  token: 'a-token_1',
};

describe('the mail of an invitation', () => {
  it('says who invites, to which firm, and where', () => {
    const { text, html, to } = invitationMail(letter, 'https://searchlight.example');

    expect(text).toContain('Ada "the" Simulated invites you to work with Meridian & Sons in Searchlight.');
    expect(text).toContain('https://searchlight.example/invitation?token=a-token_1');
    expect(html).toContain('Ada &quot;the&quot; Simulated invites you to work with Meridian &amp; Sons');
    expect(html).toContain('href="https://searchlight.example/invitation?token=a-token_1"');
    expect(to.address).toBe('maja@firm.example');
  });

  it('has no name in its subject, and lines and markup of a name do nothing', () => {
    const { subject, html, to } = invitationMail(letter, 'https://searchlight.example');

    expect(subject).toBe('Your invitation to Searchlight');
    expect(to.name).toBe('Maja <b> Bcc: all');
    expect(html).toContain('Hello Maja &lt;b&gt; Bcc: all,');
  });

  it('comes from the firm when the operator invites', () => {
    expect(invitationMail({ ...letter, inviterName: null }, 'https://searchlight.example').text).toContain(
      'Meridian & Sons invites you to work with it in Searchlight.',
    );
  });
});
