import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/identity/identity.types.js';
import type { Found, HealthRow, OpenWindow } from './reports.types.js';

const VISIBLE = `(not s.confidential or exists (
  select 1 from search_team m where m.firm_id = s.firm_id and m.search_id = s.id and m.user_id = $2))`;

export type HealthRecord = Omit<HealthRow, 'day'> & { openedAt: Date; zone: string };

/** Reads published views only. */
@Injectable()
export class ReportsRepository {
  health(reader: EntityManager, actor: Actor): Promise<HealthRecord[]> {
    return reader.query(
      `select s.id, s.ref, s.title, s.client_name as "clientName", s.lead_name as "leadName",
              s.episode_opened_at as "openedAt", s.time_zone as zone, h.health, h.sentences as reasons, h.next_step as "nextStep"
       from search_health h
       join search_header s on s.firm_id = h.firm_id and s.id = h.search_id
       where h.firm_id = $1 and ${VISIBLE}
       order by array_position(array['stalled', 'at_risk', 'on_hold', 'on_track'], h.health), s.episode_opened_at, s.id`,
      [actor.firmId, actor.userId],
    );
  }

  /** Windows that opened between two moments and have met no offer and no outcome. */
  windows(reader: EntityManager, actor: Actor, openedFrom: Date, openedTo: Date): Promise<OpenWindow[]> {
    return reader.query(
      `select c.id as "candidacyId", c.search_id as "searchId", c.search_title as "searchTitle",
              c.candidate_name as "candidateName", c.stage_label as "stageLabel", c.window_opened_at as "openedAt",
              c.time_zone as zone
       from candidacy_card c
       join search_header s on s.firm_id = c.firm_id and s.id = c.search_id
       where c.firm_id = $1 and ${VISIBLE} and c.outcome is null and c.offer_extended_at is null
         and s.status in ('open', 'offer', 'on_hold') and c.window_opened_at between $3 and $4
       order by c.window_opened_at, c.id`,
      [actor.firmId, actor.userId, openedFrom, openedTo],
    );
  }

  /** The best few of each kind: whole words and beginnings of words, accents apart. */
  find(reader: EntityManager, actor: Actor, query: string): Promise<Found[]> {
    return reader.query(
      `with q as (select nullif(array_to_string(array(
                   select quote_literal(word) || ':*'
                   from regexp_split_to_table(immutable_unaccent(lower($3)), '[^[:alnum:]]+') as word where word <> ''
                 ), ' & '), '')::tsquery as words, '%' || replace(replace(lower($3), '\\', '\\\\'), '%', '\\%') || '%' as part)
       (select 'search' as type, s.id, s.title as label, s.client_name as detail
        from search_header s, q
        where s.firm_id = $1 and ${VISIBLE} and lower(s.title || ' ' || s.client_name || ' ' || coalesce(s.ref, '')) like q.part
        order by s.closed_at is not null, s.opened_at desc limit 5)
       union all
       (select 'candidate', p.id, p.name, concat_ws(', ', p.title, p.employer)
        from (select c.* from candidate c, q where c.firm_id = $1 and c.words @@ q.words limit 200) p
        order by p.name, p.id limit 5)
       union all
       (select 'client', c.id, c.name, coalesce(c.industry, '')
        from client c, q where c.firm_id = $1 and lower(c.name) like q.part order by c.name, c.id limit 5)`,
      [actor.firmId, actor.userId, query],
    );
  }
}
