import * as access from './access.rules.js';
import { ROLES } from './identity.types.js';

const everybody = [...ROLES, 'system'] as const;
type Who = (typeof everybody)[number];

const seniors: Who[] = ['admin', 'partner', 'system'];
const consultants: Who[] = ['admin', 'partner', 'consultant', 'system'];

describe('who may do what', () => {
  it.each<[string, (who: { role: Who }) => boolean, readonly Who[]]>([
    ['manage offices, limits and stages', access.mayManageFirm, seniors],
    ['invite', access.mayInvite, seniors],
    ['give roles and deactivate', access.mayChangePeople, ['admin', 'system']],
    ['import', access.mayImport, seniors],
    ['open, hold and close searches', access.mayOpenSearch, consultants],
    ['extend and decide offers', access.mayMakeOffer, consultants],
    ['say that the client decided', (who) => access.mayGiveOutcome(who, 'client'), consultants],
    ['say that the firm decided', (who) => access.mayGiveOutcome(who, 'firm'), everybody],
    ['say that the candidate decided', (who) => access.mayGiveOutcome(who, 'candidate'), everybody],
    ['add, move and log', access.mayWorkPipeline, everybody],
  ])('to %s', (_, rule, allowed) => {
    expect(everybody.filter((role) => rule({ role }))).toEqual(everybody.filter((role) => allowed.includes(role)));
  });
});
