import { func, view } from '@app/platform/migrate/definitions.sql.js';

export const OFFERS_SQL = [
  // Two facts share an offer's row. Its id names the extension, this the decision.
  func(
    'offer_decision_key',
    `(offer_id uuid) returns uuid
      language sql immutable strict parallel safe
      as $$ select md5('decided:' || offer_id)::uuid $$`,
  ),
  // Offers as other rooms may read them.
  view(
    'candidacy_offer',
    `
      select o.firm_id, o.id, o.candidacy_id, o.search_id, o.extended_at, o.expires_at, o.decided_at, o.decision,
             o.currency, o.base, o.bonus, o.equity_value, o.vesting_months, o.sign_on, o.relocation, o.start_date, o.version,
             o.taken_back_at, o.taken_back_by, o.taken_back_reason
      from offer o
    `,
  ),
];
