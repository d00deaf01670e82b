import fc from 'fast-check';
import { ROLES, type Role } from '@app/identity/identity.types.js';
import * as rules from './users.rules.js';
import type { UserState } from './users.types.js';

type Who = Role | 'system';
const EVERYBODY: readonly Who[] = [...ROLES, 'system'];
const actor = (role: Who, userId: string | null = role === 'system' ? null : 'actor') => ({ role, userId });
const user = (role: Role, state: UserState = 'active', id = 'user') => ({ id, role, state });
/** The actor and somebody else. */
const TWO = ['actor', 'other'];
const codeOf = (refusal: rules.UserRefusal | null) => refusal?.code ?? 'yes';

describe('inviting', () => {
  it.each<[Who, readonly Role[]]>([
    ['admin', ROLES],
    ['partner', ['partner', 'consultant', 'researcher']],
    ['consultant', []],
    ['researcher', []],
    ['system', ROLES],
  ])('as %s: to %j', (role, may) => {
    expect(rules.invitableRoles(actor(role))).toEqual(may);
    expect(ROLES.filter((given) => rules.inviteRefusal(actor(role), given) === null)).toEqual(may);
  });

  it('gives nobody more than the one who invites has', () => {
    const rank = (role: Who) => ['researcher', 'consultant', 'partner', 'admin', 'system'].indexOf(role);
    for (const role of EVERYBODY)
      for (const given of rules.invitableRoles(actor(role))) expect(rank(given)).toBeLessThanOrEqual(rank(role));
  });

  it.each<[UserState, string]>([
    ['invited', 'yes'],
    ['active', 'user_not_invited'],
    ['deactivated', 'user_not_invited'],
  ])('again or no more: somebody %s: %s', (state, code) => {
    expect(codeOf(rules.invitationRefusal(actor('partner'), user('consultant', state)))).toBe(code);
  });

  it('again by whoever might have sent it', () => {
    expect(codeOf(rules.invitationRefusal(actor('partner'), user('admin', 'invited')))).toBe('not_allowed');
    expect(codeOf(rules.invitationRefusal(actor('consultant'), user('researcher', 'invited')))).toBe('not_allowed');
  });
});

describe('changing a role', () => {
  it.each<[string, ReturnType<typeof actor>, rules.RuledUser, Role, readonly string[], string]>([
    ['an admin gives a role', actor('admin'), user('consultant'), 'admin', TWO, 'yes'],
    [
      'an admin takes one of two admins their role',
      actor('admin'),
      user('admin', 'active', 'other'),
      'partner',
      TWO,
      'yes',
    ],
    [
      'the command line takes the last admin their role',
      actor('system'),
      user('admin'),
      'partner',
      ['user'],
      'last_admin',
    ],
    ['the command line leaves the last admin admin', actor('system'), user('admin'), 'admin', ['user'], 'yes'],
    ['an admin gives up being one', actor('admin'), user('admin', 'active', 'actor'), 'partner', TWO, 'oneself'],
    ['an admin who is none any more', actor('admin'), user('consultant'), 'partner', ['other'], 'not_allowed'],
    ['an invited admin is not the last one', actor('admin'), user('admin', 'invited'), 'partner', ['actor'], 'yes'],
    ['somebody who has left', actor('admin'), user('consultant', 'deactivated'), 'partner', TWO, 'user_deactivated'],
    ['a partner', actor('partner'), user('researcher'), 'consultant', TWO, 'not_allowed'],
    ['a consultant', actor('consultant'), user('researcher'), 'consultant', TWO, 'not_allowed'],
  ])('%s', (_, who, of, role, admins, code) => {
    expect(codeOf(rules.roleRefusal(who, of, role, admins))).toBe(code);
  });
});

