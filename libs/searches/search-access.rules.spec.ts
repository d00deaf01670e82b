import fc from 'fast-check';
import { decideAccess, mayLeave, type AccessEdit } from './search-access.rules.js';

const PEOPLE = ['ada', 'bob', 'cleo', 'dan'] as const;
const person = fc.constantFrom(...PEOPLE);
const role = fc.constantFrom('admin' as const, 'partner' as const, 'consultant' as const);
const edit: fc.Arbitrary<AccessEdit> = fc.record(
  { leadUserId: person, confidential: fc.boolean(), teamUserIds: fc.uniqueArray(person) },
  { requiredKeys: [] },
);
const step = fc.record({ who: person, role, edit });

describe('who works on a search', () => {
  it('never loses one who led it or hid it, unless by their own doing', () => {
    fc.assert(
      fc.property(person, fc.array(step, { maxLength: 8 }), (lead, steps) => {
        let access = {
          leadUserId: lead as string,
          confidential: false,
          members: [] as { id: string; stays: boolean }[],
        };
        const bound = new Set<string>([lead]);
        for (const { who, role: as, edit: asked } of steps) {
          const actor = { userId: who, role: as };
          const named = access.members.map((member) => ({ ...member, name: member.id }));
          const decided = decideAccess(actor, { ...access, members: named }, asked);
          if ('refused' in decided) continue;
          const leadUserId = asked.leadUserId ?? access.leadUserId;
          const confidential = asked.confidential ?? access.confidential;
          if (confidential && !access.confidential) bound.add(who);
          bound.add(leadUserId);
          if (!decided.team.includes(who)) bound.delete(who);
          const kept = asked.teamUserIds ? [] : access.members.map(({ id }) => id);
          const stays = new Set([
            ...access.members.filter((member) => member.stays).map(({ id }) => id),
            ...decided.staying,
          ]);
          const team = [...new Set([...decided.team, ...kept])].filter((id) => id !== leadUserId);
          access = { leadUserId, confidential, members: team.map((id) => ({ id, stays: stays.has(id) })) };
          const all = [leadUserId, ...team];

          expect([...bound].filter((id) => !all.includes(id))).toEqual([]);
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 1000) },
    );
  });

  it.each([
    ['the lead', 'consultant', 'ada', {}],
    ['a partner', 'partner', 'dan', {}],
    ['an admin', 'admin', 'dan', {}],
    ['another consultant', 'consultant', 'dan', { refused: { code: 'not_allowed' } }],
    ['a member of the team', 'consultant', 'bob', { refused: { code: 'not_allowed' } }],
  ] as const)('is changed by %s', (_, as, userId, expected) => {
    const access = { leadUserId: 'ada', confidential: false, members: [{ id: 'bob', name: 'Bob', stays: false }] };

    for (const asked of [{ confidential: true }, { leadUserId: 'cleo' }, { teamUserIds: [] }])
      expect(decideAccess({ role: as, userId }, access, asked)).toMatchObject(expected);
    expect(decideAccess({ role: as, userId }, access, { leadUserId: 'ada', teamUserIds: ['bob'] })).toEqual({
      ...{ team: ['ada', 'bob'], staying: [] },
    });
  });

  it.each([
    ['the lead', 'ada', false],
    ['a member', 'bob', true],
    ['somebody else', 'cleo', false],
    ['the system', null, false],
  ])('is left by a member alone: %s', (_, userId, expected) => {
    expect(mayLeave({ userId, role: 'consultant' }, 'ada', ['ada', 'bob'])).toBe(expected);
  });
});
