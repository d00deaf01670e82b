import type { DataSource } from 'typeorm';
import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { aCandidacy, daysAgo } from '../factories/candidacy.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aColleague as aTestColleague, aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aFlag } from '../factories/flag.factory.js';
import { aSearch } from '../factories/search.factory.js';
import { type Relation, type Thing, THINGS_OF_A_FIRM, THINGS_OF_A_SEARCH } from './expectation.js';
import { ROLES } from '@app/identity/identity.types.js';

export type Scene = Readonly<Record<Thing, string>>;

/** A firm with everything an id can stand for, once in each relation to its users. */
export interface Stage {
  readonly firm: TestFirm;
  readonly scenes: Readonly<Record<Relation, Scene>>;
  /** Another of the kind in the same relation, for a request that uses it up. */
  readonly fresh: (thing: Thing, relation: Relation) => Promise<string>;
}

export async function aStage(dataSource: DataSource): Promise<Stage> {
  const [firm, otherFirm] = [await aFirm(dataSource), await aFirm(dataSource)];
  const stranger = await aColleague(dataSource, firm, 'partner');
  const team = ROLES.map((role) => firm.users[role].id);
  const searches = {
    own: { leadUserId: firm.users.partner.id, memberIds: team },
    open: { leadUserId: stranger },
    hidden: { leadUserId: stranger, confidential: true },
  };
  const scenes = {
    own: await aScene(dataSource, firm, searches.own),
    open: await aScene(dataSource, firm, searches.open),
    hidden: await aScene(dataSource, firm, searches.hidden),
    foreign: await aScene(dataSource, otherFirm, { leadUserId: otherFirm.users.partner.id }),
    unknown: Object.fromEntries([...THINGS_OF_A_SEARCH, ...THINGS_OF_A_FIRM].map((thing) => [thing, newId()])) as Scene,
  };
  const fresh = async (thing: Thing, relation: Relation): Promise<string> => {
    if (relation === 'foreign' || relation === 'unknown') return scenes[relation][thing];
    switch (thing) {
      case 'candidate':
        return aCandidate(dataSource, firm);
      case 'flag':
        return aFlag(dataSource, firm.id, await aSearch(dataSource, firm, searches[relation]));
      case 'invited':
        return anInvited(dataSource, firm);
      case 'suppression':
        return aSuppression(dataSource, firm);
      default:
        throw new Error(`no other ${thing} is made`);
    }
  };
  return { firm, scenes, fresh };
}

async function aSuppression(dataSource: DataSource, firm: TestFirm): Promise<string> {
  const [id, userId] = [newId(), await aColleague(dataSource, firm, 'consultant')];
  await dataSource.query('insert into mail_suppression (firm_id, id, user_id, reason) values ($1, $2, $3, $4)', [
    firm.id,
    id,
    userId,
    'the mailbox does not exist',
  ]);
  return id;
}

/** Somebody of the firm who is on nobody's team; returns their id. */
export async function aColleague(dataSource: DataSource, firm: TestFirm, role: Role): Promise<string> {
  const { id } = await aTestColleague(dataSource, firm, { role, name: `Simulated colleague ${role}` });
  return id;
}

/** Somebody who has been asked to join and has not; returns their id. */
async function anInvited(dataSource: DataSource, firm: TestFirm): Promise<string> {
  const id = newId();
  await dataSource.query(
    `insert into firm_user (firm_id, id, email, name, role, office_id) values ($1, $2, $3, 'Maja Invited', 'researcher', $4)`,
    [firm.id, id, `${id}@firm.example`, firm.officeId],
  );
  return id;
}

interface SceneOptions {
  leadUserId: string;
  memberIds?: string[];
  confidential?: boolean;
}