describe('deactivating', () => {
  it.each<[string, ReturnType<typeof actor>, rules.RuledUser, readonly string[], string]>([
    ['a colleague', actor('admin'), user('consultant'), TWO, 'yes'],
    ['one of two admins', actor('admin'), user('admin', 'active', 'other'), TWO, 'yes'],
    ['somebody who never joined', actor('admin'), user('consultant', 'invited'), TWO, 'yes'],
    ['the last admin, by the command line', actor('system'), user('admin'), ['user'], 'last_admin'],
    ['oneself', actor('admin'), user('admin', 'active', 'actor'), TWO, 'oneself'],
    ['by an admin who is none any more', actor('admin'), user('consultant'), ['other'], 'not_allowed'],
    ['twice', actor('admin'), user('consultant', 'deactivated'), TWO, 'user_deactivated'],
    ['by a partner', actor('partner'), user('researcher'), TWO, 'not_allowed'],
  ])('%s', (_, who, of, admins, code) => {
    expect(codeOf(rules.deactivationRefusal(who, of, admins))).toBe(code);
  });

  it.each<[string, rules.RuledUser | null, string]>([
    ['a colleague', user('researcher', 'active', 'other'), 'yes'],
    ['the leaver', user('consultant'), 'successor_refused'],
    ['somebody invited', user('partner', 'invited', 'other'), 'successor_refused'],
    ['somebody who has left', user('partner', 'deactivated', 'other'), 'successor_refused'],
    ['nobody of the firm', null, 'successor_refused'],
  ])('with everything going to %s', (_, successor, code) => {
    expect(codeOf(rules.successorRefusal(user('consultant'), successor))).toBe(code);
  });

  it('can be undone by an admin', () => {
    const left = user('consultant', 'deactivated');
    expect(codeOf(rules.reactivationRefusal(actor('admin'), left, TWO))).toBe('yes');
    expect(codeOf(rules.reactivationRefusal(actor('partner'), left, TWO))).toBe('not_allowed');
    expect(codeOf(rules.reactivationRefusal(actor('admin'), user('consultant'), TWO))).toBe('user_not_deactivated');
  });
});

describe('a firm that has an admin', () => {
  it('has one after whatever its people do to each other', () => {
    const ids = ['a', 'b', 'c'];
    const step = fc.record({
      actor: fc.constantFrom(...ids, null),
      user: fc.constantFrom(...ids),
      what: fc.constantFrom<Role | 'deactivate' | 'reactivate'>(...ROLES, 'deactivate', 'reactivate'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const firm = new Map(ids.map((id) => [id, user('admin', 'active', id)]));
        const admins = () => ids.filter((id) => firm.get(id)?.role === 'admin' && firm.get(id)?.state === 'active');
        for (const { actor: by, user: of, what } of steps) {
          const one = firm.get(of)!;
          const who = by === null ? actor('system') : actor(firm.get(by)!.role, by);
          if (what === 'deactivate') {
            if (!rules.deactivationRefusal(who, one, admins())) firm.set(of, { ...one, state: 'deactivated' });
          } else if (what === 'reactivate') {
            if (!rules.reactivationRefusal(who, one, admins())) firm.set(of, { ...one, state: 'active' });
          } else if (!rules.roleRefusal(who, one, what, admins())) firm.set(of, { ...one, role: what });
          expect(admins()).not.toHaveLength(0);
        }
      }),
    );
  });
});

describe('what is offered', () => {
  const NOTHING = {
    change: false,
    changeRole: false,
    resend: false,
    takeBack: false,
    deactivate: false,
    reactivate: false,
  };

  it.each<[string, ReturnType<typeof actor>, rules.RuledUser, readonly string[], Partial<typeof NOTHING>]>([
    [
      'an admin, of a colleague',
      actor('admin'),
      user('consultant'),
      TWO,
      { change: true, changeRole: true, deactivate: true },
    ],
    ['an admin, of themselves', actor('admin'), user('admin', 'active', 'actor'), TWO, { change: true }],
    [
      'an admin, of somebody invited',
      actor('admin'),
      user('partner', 'invited'),
      TWO,
      { change: true, changeRole: true, resend: true, takeBack: true, deactivate: true },
    ],
    ['an admin, of a leaver', actor('admin'), user('partner', 'deactivated'), TWO, { reactivate: true }],
    ['a partner, of an admin', actor('partner'), user('admin'), TWO, { change: true }],
    [
      'a partner, of somebody invited',
      actor('partner'),
      user('researcher', 'invited'),
      TWO,
      { change: true, resend: true, takeBack: true },
    ],
    ['a partner, of an invited admin', actor('partner'), user('admin', 'invited'), TWO, { change: true }],
    ['a partner, of a leaver', actor('partner'), user('consultant', 'deactivated'), TWO, {}],
    ['a consultant', actor('consultant'), user('researcher', 'invited'), TWO, {}],
    ['the command line, of the last admin', actor('system'), user('admin'), ['user'], { change: true }],
  ])('%s', (_, who, of, admins, offered) => {
    expect(rules.allowedUserActions(who, of, admins)).toEqual({ ...NOTHING, ...offered });
  });
});
