import { BY_REF, type Merge, moment } from './bulk.merge.js';

/** Candidacies stand in the first stage until the clocks are read from their moves. */
export async function mergeCandidacies(merge: Merge): Promise<void> {
  await merge.resolve(
    'se.id as search_id, ca.id as candidate_id, se.opened_at as search_opened_at',
    `${BY_REF.search} ${BY_REF.candidate}`,
  );
  await merge.refuseDuplicates(
    'candidate_ref',
    ['search_ref', 'candidate_ref'],
    `'search_ref ' || s.search_ref || ' with candidate_ref ' || s.candidate_ref`,
  );
  await merge.refuseMissing('search_ref', 'search_id', 'searches.csv');
  await merge.refuseMissing('candidate_ref', 'candidate_id', 'candidates.csv');
  await merge.refuse({
    column: 'ended_at',
    where: 's.ended_at < s.search_opened_at',
    sentence: `'ended_at is before the search was opened, at ' || ${moment('s.search_opened_at')}`,
  });
  const first = '(select id from stage where firm_id = :firm order by archived_at is not null, position, id limit 1)';
  await merge.upsert(
    'candidacy',
    ['search_id', 'candidate_id'],
    [
      ['search_id', 's.search_id', 'search_ref'],
      ['candidate_id', 's.candidate_id', 'candidate_ref'],
      ['outcome', 's.outcome', 'outcome'],
      ['outcome_by', 's.outcome_by', 'outcome_by'],
      ['outcome_reason', 's.outcome_reason', 'outcome_reason'],
      ['ended_at', 's.ended_at', 'ended_at'],
      ['stage_id', first, ''],
      ['stage_since', 's.search_opened_at', ''],
      ['stage_key', 's.id', ''],
      ['last_progress_at', 's.search_opened_at', ''],
      ['progress_key', 's.id', ''],
    ],
  );
}

const CANDIDACY = `left join (
    select se.ref as search_ref, ca.ref as candidate_ref, c.id, c.search_id, c.ended_at
    from candidacy c
    join known_search se on se.id = c.search_id
    join candidate ca on ca.firm_id = :firm and ca.id = c.candidate_id
    where c.firm_id = :firm
  ) c on c.search_ref = s.search_ref and c.candidate_ref = s.candidate_ref`;

async function refuseWithoutCandidacy(merge: Merge): Promise<void> {
  const without = 's.candidacy_id is null';
  await merge.refuse({
    column: 'search_ref',
    where: `${without} and not exists (select 1 from known_search se where se.ref = s.search_ref)`,
    sentence: merge.missing('search_ref', 'searches.csv'),
  });
  await merge.refuse({
    column: 'candidate_ref',
    where: `${without} and not exists (select 1 from candidate ca where ca.firm_id = :firm and ca.ref = s.candidate_ref)`,
    sentence: merge.missing('candidate_ref', 'candidates.csv'),
  });
  await merge.refuse({
    column: 'candidate_ref',
    where: without,
    sentence: merge.refusedAt(
      'candidacies.csv',
      's.search_ref || chr(31) || s.candidate_ref',
      `'search_ref ' || s.search_ref || ' with candidate_ref ' || s.candidate_ref`,
      `'candidates.csv has candidate_ref ' || s.candidate_ref || ', but candidacies.csv does not put them in search_ref ' || s.search_ref`,
    ),
  });
}

