import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Role } from '@app/identity/identity.types.js';
import { newId } from '@app/platform/database/id.js';
import { addPerson } from '../../apps/cli/src/commands/person.js';
import { aCandidate } from '../factories/candidate.factory.js';
import { aClient, aContact } from '../factories/client.factory.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { aSearch, onSearch } from '../factories/search.factory.js';
import { runCommand } from '../lib/command.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let folder: string;
beforeAll(async () => {
  api = await openTestApi();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-exports-'));
});
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await api.close();
});
beforeEach(async () => {
  firm = await aFirm(api.dataSource, { name: `Firm ${newId()}` });
});

const as = (role: Role) => api.request(firm.cookie(role));
const exportOf = async (kind: string, id: string, role: Role = 'partner') =>
  (await as(role).get(`/api/exports/${kind}/${id}`).expect(200)).body;
const previewOf = async (kind: string, id: string) =>
  (await as('partner').get(`/api/erasures/preview/${kind}/${id}`).expect(200)).body.counts;
const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const row: Record<string, unknown> = { firm_id: firm.id, id: newId(), ...values };
  const columns = Object.keys(row);
  await api.dataSource.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  return row['id'] as string;
};
/** What the operator makes of somebody, from the command line. */
const completeExport = async (kind: string, id: string) => {
  const out = path.join(folder, `${newId()}.json`);
  const answer = await runCommand([addPerson], ['person', 'export', kind, id, '--firm', firm.name, '--out', out]);
  expect(answer).toEqual({ status: 0, printed: expect.stringContaining(out), complained: '' });
  expect(fs.statSync(out).mode & 0o777).toBe(0o600);
  return JSON.parse(fs.readFileSync(out, 'utf8'));
};

/** A confidential search that the consultant leads and no partner sees. */
const aHiddenSearch = (clientId: string) =>
  aSearch(api.dataSource, firm, { confidential: true, leadUserId: firm.users.consultant.id, clientId });

/** Somebody with a trace of every kind in a search. */
async function traces(candidateId: string, contactId: string, searchId: string): Promise<void> {
  const candidacyId = await onSearch(api.dataSource, firm, { searchId, candidateId, stage: 'presented' });
  const about = { candidacy_id: candidacyId, search_id: searchId };
  const people = { search_id: searchId, candidate_id: candidateId };
  const text = 'zq said';
  await insert('activity', { kind: 'call', at: new Date(), text, ...people });
  await insert('activity', { kind: 'call', at: new Date(), text, search_id: searchId, contact_id: contactId });
  await insert('task', { title: 'zq task', due_at: new Date(), assignee_id: firm.users.consultant.id, ...people });
  await insert('stage_move', { ...about, to_stage_id: firm.stages['finalist'], at: new Date(), reason: 'zq moved' });
  const offer = await insert('offer', { ...about, extended_at: new Date(), ref: 'zq offer' });
  await insert('check_in', { ...about, offer_id: offer, day: 30, due_on: '2099-01-01', note: 'zq well' });
  await insert('interview', {
    ...{ ...about, candidate_id: candidateId, place: 'zq place' },
    ...{ starts_at: '2099-02-01T09:00:00Z', ends_at: '2099-02-01T10:00:00Z' },
  });
  const flag = await insert('stall_flag', {
    ...{ ...about, rule: 'stage_overdue', severity: 'stalled', subject_id: candidacyId, episode_key: newId() },
    ...{ state: 'open', since: new Date(), deadline: new Date(), basis: '{}', evidence: '{}' },
    ...{ sentence: 'zq waits', next_step: 'Ask.' },
  });
  await insert('flag_action', { flag_id: flag, action: 'acknowledged', detail: { reason: 'zq away' } });
  // a mail to the contact, sent again: the reminder stands with the later one
  const mail = { form: 'client_feedback', contact_id: contactId, due_at: new Date(), not_before: new Date() };
  const sent = { ...mail, state: 'failed', finished_at: new Date(), response: 'zq answer' };
  const first = await insert('delivery', { ...sent, message_id: newId(), mail: { html: 'zq mail' } });
  const second = await insert('delivery', { ...sent, message_id: newId(), resend_of: first });
  await api.dataSource.query(
    `insert into delivery_attempt (firm_id, delivery_id, number, started_at, result, response)
     values ($1, $2, 1, now(), 'refused', 'zq refused'), ($1, $3, 1, now(), 'refused', 'zq refused')`,
    [firm.id, first, second],
  );
  await insert('reminder', {
    ...{ kind: 'client_feedback_due', subject_type: 'candidacy', subject_id: candidacyId, search_id: searchId },
    ...{ contact_id: contactId, occurrence_key: newId(), due_at: new Date(), mode: 'immediate', delivery_id: second },
  });
  await insert('mail_suppression', { contact_id: contactId, reason: 'zq bounced' });
}

