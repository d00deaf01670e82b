import { ComplianceService } from '@app/compliance/compliance.service.js';
import { systemActor } from '@app/identity/identity.types.js';
import { ImportsService } from '@app/imports/imports.service.js';
import type { Role } from '@app/identity/identity.types.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { aFirm, type TestFirm } from '../factories/firm.factory.js';
import { History } from '../factories/history.factory.js';
import { LogFile } from '../lib/log-file.js';
import { openTestApi, type TestApi } from './api.js';

let api: TestApi;
let firm: TestFirm;
let past: History;
let log: LogFile;
beforeAll(async () => {
  log = LogFile.open();
  api = await openTestApi({ LOG_LEVEL: 'debug' });
  log.closeToOthers();
  firm = await aFirm(api.dataSource);
  past = await History.of(api.dataSource, firm);
});
afterAll(async () => {
  await api.close();
  log.remove();
});

const as = (role: Role) => api.request(firm.cookie(role));
const post = async (path: string, body: object, role: Role = 'partner') => {
  const answer = await as(role).post(`/api/${path}`).set('Idempotency-Key', newId()).send(body);
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const rows = (sql: string, ...more: unknown[]) => api.dataSource.query(sql, [firm.id, ...more]);

/** Strings that stand nowhere else in the database, each where a person can leave a trace. */
const TAG = `zq${newId().slice(-10)}`;
const used = new Set<string>();
const mark = (place: string): string => {
  const marker = `${TAG}${place}`;
  used.add(marker);
  return marker;
};

async function importFiles(files: Record<string, string>): Promise<string> {
  let request = as('partner').post('/api/imports');
  for (const [name, text] of Object.entries(files)) request = request.attach('files', Buffer.from(text), name);
  const { body: run } = await request.expect(201);
  await api.app.get(ImportsService).run(firm.id, run.id);
  return run.id;
}

/** Whether any column of any table, in any schema, holds the tag; bytes too. */
async function foundIn(): Promise<string[]> {
  const tables: { name: string; bytes: string[] | null }[] = await api.dataSource.query(
    `select format('%I.%I', t.table_schema, t.table_name) as name,
            (select array_agg(format('%I', c.column_name)::text) from information_schema.columns c
             where (c.table_schema, c.table_name) = (t.table_schema, t.table_name) and c.udt_name = 'bytea') as bytes
     from information_schema.tables t
     where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name, bytes } of tables) {
    const inBytes = (bytes ?? []).map((column) => `or position(convert_to($1, 'UTF8') in t.${column}) > 0`).join(' ');
    const [row] = await api.dataSource.query(
      `select count(*)::int as count from ${name} t where position($1 in lower(to_jsonb(t)::text)) > 0 ${inBytes}`,
      [TAG],
    );
    if (row.count > 0) found.push(`${name} ${row.count}`);
  }
  expect(tables.length).toBeGreaterThan(50);
  return found;
}

describe('a person who is erased', () => {
  it('leaves no trace in any column of any table, and the figures stay', async () => {
    const started = Date.now();
    // the person comes in by an import, which refuses some rows about them
    const name = `Zoë ${mark('given')} ${mark('family')}`;
    const email = `${mark('mail')}@mail.example`;
    const profile = `https://profiles.example/${mark('profile')}`;
    const ref = mark('ref');
    const [first, second] = [
      await past.search({ openedAt: '2026-09-01T09:00:00Z', ref: 'S-1' }),
      await past.search({ openedAt: '2026-09-01T09:00:00Z', ref: 'S-2' }),
    ];
    const hidden = await past.search({ openedAt: '2026-09-01T09:00:00Z', ref: 'S-3', confidential: true });
    await importFiles({
      'candidates.csv':
        'candidate_ref,name,email,phone,profile_url,city,country,title,employer,source\n' +
        `${ref},${name},${email},+49 30 55512345,${profile},${mark('city')},DE,${mark('title')},${mark('employer')},${mark('source')}\n` +
        `${ref},${name},${email},,,${mark('refused')},Germany,,,\n` +
        `X-9,"${name} ${mark('broken')}"x,,,,,,,,\n`,
      'activities.csv': `search_ref,candidate_ref,contact_ref,kind,at,by_email,text\nS-404,${ref},,note,2026-09-03,,${mark('refusednote')}\n`,
    });
    const [{ id }] = await rows('select id from candidate where firm_id = $1 and ref = $2', ref);

    // people write about them
    const other = (await post('candidates', { name: 'Ada Other' })).id;
    await post('activities', { kind: 'note', candidateId: id, text: mark('note') });
    for (const kind of ['email', 'meeting', 'interview', 'client_feedback', 'call']) {
      await post('activities', { kind, candidateId: id, text: mark(`said${kind.replace('_', '')}`) });
    }
    await post('activities', { kind: 'note', candidateId: other, text: `Ask ${name} or ${email} about her` });
    await post('tasks', { title: mark('task'), dueAt: '2026-12-01T09:00:00Z', candidateId: id });
    await post('tasks', { title: `Thank ${name}`, dueAt: '2026-12-01T09:00:00Z', candidateId: other });
    const candidacies: string[] = [];
    for (const searchId of [first, second])
      candidacies.push((await post(`searches/${searchId}/candidacies`, { candidateId: id })).id);
    const secret = await past.candidacy(hidden, { stage: 'contacted', at: '2026-09-02T09:00:00Z', candidateId: id });
    const [one, two] = candidacies as [string, string];
    await post(
      'activities',
      { kind: 'call', candidateId: id, searchId: hidden, text: mark('hiddencall') },
      'consultant',
    );
    const { id: corrected } = await post('activities', {
      kind: 'call',
      candidateId: id,
      searchId: first,
      text: mark('wrong'),
    });
    await as('partner')
      .patch(`/api/activities/${corrected}`)
      .send({ version: 1, text: mark('right') })
      .expect(200);
    const { id: withdrawn } = await post('activities', {
      kind: 'call',
      candidateId: id,
      searchId: first,
      text: mark('withdrawn'),
    });
    await post(`activities/${withdrawn}/withdrawal`, { version: 1, reason: mark('withdrawalreason') });
    await post(`candidates/${id}/article-14`, { version: 1, state: 'exempt', reason: mark('exempt') });

    const searchVersion = async (searchId: string) => {
      const { body } = await as('partner').get(`/api/searches/${searchId}`).expect(200);
      return { version: body.version as number };
    };

    // moves, interviews, offers, outcomes
    const card = async (candidacyId: string) => (await as('partner').get(`/api/candidacies/${candidacyId}`)).body;
    const step = async (candidacyId: string, reason: string) => {
      const { card: now } = await card(candidacyId);
      return post(`candidacies/${candidacyId}/moves`, {
        version: now.version,
        toStageId: now.allowed.moveTo[0],
        reason,
      });
    };
    await step(one, mark('move'));
    await step(one, mark('mistake'));
    const after = await card(one);
    await post(`candidacies/${one}/corrections`, {
      version: after.card.version,
      moveId: after.moves.find((move: { correctable: boolean }) => move.correctable).id,
      reason: mark('correction'),
    });
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const endsAt = new Date(Date.now() + 90_000_000).toISOString();
    await post(`candidacies/${one}/interviews`, { startsAt, endsAt, place: mark('place'), withWhom: mark('withwhom') });
    await step(two, mark('secondmove'));
    await post(`candidacies/${two}/outcome`, {
      version: (await card(two)).card.version,
      outcome: 'rejected',
      by: 'firm',
      reason: mark('outcome'),
    });

    // flags and mails, as a sweep and the sender write them, a file that was left over, and what names them in texts of searches
    const flagId = newId();
    await rows(
      `insert into stall_flag (firm_id, id, rule, severity, search_id, candidacy_id, subject_id, episode_key, state, since, deadline,
                               basis, evidence, sentence, next_step)
       select $1, $2, 'stage_overdue', 'stalled', search_id, id, id, stage_key, 'open', now(), now(), $4, $4, $5, $5
       from candidacy where firm_id = $1 and id = $3`,
      flagId,
      one,
      { people: [{ name }] },
      `${name} has waited.`,
    );
    await post(`flags/${flagId}/acknowledge`, { reason: `${mark('acknowledged')}` });
    // the stage's own clock rests from here on
    await post(`candidacies/${one}/offers`, { version: (await card(one)).card.version, currency: 'EUR', base: 314159 });
    await rows(
      `insert into stall_flag (firm_id, id, rule, severity, search_id, subject_id, episode_key, state, since, deadline, basis,
                               evidence, sentence, next_step)
       select $1, $2, 'pace', 'watch', id, id, episode_id, 'open', now(), now(), '{}', $4, $5, 'Ask.' from search where firm_id = $1 and id = $3`,
      newId(),
      first,
      { last: name },
      `${name} is the last finalist.`,
    );
    const contactName = `Cleo ${mark('contact')}`;
    const contactRef = mark('contactref');
    await importFiles({
      'clients.csv': 'client_ref,name\nK-1,Northwind\n',
      'contacts.csv': `contact_ref,client_ref,name,email,role\n${contactRef},K-1,${contactName},${mark('contactmail')}@client.example,decision_maker\n`,
    });
    const [{ id: contactId }] = await rows('select id from contact where firm_id = $1 and ref = $2', contactRef);
    await post('activities', { kind: 'meeting', contactId, text: mark('meeting') });
    await post('tasks', { title: mark('contacttask'), dueAt: '2026-12-01T09:00:00Z', contactId });
    await rows(
      `insert into delivery (firm_id, id, message_id, form, contact_id, due_at, not_before, state, finished_at, response, mail, bounce_reason)
       values ($1, $2, $3, 'client_feedback', $4, now(), now(), 'failed', now(), $5, $6, $5)`,
      newId(),
      `m-${newId()}`,
      contactId,
      `550 no ${mark('response')}`,
      { to: mark('mailto') },
    );
    await rows(
      `insert into delivery (firm_id, id, message_id, form, recipient_id, due_at, not_before, state, finished_at, mail)
       values ($1, $2, $3, 'notices', $4, now(), now(), 'sent', now(), $5)`,
      newId(),
      `m-${newId()}`,
      firm.users.partner.id,
      { html: `<p>${name} waits</p>` },
    );
    await rows(
      `insert into mail_suppression (firm_id, id, contact_id, reason, address) values ($1, $2, $3, 'bounced', $4)`,
      newId(),
      contactId,
      `${mark('suppressed')}@client.example`,
    );
    await api.app.get(FileStore).write(
      firm.id,
      `${mark('filename')}.csv`,
      (async function* () {
        yield Buffer.from(`a,${name}\n`);
      })(),
    );
    // of an upload that was cut off, hours ago
    await rows(
      `update stored_file set name = $2, touched_at = now() - interval '2 hours' where firm_id = $1`,
      `${name}.csv`,
    );
    const { body: titled } = await as('partner')
      .patch(`/api/searches/${second}`)
      .send({ ...(await searchVersion(second)), title: `Successor of ${name}` })
      .expect(200);
    await post(`searches/${second}/hold`, { version: titled.version, reason: `${contactName} is away` });
    used.delete(`${TAG}filename`);

    const metrics = new MetricsService(new Database(api.dataSource), new MetricsRepository());
    const at = new Date();
    const figures = () => metrics.figures({ firmId: firm.id, userId: null, role: 'system' }, at);
    const before = await figures();
    const people = [
      { kind: 'candidate', id },
      { kind: 'contact', id: contactId },
    ] as const;
    const compliance = api.app.get(ComplianceService);
    const complete: string[] = [];
    const ofPartner: string[] = [];
    for (const person of people) {
      complete.push(JSON.stringify(await compliance.exportOf(systemActor(firm.id), person)).toLowerCase());
      ofPartner.push((await as('partner').get(`/api/exports/${person.kind}/${person.id}`)).text.toLowerCase());
    }
    const missingIn = (documents: string[]) => [...used].filter((marker) => !documents.join().includes(marker));
    const kept = (await foundIn()).length;

    for (const [kind, personId, confirm] of [
      ['candidate', id, name],
      ['contact', contactId, contactName],
    ]) {
      await post('erasures', {
        person: { kind, id: personId },
        reason: 'their_request',
        requestedOn: '2026-11-20',
        confirm,
      });
    }
    const found = await foundIn();
    for (const q of [name, email]) await as('partner').get('/api/candidates').query({ q }).expect(200);
    const refused = await as('partner')
      .post('/api/candidates')
      .send({ name, email, nonsense: mark('nonsense') });
    used.delete(`${TAG}nonsense`);
    const logged = log.text();

    console.log(
      `P19: ${used.size} markers in ${kept} tables; ${found.length} tables hold one after the erasures, ${logged.length} bytes of log ${logged.toLowerCase().includes(TAG) ? 'one' : 'none'}; ${Date.now() - started} ms`,
    );
    expect(refused.status).toBe(400);
    expect(logged).toContain('/api/erasures');
    expect(logged.toLowerCase()).not.toContain(TAG);
    expect(found).toEqual([]);
    expect(used.size).toBeGreaterThanOrEqual(40);
    expect(kept).toBeGreaterThan(15);
    // the system's export holds every one of them, the partner's those of what they may see: not the text of a mail
    expect(missingIn(complete)).toEqual([]);
    expect(missingIn(ofPartner)).toEqual([`${TAG}hiddencall`, `${TAG}mailto`]);
    expect(await figures()).toEqual(before);
    expect(await rows('select outcome from candidacy where firm_id = $1 and id = $2', secret)).toEqual([
      { outcome: 'withdrawn' },
    ]);

    // they come back by an import and by hand, and are refused without a trace
    const runId = await importFiles({
      'candidates.csv': `candidate_ref,name,email,phone,country,employer\nnew-1,Somebody,${email.toUpperCase()},,,\nnew-2,Somebody,,030 55512345,,\n${ref},Somebody,,,,\nnew-3,${name},,,,${TAG}employer\n${ref},${name},${email},,Germany,\nP-7,Nobody Erased,,,,\n`,
      'activities.csv': `search_ref,candidate_ref,contact_ref,kind,at,by_email,text\nS-1,${ref},,note,2026-09-03,,${TAG}again\n`,
    });
    const { body: run } = await as('partner').get(`/api/imports/${runId}`);
    expect(
      run.files.map(({ name: file, kept: good, refused }: { name: string; kept: number; refused: number }) => [
        file,
        good,
        refused,
      ]),
    ).toEqual([
      ['candidates.csv', 1, 5],
      ['activities.csv', 0, 1],
    ]);
    expect(new Set(run.refusals.map(({ sentence }: { sentence: string }) => sentence))).toEqual(
      new Set(['this person asked to be forgotten']),
    );
    const byHand = await as('consultant').post('/api/candidates').send({ name: 'Somebody', email });
    expect([byHand.status, byHand.body.code]).toEqual([409, 'asked_to_be_forgotten']);
    expect(await foundIn()).toEqual([]);
  }, 120_000);
});
