import { triggerFunction } from '@app/platform/migrate/definitions.sql.js';

/** Where it is over for the candidate or the search, an interview still to come is called off; or no longer. */
const follow = (candidacies: string): string => `
  begin
    update interview i
    set called_off_at = case when c.is_over then now() end, changed_at = now(),
        -- of one that was cancelled already nobody hears again
        version = i.version + case when i.cancelled_at is null then 1 else 0 end
    from (select c.id, c.outcome is not null or s.status in ('placed', 'closed') as is_over
          from candidacy c
          join search s on s.firm_id = c.firm_id and s.id = c.search_id
          where c.firm_id = new.firm_id and ${candidacies}) c
    where i.firm_id = new.firm_id and i.candidacy_id = c.id and i.ends_at > now()
      and (i.called_off_at is not null) <> c.is_over;
    return null;
  end`;

export const INTERVIEWS_SQL = [
  triggerFunction('candidacy_over_interviews', follow('c.id = new.id')),
  triggerFunction('search_over_interviews', follow('c.search_id = new.id')),
];