const TRACES = {
  candidate: {
    pipeline: ['candidacy', 'stage_move'],
    interviews: ['interview'],
    offers: ['offer'],
    placements: ['check_in'],
    activities: ['activity'],
    tasks: ['task'],
    stalls: ['stall_flag'],
    flags: ['flag_action'],
  },
  contact: {
    activities: ['activity'],
    reminders: ['reminder'],
    deliveries: ['delivery', 'delivery_attempt'],
    'mail-log': ['mail_suppression'],
  },
};
const tablesOf = (held: Record<string, object>, own: string) =>
  Object.fromEntries(
    Object.entries(held).flatMap(([room, tables]) => (room === own ? [] : [[room, Object.keys(tables)]])),
  );

describe('what is handed out of a person', () => {
  it('holds nothing of what a partner may not see, and says so whether there is anything or not', async () => {
    const clientId = await aClient(api.dataSource, firm);
    const [candidate, contact] = [
      await aCandidate(api.dataSource, firm),
      await aContact(api.dataSource, firm, clientId, 'Cleo Diaz'),
    ];
    const before = [await exportOf('candidate', candidate), await exportOf('contact', contact)];
    const counts = [await previewOf('candidate', candidate), await previewOf('contact', contact)];
    await traces(candidate, contact, await aHiddenSearch(clientId));
    const after = [await exportOf('candidate', candidate), await exportOf('contact', contact)];

    expect(after).toEqual(before.map((document) => ({ ...document, madeAt: expect.any(String) })));
    expect([await previewOf('candidate', candidate), await previewOf('contact', contact)]).toEqual(counts);
    expect(after[0]).toMatchObject({ recipients: [], extent: expect.stringContaining('is allowed to see') });
  });

  it('is complete when the operator makes it, and for whoever may see all of it', async () => {
    const clientId = await aClient(api.dataSource, firm, { name: 'Unmentionable' });
    const [candidate, contact] = [
      await aCandidate(api.dataSource, firm),
      await aContact(api.dataSource, firm, clientId, 'Cleo Diaz'),
    ];
    const searchId = await aHiddenSearch(clientId);
    await traces(candidate, contact, searchId);
    const complete = [await completeExport('candidate', candidate), await completeExport('contact', contact)];

    expect(complete.map(({ extent }) => extent)).toEqual(['This document is complete.', 'This document is complete.']);
    expect(tablesOf(complete[0].held, 'candidates')).toEqual(TRACES.candidate);
    const { audit, ...held } = tablesOf(complete[1].held, 'clients');
    expect([audit, held]).toEqual([undefined, TRACES.contact]);
    expect(complete[1].held.deliveries.delivery).toHaveLength(2);
    expect(complete[0].recipients).toEqual(['A client whose search is confidential']);
    expect(JSON.stringify(complete)).not.toContain('Unmentionable');

    await insert('search_member', { search_id: searchId, user_id: firm.users.partner.id });
    const seen = [await exportOf('candidate', candidate), await exportOf('contact', contact)];
    // nobody who signs in is shown the audit, or the text of a mail, which may tell of several searches
    for (const { held } of complete) delete held.audit;
    for (const mail of complete[1].held.deliveries.delivery) delete mail.mail;
    expect(seen.map(({ held }) => held)).toEqual(complete.map(({ held }) => held));
  });

  it('leaves the words as they were written', async () => {
    await aHiddenSearch(await aClient(api.dataSource, firm, { name: 'Arm' }));
    const name = firm.users.researcher.name;
    const id = await aCandidate(api.dataSource, firm, { name });
    await insert('activity', { kind: 'note', at: new Date(), text: 'Knows pharma and charm.', candidate_id: id });
    const { held } = await exportOf('candidate', id);

    expect(held.candidates.candidate[0].name).toBe(name);
    expect(held.activities.activity[0].text).toBe('Knows pharma and charm.');
  });

  it('hands refused rows to whoever started the import, and counts them for nobody', async () => {
    const id = await aCandidate(api.dataSource, firm, { name: 'Zoë Example' });
    const runId = await insert('import_run', { state: 'done', progress: '{}', started_by: firm.users.admin.id });
    await insert('import_refusal', {
      ...{ run_id: runId, file: 'candidates.csv', row_number: 2, column_name: 'country', sentence: 'unknown country' },
      cells: { name: 'Zoë Example' },
    });

    expect((await exportOf('candidate', id, 'partner')).held.imports).toBeUndefined();
    expect((await exportOf('candidate', id, 'admin')).held.imports.import_refusal).toHaveLength(1);
    expect((await completeExport('candidate', id)).held.imports.import_refusal).toHaveLength(1);
    expect(await previewOf('candidate', id)).toEqual({ candidates: { candidate: 1 } });
  });
});
