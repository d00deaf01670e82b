import type { Role } from '@app/identity/identity.types.js';
import { DEFAULT_STAGES } from '@app/stages/stages.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import {
  aPersonAt,
  anInterview,
  anOffer,
  anOpenSearch,
  aTask,
  inDays,
  inHours,
  prepare,
  type Stage,
} from './post-examples.js';

export interface EditExample {
  path: string;
  /** What two people who looked at the same version send, each in their own words. */
  bodies: readonly [object, object];
  role?: Role;
}

/** Of each change of a record by PATCH or DELETE: two that contradict each other. A new route adds its own. */
export const EDIT_EXAMPLES: Record<string, (stage: Stage) => Promise<EditExample> | EditExample> = {
  'patch /api/absences/{id}': async (stage) => ({
    path: `absences/${await anAbsence(stage)}`,
    bodies: both({ lastDay: inDays(10) }, { lastDay: inDays(12) }),
  }),
  'delete /api/absences/{id}': async (stage) => {
    const path = `absences/${await anAbsence(stage)}?version=1`;
    return { path, bodies: [{}, {}] };
  },
  'patch /api/views/{id}': async (stage) => ({
    path: `views/${await aView(stage)}`,
    bodies: both({ name: 'One name' }, { name: 'Another name' }),
  }),
  'delete /api/views/{id}': async (stage) => ({ path: `views/${await aView(stage)}?version=1`, bodies: [{}, {}] }),
  'patch /api/account': () => ({ path: 'account', bodies: both({ name: 'One Name' }, { name: 'Another Name' }) }),
  'patch /api/activities/{id}': async (stage) => {
    const { searchId, candidateId } = await aPersonAt(stage, 'contacted');
    const call = { kind: 'call', searchId, candidateId, text: 'Simulated call' };
    const { id } = await prepare<{ id: string }>(stage, 'activities', call);
    return { path: `activities/${id}`, bodies: both({ text: 'One text' }, { text: 'Another text' }) };
  },
  'patch /api/candidates/{id}': async ({ api, firm }) => ({
    path: `candidates/${await aCandidate(api.dataSource, firm)}`,
    bodies: both({ title: 'VP MLOps' }, { title: 'Chief AI Officer' }),
  }),
  'patch /api/clients/{id}': async ({ api, firm }) => ({
    path: `clients/${await aClient(api.dataSource, firm)}`,
    bodies: both({ industry: 'Retail' }, { industry: 'Banking' }),
  }),
  'patch /api/clients/{id}/calendar': async ({ api, firm }) => ({
    path: `clients/${await aClient(api.dataSource, firm)}/calendar`,
    bodies: both({ holidays: [aDayOff('2027-01-04')] }, { holidays: [aDayOff('2027-01-05')] }),
  }),
  'patch /api/clients/{id}/contacts/{contactId}': async ({ api, firm }) => {
    const clientId = await aClient(api.dataSource, firm);
    const contactId = await aContact(api.dataSource, firm, clientId, 'Simulated Contact');
    return {
      path: `clients/${clientId}/contacts/${contactId}`,
      bodies: both({ role: 'hr' }, { role: 'board' }),
    };
  },
  'patch /api/interviews/{id}': async (stage) => ({
    path: `interviews/${await anInterview(stage)}`,
    bodies: both({ place: 'At the client' }, { place: 'By video' }),
  }),
  'patch /api/me/notification-settings': () => ({
    path: 'me/notification-settings',
    bodies: both({ digestAt: '06:15' }, { digestAt: '06:45' }, 0),
  }),
  'patch /api/offers/{id}/start-date': async (stage) => {
    const id = await anOffer(stage);
    await prepare(stage, `offers/${id}/decision`, { version: 1, decision: 'accepted' });
    return {
      path: `offers/${id}/start-date`,
      bodies: both({ startDate: inDays(30) }, { startDate: inDays(40) }, 2),
    };
  },
  'patch /api/offices/{id}/calendar': ({ firm }) => ({
    path: `offices/${firm.officeId}/calendar`,
    bodies: both({ workingDays: [1, 2, 3] }, { workingDays: [1, 2, 3, 4] }),
    role: 'partner',
  }),
  'patch /api/policies/firm': () => ({ path: 'policies/firm', bodies: LIMITS, role: 'partner' }),
  'patch /api/policies/roles/{roleKey}': () => ({
    path: 'policies/roles/chief_ai_officer',
    bodies: LIMITS,
    role: 'partner',
  }),
  'patch /api/role-templates/{id}': async (stage) => {
    const role = { title: 'Simulated role', family: 'product', code: 'ROLE', criteria: [] };
    const { id } = await prepare<{ id: string }>(stage, 'role-templates', role, 'partner');
    return {
      path: `role-templates/${id}`,
      bodies: both({ title: 'One title' }, { title: 'Another title' }),
      role: 'partner',
    };
  },
  'patch /api/searches/{id}': async (stage) => ({
    path: `searches/${await anOpenSearch(stage)}`,
    bodies: both({ title: 'One title' }, { title: 'Another title' }),
  }),
  'patch /api/searches/{id}/policy': async (stage) => ({
    path: `searches/${await anOpenSearch(stage)}/policy`,
    bodies: LIMITS,
    role: 'partner',
  }),
  'patch /api/stages': ({ firm }) => {
    const stages = DEFAULT_STAGES.map(({ key, label, kind, budgetWorkingDays }) => {
      return { id: firm.stages[key], label, kind, budgetWorkingDays };
    });
    const renamed = (label: string) => ({ stages: stages.map((stage, i) => (i === 0 ? { ...stage, label } : stage)) });
    return { path: 'stages', bodies: both(renamed('Long list'), renamed('Mapped'), 8), role: 'partner' };
  },
  'patch /api/tasks/{id}': async (stage) => ({
    path: `tasks/${await aTask(stage)}`,
    bodies: both({ dueAt: inHours(48) }, { dueAt: inHours(72) }),
  }),
  'patch /api/users/{id}': ({ firm }) => ({
    path: `users/${firm.users.researcher.id}`,
    bodies: both({ role: 'consultant' }, { role: 'partner' }),
    role: 'admin',
  }),
};

const both = (one: object, another: object, version = 1): EditExample['bodies'] => [
  { version, ...one },
  { version, ...another },
];

const LIMITS = both({ settings: { windowCloseDay: 35 } }, { settings: { windowCloseDay: 42 } }, 0);

const aDayOff = (date: string) => ({ date, name: 'Simulated day off' });

const aView = async (stage: Stage): Promise<string> => {
  const body = { list: 'clients', name: 'Simulated view', asked: ['sort=-industry'], shared: true };
  return (await prepare<{ id: string }>(stage, 'views', body)).id;
};

const anAbsence = async (stage: Stage): Promise<string> => {
  const body = { deputyUserId: stage.firm.users.partner.id, firstDay: inDays(7), lastDay: inDays(9) };
  return (await prepare<{ id: string }>(stage, 'absences', body)).id;
};
