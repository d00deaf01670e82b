import { isConfidential } from '@app/identity/visible.sql.js';
import { func, view } from '@app/platform/migrate/definitions.sql.js';
import { ASKS_CLIENT, oneOf } from '@app/stages/stages.types.js';

export const PIPELINE_SQL = [
  // Stages of these kinds and of later ones.
  func(
    'reaches_assessed',
    `(kind text) returns boolean language sql immutable parallel safe
      as $$ select kind in ('assessed', 'presented', 'client_interview', 'finalist', 'offer', 'placed') $$`,
  ),
  func(
    'reaches_presented',
    `(kind text) returns boolean language sql immutable parallel safe
      as $$ select kind in ('presented', 'client_interview', 'finalist', 'offer', 'placed') $$`,
  ),
  // Stages in which the next word is the client's.
  func(
    'asks_client',
    `(kind text) returns boolean language sql immutable parallel safe
      as $$ select kind in (${oneOf(ASKS_CLIENT)}) $$`,
  ),
  // The search of a candidacy.
  view('candidacy_search', 'select c.firm_id, c.id, c.search_id from candidacy c'),
  // Who is still in a search.
  view(
    'live_candidacy',
    `
      select c.firm_id, c.id, c.search_id, c.candidate_id, c.stage_id, s.status as search_status,
             ${isConfidential('s')} as search_confidential
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id
      where c.outcome is null
    `,
  ),
  // Where a candidate stands in each search.
  view(
    'candidacy_overview',
    `
      select c.firm_id, c.id, c.candidate_id, c.search_id, s.title as search_title,
             ${isConfidential('s')} as search_confidential, o.time_zone, g.label as stage_label, g.kind as stage_kind,
             s.status as search_status, c.outcome, c.ended_at, c.window_opened_at, c.offer_extended_at, c.created_at
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      join stage g on g.firm_id = c.firm_id and g.id = c.stage_id
    `,
  ),
  // A person in a search, with what a list or a mail shows of them.
  view(
    'candidacy_card',
    `
      select c.firm_id, c.id, c.search_id, s.title as search_title, c.candidate_id, p.name as candidate_name,
             g.label as stage_label, c.outcome, c.window_opened_at, c.offer_extended_at, o.time_zone, s.status as search_status
      from candidacy c
      join search s on s.firm_id = c.firm_id and s.id = c.search_id
      join office o on o.firm_id = s.firm_id and o.id = s.office_id
      join candidate p on p.firm_id = c.firm_id and p.id = c.candidate_id
      join stage g on g.firm_id = c.firm_id and g.id = c.stage_id
    `,
  ),
];
