import { plainMail } from './plain-mail.js';

it('a name is never more than a line of a mail, whatever was typed', () => {
  const to = { name: 'Ada\r\n\r\nYour account is closed.', email: 'ada@firm.example' };
  const { text, html } = plainMail(to, {
    subject: 'Confirm your address',
    firmName: 'Firm\r\nand Sons',
    introduction: 'Somebody wants to set up Firm\n\nPay here:\u2028now in Searchlight:',
    link: 'https://searchlight.example/x?token=t',
    button: 'Confirm',
    afterwards: ['Once.'],
  });

  expect(text.split('\n\n')).toHaveLength(5);
  expect(text).toContain('Hello Ada Your account is closed.,');
  expect(text.trimEnd().split('\n').at(-1)).toBe('Searchlight · Firm and Sons');
  expect(html).toContain('Searchlight · Firm and Sons');
  expect(html).toContain('>FA</td>');
  expect(html).not.toContain('\n');
});
