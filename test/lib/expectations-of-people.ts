import { ROLES } from '@app/identity/identity.types.js';
import { type Expectation, MANAGERS, read, readBy, stale } from './expectation.js';

/** An older version is listed as refused, in an answer like any other. */
const changingClients: Expectation = {
  may: ROLES,
  names: { 'body.changes[].clientId': 'client' },
  body: { changes: [{ version: 1_000, industry: 'Robotics' }] },
  answers: 200,
  unseen: { 'body.changes[].clientId': 200 },
};

/** Of candidates, clients and their contacts, and of lists as files. */
export const OF_PEOPLE: Readonly<Record<string, readonly Expectation[]>> = {
  candidates_list: [read()],
  candidates_add: [{ may: ROLES, body: { name: 'Simulated Person' }, answers: 201 }],
  candidates_find: [read({ 'path.id': 'candidate' })],
  candidates_edit: [stale(ROLES, { 'path.id': 'candidate' }, { title: 'Head of AI' })],
  candidates_setArticle14: [
    stale(ROLES, { 'path.id': 'candidate' }, { state: 'sent' }),
    stale(MANAGERS, { 'path.id': 'candidate' }, { state: 'exempt', reason: 'Simulated reason' }),
  ],
  clients_list: [read()],
  clients_add: [{ may: ROLES, body: { name: 'Simulated client' }, answers: 201 }],
  clients_addContact: [
    { may: ROLES, names: { 'path.id': 'client' }, body: { name: 'Simulated contact', role: 'other' }, answers: 201 },
  ],
  clients_edit: [stale(ROLES, { 'path.id': 'client' }, { name: 'Simulated client' })],
  clients_editContact: [
    // a contact of another client is none of this one
    stale(ROLES, { 'path.id': 'client', 'path.contactId': 'contact' }, { role: 'hr' }, { apart: 404 }),
  ],
  clientChanges_preview: [changingClients],
  clientChanges_change: [changingClients],
  logSheets_erasures: [readBy(MANAGERS, {}, { query: { format: 'csv' } })],
  logSheets_mailLog: [readBy(MANAGERS, {}, { query: { format: 'csv' } })],
  logSheets_reminders: [read({}, { query: { format: 'csv' } })],
  logSheets_today: [read({}, { query: { format: 'csv' } })],
  contacts_find: [read({ 'path.id': 'contact' })],
  clients_find: [read({ 'path.id': 'client' })],
  newcomers_preview: [
    {
      may: ROLES,
      names: { 'body.searchId': 'search', 'body.people[].candidateId': 'candidate' },
      body: { people: [{ name: 'Simulated Newcomer' }] },
      answers: 200,
      unseen: { 'body.searchId': 404, 'body.people[].candidateId': 200 },
    },
  ],
  // who cannot be added is listed in an answer like any other
  newcomers_addAll: [
    {
      may: ROLES,
      names: { 'body.searchId': 'search', 'body.stageId': 'stage', 'body.people[].candidateId': 'candidate' },
      fresh: ['candidate'],
      body: { people: [{ name: 'Simulated Newcomer' }] },
      answers: 200,
      unseen: { 'body.searchId': 404, 'body.people[].candidateId': 200 },
    },
  ],
};
