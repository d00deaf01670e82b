// @ts-check
// What the files of an import do not carry: tasks, interviews to come, check-ins after a placement, notices sent.
import { LOGINS, PASSWORD } from './demo-firm.mjs';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Ask */

/**
 * Gives the simulated firm some dated work, through its own API, a few days to either side of now.
 * @param {{ url: string }} stack whose api answers
 */
export async function addDatedWork({ url }) {
  for (const email of [LOGINS.consultant, LOGINS.partner]) {
    const ask = await signedIn(url, email);
    const { user } = await ask('GET', 'me');
    const { items: flags } = await ask('GET', 'today');
    const pressing = [...new Set(flags.map((/** @type {{ search: { id: string } }} */ { search }) => search.id))];
    const { items: led } = await ask('GET', `searches?status=open&leadId=${user.id}&limit=20`);
    const boardsOf = (/** @type {string[]} */ ids) => Promise.all(ids.map((id) => ask('GET', `searches/${id}/board`)));
    const own = await boardsOf(led.map((/** @type {{ id: string }} */ { id }) => id));
    await addTasks(ask, await boardsOf(pressing.slice(0, 5)));
    await setInterviews(ask, own);
    await sendNotices(ask, own);
    await agreeOnFirstDays(ask, user.id);
  }
}

/** @param {Ask} ask @param {any[]} boards */
async function addTasks(ask, boards) {
  const tasks = [
    { title: 'Send the client the revised slate', due: -1 },
    { title: 'Ask the referees for a date', due: 0, candidate: true },
    { title: 'Agree on the compensation range with the client', due: 1 },
    { title: 'Call back about relocation', due: 2, candidate: true },
    { title: 'Prepare the committee for the final round', due: 4 },
  ];
  for (const [i, { title, due, candidate }] of tasks.entries()) {
    const board = boards[i % Math.max(1, boards.length)];
    if (!board) return;
    const card = candidate ? board.cards.at(-1) : null;
    await ask('POST', 'tasks', {
      title,
      dueAt: due === 0 ? fromNow(5 * HOUR) : atHour(due, 16),
      searchId: board.search.id,
      candidateId: card?.candidate.id,
    });
  }
}

/** Only where nothing is stuck: an interview that is set would clear the flag. @param {Ask} ask @param {any[]} boards */
async function setInterviews(ask, boards) {
  const calm = boards.filter(({ search }) => search.health === 'on_track');
  const cards = calm.flatMap(({ cards, stages }) => {
    const late = stages
      .filter((/** @type {{ kind: string }} */ { kind }) =>
        ['presented', 'client_interview', 'finalist'].includes(kind),
      )
      .map((/** @type {{ id: string }} */ { id }) => id);
    return cards.filter((/** @type {{ stageId: string }} */ { stageId }) => late.includes(stageId)).slice(0, 2);
  });
  const slots = [
    { day: 1, hour: 8, withWhom: 'the chief executive', place: 'Video call' },
    { day: 1, hour: 13, withWhom: 'the technology committee', place: 'Head office, room 4' },
    { day: 3, hour: 9, withWhom: 'the head of people', place: 'Video call' },
    { day: 4, hour: 14, withWhom: 'the board', place: 'Head office, board room' },
  ];
  for (const [i, { day, hour, ...rest }] of slots.entries()) {
    const card = cards[i];
    if (!card) return;
    const startsAt = atHour(day, hour);
    const endsAt = new Date(Date.parse(startsAt) + HOUR).toISOString();
    await ask('POST', `candidacies/${card.id}/interviews`, { ...rest, startsAt, endsAt });
  }
}

/** @param {Ask} ask @param {any[]} boards */
async function sendNotices(ask, boards) {
  for (const { candidate } of boards.flatMap(({ cards }) => cards.slice(0, 2)).slice(0, 12)) {
    const { version, article14 } = await ask('GET', `candidates/${candidate.id}`);
    if (article14.state === 'due')
      await ask('POST', `candidates/${candidate.id}/article-14`, { version, state: 'sent' });
  }
}

/** The latest placements began some weeks ago, so that a check-in falls due these days. @param {Ask} ask @param {string} userId */
async function agreeOnFirstDays(ask, userId) {
  const { items: placed } = await ask('GET', `searches?status=placed&leadId=${userId}&limit=2`);
  const began = [27, 62];
  for (const [i, search] of placed.entries()) {
    const { items: ended } = await ask('GET', `searches/${search.id}/ended`);
    const winner = ended.find((/** @type {{ outcome: string }} */ { outcome }) => outcome === 'placed');
    if (!winner) continue;
    const { offers } = await ask('GET', `candidacies/${winner.id}`);
    const accepted = offers.find((/** @type {{ decision: string }} */ { decision }) => decision === 'accepted');
    if (!accepted) continue;
    const startDate = fromNow(-DAY * (began[i] ?? 30)).slice(0, 10);
    await ask('PATCH', `offers/${accepted.id}/start-date`, { version: accepted.version, startDate });
    const { items: checkIns } = await ask('GET', `offers/${accepted.id}/check-ins`);
    const [first] = checkIns;
    if (i === 1 && first) {
      await ask('POST', `check-ins/${first.id}/done`, {
        version: first.version,
        note: 'Settled in, team still small.',
      });
    }
  }
}

/** @param {number} ms */
const fromNow = (ms) => new Date(Date.now() + ms).toISOString();
/** @param {number} days @param {number} hour in UTC */
const atHour = (days, hour) => `${fromNow(days * DAY).slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00Z`;

/** @param {string} url @param {string} email @returns {Promise<Ask>} */
async function signedIn(url, email) {
  let cookie = '';
  /** @type {Ask} */
  const ask = async (method, path, body) => {
    const headers = { cookie, origin: url, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(`${url}/api/${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} /api/${path}: ${response.status} ${await response.text()}`);
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    return response.json();
  };
  await ask('POST', 'auth/sign-in/email', { email, password: PASSWORD });
  return ask;
}