async function aScene(dataSource: DataSource, firm: TestFirm, search: SceneOptions): Promise<Scene> {
  const insert = async (table: string, values: Readonly<Record<string, unknown>>): Promise<string> => {
    const row: Record<string, unknown> = { firm_id: firm.id, id: newId(), ...values };
    const columns = Object.keys(row);
    await dataSource.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
    return row['id'] as string;
  };
  const { leadUserId } = search;
  const clientId = await aClient(dataSource, firm);
  const contact = await aContact(dataSource, firm, clientId, 'Simulated decision maker');
  const at = daysAgo(20);
  const candidacy = await aCandidacy(dataSource, firm, { stage: 'finalist', at, search: { ...search, clientId } });
  const about = { candidacy_id: candidacy.id, search_id: candidacy.searchId };
  const [move] = await dataSource.query<{ id: string }[]>('select id from stage_move where candidacy_id = $1', [
    candidacy.id,
  ]);
  const offer = await insert('offer', { ...about, extended_at: at });
  await insert('search_brief', { search_id: candidacy.searchId, version: 1, at });
  const told = { message_id: `<${newId()}@firm.example>`, form: 'notices', state: 'sent', recipient_id: leadUserId };
  const delivery = await insert('delivery', { ...told, due_at: at, not_before: at, finished_at: at });
  // of a search where nothing else happens, which would end the flag's episode
  const flag = await aFlag(dataSource, firm.id, await aSearch(dataSource, firm, { ...search, clientId }));
  await insert('reminder', {
    ...{ kind: 'flag_raised', subject_type: 'flag', subject_id: flag, search_id: candidacy.searchId },
    ...{ recipient_id: leadUserId, occurrence_key: flag, due_at: at, mode: 'immediate', delivery_id: delivery },
  });
  const deputy = await aColleague(dataSource, firm, 'consultant');
  return {
    search: candidacy.searchId,
    candidacy: candidacy.id,
    candidate: candidacy.candidateId,
    move: move?.id ?? '',
    offer,
    checkIn: await insert('check_in', { ...about, offer_id: offer, day: 30, due_on: '2099-01-01' }),
    interview: await insert('interview', {
      ...{ ...about, candidate_id: candidacy.candidateId },
      ...{ starts_at: '2099-02-01T09:00:00Z', ends_at: '2099-02-01T10:00:00Z' },
    }),
    task: await insert('task', {
      ...{ title: 'Simulated task', due_at: '2099-01-01T09:00:00Z', assignee_id: leadUserId },
      search_id: candidacy.searchId,
    }),
    flag,
    delivery,
    activity: await insert('activity', {
      ...{ kind: 'note', at, text: 'Simulated note', by_user_id: leadUserId },
      ...{ search_id: candidacy.searchId, candidate_id: candidacy.candidateId },
    }),
    client: clientId,
    contact,
    office: firm.officeId,
    user: leadUserId,
    stage: firm.stages['assessed'] ?? '',
    absence: await insert('absence', {
      ...{ user_id: deputy, deputy_user_id: leadUserId },
      ...{ first_day: '2099-01-01', last_day: '2099-01-02' },
    }),
    view: await insert('saved_view', {
      ...{
        user_id: deputy,
        list: 'candidates',
        name: 'Simulated view',
        asked: JSON.stringify(['sort=-added']),
        shared: true,
      },
    }),
    roleTemplate: await insert('role_template', {
      ...{ key: `role_${newId()}`, code: 'ROLE', title: `Simulated role ${newId()}`, family: 'product' },
      criteria: '[]',
    }),
    suppression: await aSuppression(dataSource, firm),
    invited: await anInvited(dataSource, firm),
    importRun: await insert('import_run', {
      state: 'done',
      progress: JSON.stringify({
        files: [{ name: 'candidates.csv', rows: 1, kept: 1, refused: 0, state: 'done' }],
        notices: [],
      }),
    }),
    erasure: await insert('erasure', {
      ...{ person_kind: 'candidate', person_id: newId(), reason: 'other', requested_on: '2026-01-01', counts: '{}' },
    }),
  };
}
