import fc from 'fast-check';
import { newId } from '@app/platform/database/id.js';
import type { Role } from '@app/identity/identity.types.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { openTestApi, type TestApi } from './api.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 8);
const STAGES = ['sourced', 'contacted', 'assessed', 'presented', 'client_interview', 'finalist'] as const;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const who = fc.nat(3);
const stage = fc.nat(STAGES.length - 1);
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), stage, said: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('move' as const), who, stage }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('end' as const, 'bring back' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('log' as const),
      who: fc.option(who),
      kind: fc.constantFrom('call', 'note', 'client_feedback', 'interview', 'email'),
      contact: fc.option(fc.nat(1), { freq: 1 }),
      aboutSearch: fc.boolean(),
      minutesAgo: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offer' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      who,
      decision: fc.constantFrom('accepted', 'declined', 'rescinded'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('interview' as const, 'take back' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'close' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('market' as const), who, daysAgo: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('role' as const), contact: fc.nat(1) }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** Sends commands through the door as a person would, right or wrong; whatever is refused changes nothing. */
class Session {
  readonly accepted: string[] = [];
  private readonly people: { id: string; candidateId: string; offer: string | null }[] = [];

  constructor(
    private readonly firm: TestFirm,
    private readonly searchId: string,
    private readonly contacts: readonly string[],
  ) {}

  async apply(sent: Command): Promise<void> {
    if (sent.do === 'add') return this.add(sent);
    if (sent.do === 'log') return this.log(sent);
    if (sent.do === 'role') return this.changeRole(sent.contact);
    if (!('who' in sent)) return this.changeSearch(sent.do);
    const person = this.people[sent.who];
    if (!person) return;
    const { body: seen } = await this.get(`candidacies/${person.id}`);
    const { version } = seen.card;
    const path = `candidacies/${person.id}`;
    switch (sent.do) {
      case 'move':
        return this.post(`${path}/moves`, { version, toStageId: this.firm.stages[STAGES[sent.stage] ?? 'sourced'] });
      case 'correct': {
        const moveId = seen.moves.findLast(({ voided }: { voided: boolean }) => !voided).id;
        return this.post(`${path}/corrections`, { version, moveId, reason: 'mistake' });
      }
      case 'end':
        return this.post(`${path}/outcome`, { version, outcome: 'rejected', by: 'firm', reason: 'no_fit' });
      case 'bring back':
        return this.post(`${path}/reactivation`, { version });
      case 'offer':
        return this.post(`${path}/offers`, { version }, (body) => (person.offer = body.offerId as string));
      case 'answer':
        return person.offer
          ? this.post(`offers/${person.offer}/decision`, { version: 1, decision: sent.decision })
          : undefined;
      case 'interview': {
        const inHours = (hours: number): string => new Date(Date.now() + 3_600_000 * hours).toISOString();
        return this.post(`${path}/interviews`, { startsAt: inHours(24), endsAt: inHours(25) });
      }
      case 'take back':
        return person.offer
          ? this.post(`offers/${person.offer}/taking-back`, { version: 2, by: 'candidate', reason: 'stayed' })
          : undefined;
      case 'market':
        await api.dataSource.query(
          `update candidate set in_market_since = now() - make_interval(days => $3) where firm_id = $1 and id = $2`,
          [this.firm.id, person.candidateId, sent.daysAgo],
        );
    }
  }

  private async add({ stage, said }: { stage: number; said: boolean }): Promise<void> {
    const candidateId = await aCandidate(api.dataSource, this.firm);
    const stageId = said ? this.firm.stages[STAGES[stage] ?? 'sourced'] : undefined;
    await this.post(`searches/${this.searchId}/candidacies`, { candidateId, stageId }, (body) =>
      this.people.push({ id: body.id as string, candidateId, offer: null }),
    );
  }

  private async changeSearch(wanted: 'hold' | 'close'): Promise<void> {
    const { body } = await this.get(`searches/${this.searchId}`);
    const { version, allowed } = body;
    if (wanted === 'hold')
      return this.post(`searches/${this.searchId}/${allowed.hold ? 'hold' : 'resume'}`, { version });
    const action = allowed.close ? 'close' : 'reopen';
    return this.post(`searches/${this.searchId}/${action}`, { version, ...(allowed.close && { reason: 'cancelled' }) });
  }

  private log(said: Extract<Command, { do: 'log' }>): Promise<void> {
    const { who, kind, minutesAgo, contact, aboutSearch } = said;
    const candidateId = who === null ? undefined : this.people[who]?.candidateId;
    const contactId = contact === null ? undefined : this.contacts[contact];
    const at = new Date(Date.now() - 60_000 * minutesAgo).toISOString();
    const searchId = aboutSearch ? this.searchId : undefined;
    return this.post('activities', { kind, at, searchId, candidateId, contactId });
  }

  private async changeRole(contact: number): Promise<void> {
    await api.dataSource.query(
      `update contact set role = case role when 'other' then 'decision_maker' else 'other' end where firm_id = $1 and id = $2`,
      [this.firm.id, this.contacts[contact]],
    );
  }

  private get(path: string) {
    return api.request(this.firm.cookie('partner')).get(`/api/${path}`);
  }

  private async post(
    path: string,
    body: object,
    then: (body: Record<string, unknown>) => unknown = () => undefined,
    role: Role = 'partner',
  ): Promise<void> {
    const response = await api.request(this.firm.cookie(role)).post(`/api/${path}`).send(body);
    if (response.status >= 500) throw new Error(`${path}: ${response.text}`);
    if (response.status < 300) {
      this.accepted.push(path);
      then(response.body);
    }
  }
}

const CANDIDACY = `stage_id, stage_since, stage_key, last_progress_at, progress_key, window_opened_at, window_key,
  offer_extended_at, client_turn_at, client_turn_key, presented_at, presented_key, assessed_at, assessed_key, outcome, ended_at`;
const SEARCH =
  'status, episode_id, episode_opened_at, last_progress_at, progress_key, decision_maker_at, decision_maker_key';

/** Two people at the client, the first of them a decision maker. */
const contactsOf = async (firm: TestFirm, searchId: string): Promise<string[]> => {
  const ids = [newId(), newId()];
  await api.dataSource.query(
    `insert into contact (firm_id, id, client_id, name, role)
     select s.firm_id, p.id, s.client_id, 'Simulated contact', p.role
     from search s, unnest($3::uuid[], array['decision_maker', 'other']) as p (id, role) where s.firm_id = $1 and s.id = $2`,
    [firm.id, searchId, ids],
  );
  return ids;
};

describe('the clocks on the rows', () => {
  it('are what the facts say, whatever was done in whatever order', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 30 }), async (commands) => {
        const firm = await aFirm(api.dataSource, { roles: ['partner'] });
        const searchId = await aSearch(api.dataSource, firm, { openedAt: new Date(Date.now() - 120_000) });
        const session = new Session(firm, searchId, await contactsOf(firm, searchId));
        for (const sent of commands) await session.apply(sent);
        accepted += session.accepted.length;

        const rows = (sql: string) => api.dataSource.query(sql, [firm.id]);
        expect(await rows(`select id, ${CANDIDACY} from candidacy where firm_id = $1 order by id`)).toEqual(
          await rows(
            `select candidacy_id as id, ${CANDIDACY} from candidacy_clock($1, now() + interval '1 s') order by 1`,
          ),
        );
        expect(await rows(`select id, ${SEARCH} from search where firm_id = $1`)).toEqual(
          await rows(`select search_id as id, ${SEARCH} from search_clock($1, now() + interval '1 s')`),
        );
      }),
      { numRuns },
    );
    expect(accepted).toBeGreaterThan(2 * numRuns);
  });
});
