// @ts-check
import { company } from './companies.mjs';
import { OfficeCalendar, isoDate } from './calendar.mjs';
import { personName, slug } from './people.mjs';
import { Random } from './random.mjs';
import { OFFICES, STAGES } from './roles.mjs';
import { SIZES } from './plan.mjs';

/**
 * @typedef {(typeof OFFICES)[number] & { calendar: OfficeCalendar, staff: Record<string, string[]>, clients: number[] }} Office
 */

/** The logins of the sample firm: each sits in the first office. */
const LOGINS = [
  ['partner', 'Philippa Ravenhill'],
  ['consultant', 'Jonas Lindenau'],
  ['researcher', 'Inès Beaumarais'],
  ['admin', 'Callum Oakeshott'],
].map(([role = '', name = '']) => ({ role, name }));

/** @param {number} index */
export const clientRef = (index) => `CL-${String(index + 1).padStart(4, '0')}`;
/** The decision maker is everybody's first contact. @param {number} client @param {number} [nth] */
export const contactRef = (client, nth = 1) => `CON-${String(client + 1).padStart(4, '0')}-${nth}`;

/**
 * Offices with their calendars, people and clients, and the stage template.
 * @param {import('./csv.mjs').FirmOut} out @param {number} seed @param {import('./plan.mjs').Size} size
 * @param {number} firstDay @param {number} lastDay
 * @returns {Office[]}
 */
export function writeFirm(out, seed, size, firstDay, lastDay) {
  const config = SIZES[size];
  const random = new Random(seed, 'firm');
  for (const [i, stage] of STAGES.entries()) {
    out.write('stages', stage.key, stage.label, stage.kind, i + 1, stage.budget);
  }
  const offices = OFFICES.slice(0, config.offices).map((office, number) => {
    const calendar = new OfficeCalendar(office, firstDay, lastDay);
    out.write('offices', office.key, office.country, office.region, office.zone, office.workingDays.join(';'));
    for (const [day, name] of [...calendar.holidays].sort(([a], [b]) => a - b)) {
      out.write('holidays', office.key, isoDate(day), name);
    }
    return { ...office, calendar, staff: writeStaff(out, random, office, number, config), clients: [] };
  });
  // A small office may lean on the researchers of the first.
  for (const { staff } of offices) if (!staff.researcher?.length) staff.researcher = offices[0]?.staff.researcher ?? [];
  writeClients(out, random, offices, config.clients);
  return offices;
}

/**
 * @param {import('./csv.mjs').FirmOut} out @param {Random} random @param {(typeof OFFICES)[number]} office
 * @param {number} number @param {{ staff: Record<string, number>, domain: string }} wanted
 */
function writeStaff(out, random, office, number, { staff: wanted, domain }) {
  /** @type {Record<string, string[]>} */
  const staff = {};
  const used = new Set(LOGINS.map((login) => login.name));
  for (const [role, share] of Object.entries({ ...wanted, admin: 0 })) {
    staff[role] = [];
    // A share below one: the outermost offices have somebody, those between do not.
    const count = share < 1 && share > 0 ? (number % 2 === 0 ? 1 : 0) : share;
    const login = number === 0 ? LOGINS.find((known) => known.role === role) : undefined;
    if (login) {
      const email = `${role}@${domain}`;
      out.write('users', email, login.name, role, office.key);
      staff[role].push(email);
    }
    while (staff[role].length < count) {
      const name = personName(random, office.country === 'SA' ? 'GB' : office.country);
      if (used.has(name) || name.includes('-')) continue;
      used.add(name);
      const email = `${slug(name)}.${office.key}@${domain}`;
      out.write('users', email, name, role, office.key);
      staff[role].push(email);
    }
  }
  return staff;
}

/** @param {import('./csv.mjs').FirmOut} out @param {Random} random @param {Office[]} offices @param {number} count */
function writeClients(out, random, offices, count) {
  for (let i = 0; i < count; i++) {
    const office = /** @type {Office} */ (offices[i % offices.length]);
    const { name, industry, domain } = company(i);
    const ref = clientRef(i);
    const parent = i >= offices.length * 2 && i % 9 === 0 ? clientRef(i % offices.length) : undefined;
    out.write('clients', ref, `${name} (simulated)`, domain, office.country, `${industry} (simulated)`, parent);
    office.clients.push(i);
    const roles = ['decision_maker', 'hr', ...(i % 5 < 2 ? ['board'] : []), ...(i % 7 === 3 ? ['other'] : [])];
    for (const [nth, role] of roles.entries()) {
      const person = personName(random, office.country === 'SA' ? 'GB' : office.country);
      out.write('contacts', contactRef(i, nth + 1), ref, person, `${slug(person)}.${nth + 1}@${domain}`, role);
    }
  }
}