/** Moves are append-only facts: known ones stay as they are, and a voided one carries its correction. */
export async function mergeStageMoves(merge: Merge): Promise<void> {
  await merge.resolve(
    'c.id as candidacy_id, c.search_id, c.ended_at, st.position as stage_position',
    `${CANDIDACY} left join stage st on st.firm_id = :firm and st.id = s.stage_id`,
  );
  await refuseWithoutCandidacy(merge);
  await merge.refuseDuplicates('at', ['candidacy_id', 'at', 'stage_id'], `'the same move'`);
  await merge.refuse({
    column: 'at',
    where: `s.at > s.ended_at
            and not exists (select 1 from staging t where t.candidacy_id = s.candidacy_id and t.at <= s.ended_at)
            and not exists (select 1 from stage_move m
                            where m.firm_id = :firm and m.candidacy_id = s.candidacy_id and m.at <= s.ended_at)`,
    sentence: `'the candidacy ended at ' || ${moment('s.ended_at')} || ', before this, its first move'`,
  });
  const known = (await merge.query('select 1 from stage_move where firm_id = :firm limit 1')).length > 0;
  // moves of one moment stand in the order of the process, whatever the order of the rows
  const before = `(select m.to_stage_id from stage_move m join stage g on g.firm_id = :firm and g.id = m.to_stage_id
                   where m.firm_id = :firm and m.candidacy_id = s.candidacy_id and m.voids_id is null
                     and (m.at, g.position) < (s.at, s.stage_position)
                     and not exists (select 1 from stage_move v where v.firm_id = :firm and v.voids_id = m.id)
                   order by m.at desc, g.position desc, m.id desc limit 1)`;
  const inFile = 'lag(s.stage_id) over (partition by s.candidacy_id order by s.at, s.stage_position)';
  const insert = (from: string, which: string) =>
    `insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id)
     select :firm, s.id, s.candidacy_id, s.search_id, ${from}, s.stage_id, s.at, s.by_user_id
     from staging s where ${which}
     ${known ? 'on conflict (firm_id, candidacy_id, at, to_stage_id) where voids_id is null do nothing' : ''}`;
  await merge.query(insert(known ? `coalesce(${inFile}, ${before})` : inFile, 's.voided is not true'));
  await merge.query('analyze stage_move');
  await merge.query(insert(before, 's.voided'));
  await merge.query(
    `insert into stage_move (firm_id, id, candidacy_id, search_id, from_stage_id, to_stage_id, at, by_user_id, voids_id)
     select :firm, s.correction_id, m.candidacy_id, m.search_id, m.to_stage_id, coalesce(m.from_stage_id, m.to_stage_id),
            m.at, s.by_user_id, m.id
     from staging s
     join stage_move m on m.firm_id = :firm and m.candidacy_id = s.candidacy_id and m.at = s.at
                      and m.to_stage_id = s.stage_id and m.voids_id is null
     where s.voided
     on conflict (firm_id, voids_id) do nothing`,
  );
  // whoever has no move left that stands is where they were without any
  await merge.query(
    `update candidacy c set stage_key = c.id from staging s
     where c.firm_id = :firm and c.id = s.candidacy_id and s.voided and not exists (
       select 1 from stage_move m where m.firm_id = :firm and m.candidacy_id = c.id and m.voids_id is null
         and not exists (select 1 from stage_move v where v.firm_id = :firm and v.voids_id = m.id))`,
  );
}

/** Activities have no reference of their own: the same words at the same moment are the same activity. */
export async function mergeActivities(merge: Merge): Promise<void> {
  const key = ['search_ref', 'candidate_ref', 'contact_ref', 'by_user_id::text', 'text'];
  await merge.resolve(
    `se.id as search_id, ca.id as candidate_id, co.id as contact_id,
     md5(concat_ws(chr(31), s.kind, extract(epoch from s.at), ${key.map((part) => `coalesce(s.${part}, '')`).join(', ')})) as import_key`,
    `${BY_REF.search} ${BY_REF.candidate} ${BY_REF.contact}`,
  );
  await merge.refuseMissing('search_ref', 'search_id', 'searches.csv');
  await merge.refuseMissing('candidate_ref', 'candidate_id', 'candidates.csv');
  await merge.refuseMissing('contact_ref', 'contact_id', 'contacts.csv');
  await merge.refuseDuplicates('at', ['import_key'], `'the same activity'`);
  const known = await merge.query('select 1 from activity where firm_id = :firm limit 1');
  await merge.query(
    `insert into activity (firm_id, id, kind, at, by_user_id, search_id, candidate_id, contact_id, text, import_key)
     select :firm, s.id, s.kind, s.at, s.by_user_id, s.search_id, s.candidate_id, s.contact_id, s.text, s.import_key
     from staging s
     where not exists (select 1 from activity_version v
                       where v.firm_id = :firm and v.import_key = s.import_key
                         and v.search_id is not distinct from s.search_id and v.change = 'withdrawn')
     ${known.length > 0 ? 'on conflict (firm_id, import_key, search_id) where import_key is not null do nothing' : ''}`,
  );
  await merge.query('analyze activity');
}

