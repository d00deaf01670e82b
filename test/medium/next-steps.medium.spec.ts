import type { StallRuleName, WayAct, WayOut } from '@app/clocks/clocks.types.js';
import { STALL_RULES } from '@app/clocks/stall-rules.rules.js';
import { localDateOf } from '@app/platform/time/zone.js';
import { StallsService } from '@app/stalls/stalls.service.js';
import { daysAgo } from '../factories/candidacy.factory.js';
import { aFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const daysFromNow = (days: number): Date => daysAgo(-days);
const dateIn = (days: number): string => localDateOf(daysFromNow(days), 'Europe/Berlin');

interface Person {
  stage: string;
  daysAgo: number;
}

interface Setting {
  openedDaysAgo: number;
  people: Person[];
  targetIn?: number;
  offer?: boolean;
}

const NEGLECTED: Setting = {
  openedDaysAgo: 60,
  people: [
    { stage: 'presented', daysAgo: 55 },
    { stage: 'contacted', daysAgo: 55 },
    { stage: 'contacted', daysAgo: 55 },
  ],
};

/** A search in which the rule stands flagged by now. */
const SETTINGS: Partial<Record<StallRuleName, Setting>> = {
  window_closing: { openedDaysAgo: 60, people: [{ stage: 'finalist', daysAgo: 23 }] },
  offer_pending: { openedDaysAgo: 60, people: [{ stage: 'finalist', daysAgo: 30 }], offer: true },
  pace: { openedDaysAgo: 3, people: [{ stage: 'assessed', daysAgo: 2 }], targetIn: 9 },
};

interface Flag {
  id: string;
  rule: string;
  candidateId: string | null;
  candidacyId: string | null;
  ways: WayOut[];
}

async function aFlagOf(rule: StallRuleName) {
  const setting = SETTINGS[rule] ?? NEGLECTED;
  const firm = await aFirm(api.dataSource);
  const past = await History.of(api.dataSource, firm);
  const searchId = await past.search({ openedAt: daysFromNow(-setting.openedDaysAgo) });
  for (const { stage, daysAgo } of setting.people) {
    const candidacyId = await past.candidacy(searchId, { stage, at: daysFromNow(-daysAgo) });
    if (setting.offer) await past.offer(searchId, candidacyId, daysFromNow(-20));
  }
  if (setting.targetIn) await past.target(searchId, dateIn(setting.targetIn));
  const asked = api.request(firm.cookie('partner'));
  const call = async (method: 'get' | 'post' | 'patch', path: string, body?: object) => {
    const answer = await asked[method](`/api/${path}`).send(body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const flags = async (): Promise<Flag[]> => {
    await api.app.get(StallsService).sweepFirm(firm.id);
    return (await call('get', `searches/${searchId}/flags`)).items;
  };
  const flag = (await flags()).find((one) => one.rule === rule);
  if (!flag) throw new Error(`${rule} is not flagged`);
  const standing = async (): Promise<string[]> => (await flags()).map(({ id }) => id);
  return { firm, searchId, flag, call, standing };
}

type Scene = Awaited<ReturnType<typeof aFlagOf>>;

const board = ({ call, searchId }: Scene) => call('get', `searches/${searchId}/board`);
const candidacy = ({ call, flag }: Scene) => call('get', `candidacies/${flag.candidacyId}`);

/** How far people have to come for a rule to be content. */
const FAR_ENOUGH: Partial<Record<StallRuleName, string>> = {
  no_progress: 'assessed',
  stage_overdue: 'client_interview',
  client_silent: 'finalist',
  slate_late: 'presented',
  thin_pipeline: 'assessed',
  pace: 'finalist',
};

const LIMITS: Partial<Record<StallRuleName, object>> = {
  slate_late: { slateSize: 1 },
  thin_pipeline: { thinPipelineSize: 1 },
};

/** What a person does on the screen, by what the flag offers. */
const DO: Record<WayAct, (scene: Scene, rule: StallRuleName, way: WayOut) => Promise<unknown>> = {
  log: async ({ call, searchId, flag }, _, { kind, withDecisionMaker }) => {
    const { client } = await call('get', `searches/${searchId}`);
    const about = { searchId, ...(flag.candidateId ? { candidateId: flag.candidateId } : {}) };
    if (!withDecisionMaker) return call('post', 'activities', { kind, ...about });
    const { contacts } = await call('post', `clients/${client.id}/contacts`, {
      name: 'Simulated Contact',
      role: 'decision_maker',
    });
    return call('post', 'activities', { kind, ...about, contactId: contacts[0].id });
  },
  move: async (scene, rule) => {
    const { cards, stages } = await board(scene);
    const to = stages.find(({ key }: { key: string }) => key === FAR_ENOUGH[rule]);
    const one = scene.flag.candidacyId;
    for (const card of cards) {
      const wanted = one ? card.id === one : card.allowed.moveTo.includes(to.id) && card.stageId !== to.id;
      const behind = stages.find(({ id }: { id: string }) => id === card.stageId).position < to.position;
      if (!wanted || !behind) continue;
      await scene.call('post', `candidacies/${card.id}/moves`, { version: card.version, toStageId: to.id });
    }
  },
  offer: async (scene) => {
    const { card } = await candidacy(scene);
    return scene.call('post', `candidacies/${card.id}/offers`, { version: card.version });
  },
  decide: async (scene) => {
    const { offers } = await candidacy(scene);
    return scene.call('post', `offers/${offers[0].id}/decision`, { version: offers[0].version, decision: 'declined' });
  },
  end: async (scene) => {
    const { card } = await candidacy(scene);
    return scene.call('post', `candidacies/${card.id}/outcome`, {
      version: card.version,
      outcome: 'withdrawn',
      by: 'candidate',
      reason: 'stays_put',
    });
  },
  target: async ({ call, searchId }) => {
    const { version } = await call('get', `searches/${searchId}`);
    return call('patch', `searches/${searchId}`, { version, targetDate: dateIn(90) });
  },
  limits: async ({ call, searchId }, rule) => {
    const settings = LIMITS[rule] ?? { stageBudgets: await shortBudgets(call, searchId) };
    await call('patch', `searches/${searchId}/policy`, { version: 0, settings });
  },
};

async function shortBudgets(call: Scene['call'], searchId: string): Promise<Record<string, number>> {
  const { stageBudgets } = await call('get', `searches/${searchId}/policy`);
  const known: { stageId: string; value: number | null }[] = stageBudgets;
  return Object.fromEntries(known.flatMap(({ stageId, value }) => (value === null ? [] : [[stageId, 1]])));
}

const WAYS = STALL_RULES.flatMap(({ name, ways }) => ways.map((way) => [name, way.act, way] as const));

describe('what a flag offers', () => {
  it.each(WAYS)('%s goes by: %s', async (rule, act, way) => {
    const scene = await aFlagOf(rule);
    expect(scene.flag.ways).toContainEqual(way);

    await DO[act](scene, rule, way);

    expect(await scene.standing()).not.toContain(scene.flag.id);
  });

  it.each(STALL_RULES.map(({ name }) => name))('%s says on Today what it says on its search', async (rule) => {
    const { flag, call } = await aFlagOf(rule);

    const { items } = await call('get', 'today?limit=100');
    const why = await call('get', `flags/${flag.id}/why`);

    expect(items.find(({ flagId }: { flagId: string }) => flagId === flag.id).ways).toEqual(flag.ways);
    expect(why).toMatchObject({ ends: expect.stringMatching(/^It goes /), flag: { ways: flag.ways } });
  });
});
