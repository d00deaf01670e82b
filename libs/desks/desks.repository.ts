import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LastEpisode, PersonCase } from './desks.types.js';

type Written<Fact> = { [Key in keyof Fact]: Fact[Key] extends Date ? string : Fact[Key] };
interface PersonRow extends Omit<PersonCase, 'moves' | 'said' | 'offers'> {
  moves: Written<PersonCase['moves'][number]>[];
  said: Written<PersonCase['said'][number]>[];
  offers: { at: string; decidedAt: string | null }[];
}

@Injectable()
export class DesksRepository {
  /** The episode that runs, or ran last. */
  async episode(db: EntityManager, firmId: string, searchId: string, at: Date): Promise<LastEpisode | null> {
    const [episode] = await db.query<LastEpisode[]>(
      `select opened_at as "openedAt", case when closed_at <= $3 then closed_at end as "closedAt" from search_episode
       where firm_id = $1 and search_id = $2 and opened_at <= $3 order by opened_at desc, id desc limit 1`,
      [firmId, searchId, at],
    );
    return episode ?? null;
  }

  /** Everybody who was ever moved in a search, with what decides whose turn their case was. */
  async people(db: EntityManager, firmId: string, searchId: string, at: Date): Promise<PersonCase[]> {
    const rows = await db.query<PersonRow[]>(
      `select c.id as "candidacyId", c.candidate_id as "candidateId", p.name as "candidateName",
              case when c.ended_at <= $3 then c.ended_at end as "endedAt", m.moves,
              coalesce(a.said, '[]') as said, coalesce(o.offers, '[]') as offers
       from candidacy c
       join candidate p on p.firm_id = $1 and p.id = c.candidate_id
       join (
         select m.candidacy_id, json_agg(json_build_object(
                  'at', m.at, 'stageId', st.id, 'label', st.label, 'kind', st.kind, 'position', st.position)
                  order by m.at, st.position, m.id) as moves
         from stage_move m
         join stage st on st.firm_id = $1 and st.id = m.to_stage_id
         where m.firm_id = $1 and m.search_id = $2 and m.voids_id is null and m.at <= $3
           and not exists (
             select 1 from stage_move v
             where v.firm_id = $1 and v.voids_id is not null and v.voids_id = m.id and v.at <= $3)
         group by m.candidacy_id
       ) m on m.candidacy_id = c.id
       left join (
         select a.candidate_id, json_agg(json_build_object('at', a.at, 'kind', a.kind)
                  order by a.at, a.kind = 'client_feedback', a.id) as said
         from activity a
         where a.firm_id = $1 and a.search_id = $2 and a.kind in ('interview', 'client_feedback') and a.at <= $3
         group by a.candidate_id
       ) a on a.candidate_id = c.candidate_id
       left join (
         select o.candidacy_id, json_agg(json_build_object(
                  'at', o.extended_at, 'decidedAt', case when o.decided_at <= $3 then o.decided_at end)
                  order by o.extended_at, o.id) as offers
         from candidacy_offer o
         where o.firm_id = $1 and o.search_id = $2 and o.extended_at <= $3
         group by o.candidacy_id
       ) o on o.candidacy_id = c.id
       where c.firm_id = $1 and c.search_id = $2
       order by c.id`,
      [firmId, searchId, at],
    );
    return rows.map(({ moves, said, offers, ...person }) => ({
      ...person,
      moves: moves.map((move) => ({ ...move, at: new Date(move.at) })),
      said: said.map(({ kind, at: moment }) => ({ kind, at: new Date(moment) })),
      offers: offers.map(({ at: moment, decidedAt }) => ({
        at: new Date(moment),
        decidedAt: decidedAt === null ? null : new Date(decidedAt),
      })),
    }));
  }
}