export async function mergeOffers(merge: Merge): Promise<void> {
  // an offer of a search the importing person does not know of may have the same reference
  const known = `left join lateral (
    select o.id from offer o join known_search se on se.id = o.search_id
    where o.firm_id = :firm and o.ref = s.offer_ref order by o.id limit 1) k on true`;
  await merge.resolve('c.id as candidacy_id, c.search_id, k.id as known_id', `${CANDIDACY} ${known}`);
  await merge.refuseDuplicates('offer_ref', ['offer_ref'], `'offer_ref ' || s.offer_ref`);
  await refuseWithoutCandidacy(merge);
  await followOnTheDay(merge);
  await refuseOutsideEpisodes(merge);
  await merge.refuse({
    column: 'decided_at',
    where: 's.decided_at < s.extended_at',
    sentence: `'decided_at is before extended_at'`,
  });
  await merge.refuse({
    column: 'expires_at',
    where: 's.expires_at <= s.extended_at',
    sentence: `'expires_at is not after extended_at'`,
  });
  await merge.refuse({
    column: 'start_date',
    using: OFFICE_OF_SEARCH,
    where: `office.search_id = s.search_id and s.start_date < (s.extended_at at time zone office.time_zone)::date`,
    sentence: `'start_date is before extended_at'`,
  });
  const same = ['extended_at', 'expires_at', 'decided_at', 'decision', 'currency', 'base', 'bonus', 'equity_value'];
  const more = ['vesting_months', 'sign_on', 'relocation', 'start_date'];
  await merge.upsert('offer', 'known_id', [
    ['ref', 's.offer_ref', 'offer_ref'],
    ['candidacy_id', 's.candidacy_id', 'candidate_ref'],
    ['search_id', 's.search_id', 'search_ref'],
    ...[...same, ...more].map((column) => [column, `s.${column}`, column] as const),
  ]);
}

const OFFICE_OF_SEARCH = `(select x.id as search_id, o.time_zone from search x
                           join office o on o.firm_id = :firm and o.id = x.office_id where x.firm_id = :firm) office`;

/**
 * What happened on one date, without a time, comes after what it follows: an offer after the opening, or the reopening of a
 * search that is closed as the day begins; an answer after the offer.
 */
async function followOnTheDay(merge: Merge): Promise<void> {
  await merge.query(
    `update staging s set extended_at = opened.at
     from (select w.row_number, min(e.opened_at) as at from staging w
           join search_episode e on e.firm_id = :firm and e.search_id = w.search_id
           where e.opened_at > w.extended_at and e.opened_at < w.extended_at_over
           group by w.row_number) opened
     where s.row_number = opened.row_number and not exists (
       select 1 from search_episode e
       where e.firm_id = :firm and e.search_id = s.search_id and e.opened_at <= s.extended_at
         and (e.closed_at is null or e.closed_at >= s.extended_at))`,
  );
  await merge.query(
    `update staging s set decided_at = s.extended_at where s.extended_at > s.decided_at and s.extended_at < s.decided_at_over`,
  );
}

/** An offer is made while its search is open, and accepted by the day on which that ends. */
async function refuseOutsideEpisodes(merge: Merge): Promise<void> {
  const firstOpened = `(select min(e.opened_at) from search_episode e where e.firm_id = :firm and e.search_id = s.search_id)`;
  await merge.refuse({
    column: 'extended_at',
    where: `s.extended_at < ${firstOpened}`,
    sentence: `'extended_at is before the search was opened, at ' || ${moment(firstOpened)}`,
  });
  const closed = `(select max(e.closed_at) from search_episode e
                   where e.firm_id = :firm and e.search_id = s.search_id and e.closed_at < s.extended_at)`;
  await merge.refuse({
    column: 'extended_at',
    where: `not exists (select 1 from search_episode e
                        where e.firm_id = :firm and e.search_id = s.search_id and e.opened_at <= s.extended_at
                          and (e.closed_at is null or e.closed_at >= s.extended_at))`,
    sentence: `'extended_at is after the search was closed, at ' || ${moment(closed)}`,
  });
  await merge.refuse({
    column: 'decided_at',
    using: `search_episode e, ${OFFICE_OF_SEARCH}`,
    where: `e.firm_id = :firm and e.search_id = s.search_id and office.search_id = s.search_id
            and e.opened_at <= s.extended_at and e.closed_at >= s.extended_at and s.decision = 'accepted'
            and (s.decided_at at time zone office.time_zone)::date > (e.closed_at at time zone office.time_zone)::date`,
    sentence: `'an offer can be accepted only while its search is open, and this one was closed at ' || ${moment('e.closed_at')}`,
  });
}
