import { NOTICE_KINDS } from '@app/mails/mails.types.js';
import { NOTICE_KIND_SPECS } from '@app/notifications/notice-kinds.sql.js';
import { REMINDERS_SQL } from './reminders.sql.js';

const kinds = NOTICE_KIND_SPECS.map(({ kind }) => kind);
const sqlOf = (name: string) => REMINDERS_SQL.find((definition) => definition.name === name)?.sql ?? '';
const namedIn = (name: string) =>
  [...sqlOf(name).matchAll(/select '(\w+)' as kind|firm_id, '(\w+)' as kind/g)].map(([, a, b]) => a ?? b);

describe('the kinds of reminder', () => {
  it('are those that mails have words for, each once', () => {
    expect([...kinds].sort()).toEqual([...NOTICE_KINDS].sort());
  });

  it('are those of the views, both of what is due and of what may be', () => {
    expect(namedIn('due_notice')).toEqual(kinds);
    expect(namedIn('owed_notice')).toEqual(kinds);
  });
});
