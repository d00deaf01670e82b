import { dayOf, later, midnights } from './days.js';
import { type Found, reached, written } from './flag.js';
import { forecastOf, latenessOf } from './forecast.js';
import { furthest, searchCase, stepOf } from './next-steps.js';
import { windowMoments } from './person-rules.js';
import {
  candidates,
  dateInWords,
  inWords,
  searchDay,
  sentenceOf,
  sinceInWords,
  windowsInWords,
  workingDays,
} from './sentences.js';
import { atLeast, lastProgress, PROGRESS, type Running, windowOf } from './standing.js';

type SearchRule = (running: Running) => Found | undefined;

const noProgress: SearchRule = (running) => {
  const { search, live, diary, asOf } = running;
  const since = lastProgress(running);
  const sourcing = live.every(({ stage }) => stage.kind === 'sourcing');
  const limit = sourcing ? search.limits.noProgressSourcingDays : search.limits.noProgressDays;
  const rung = { rule: 'no_progress', severity: 'stalled', since, deadline: diary.deadline(since, limit) } as const;
  const found = reached([rung], asOf);
  if (!found) return undefined;
  const windows = live
    .filter(({ stage }) => ['client_interview', 'finalist', 'offer'].includes(stage.kind))
    .map((standing) => ({ kind: standing.stage.kind, opened: windowOf(standing, running) }))
    .flatMap(({ kind, opened }) => (opened === undefined ? [] : [{ kind, ...windowMoments(opened, search) }]))
    .filter(({ watch, close }) => watch <= asOf && asOf < close);
  const passed = diary.passed(since, asOf);
  return {
    ...found,
    evidence: {
      ...{ workingDays: passed, limit, activeCandidacies: live.length },
      furthestStage: furthest(running),
      closing: windows.map(({ close }) => written(close)).sort(),
    },
    basis: diary.basis(since, limit),
    sentence: sentenceOf('no_progress', windows.length > 0 ? 'windows about to close' : 'no window about to close', {
      ...{ since: sinceInWords(since, since > running.episode.opened, running), days: workingDays(passed), limit },
      windows: windowsInWords(
        windows.map(({ close }) => dayOf(close, search.office.zone)),
        windows.every(({ kind }) => kind === 'finalist'),
        running.today,
      ),
    }),
    nextStep: stepOf('no_progress', searchCase(running)),
  };
};

/** CLOCKS, "The numbers of a flag": the day of the search, and how many of its days were on hold. */
const onDay = ({ episode, asOf, diary, search }: Running) => ({
  day: midnights(episode.opened, asOf, search.office.zone),
  daysOnHold: diary.daysOnHold(episode.opened, asOf),
});

/** What is due on a day of the search. */
function dueOnDay(
  { episode: { opened: since }, diary, asOf, search }: Running,
  rule: string,
  severity: Found['severity'],
  day: number,
) {
  const found = reached([{ rule, severity, since, deadline: diary.dayOfSearch(since, day) }], asOf);
  return (
    found && {
      ...found,
      basis: {
        ...{ openedAt: written(since), localDate: diary.dateOf(since), zone: search.office.zone, calendarDays: day },
        holdDaysRemoved: diary.daysOnHold(since, found.deadline),
      },
    }
  );
}

const slateLate: SearchRule = (running) => {
  const { slateSize: wanted, slateDay: limit } = running.search.limits;
  const { opened } = running.episode;
  const presented = running.standings.filter(({ moves, live, stage: now }) => {
    const arrival = moves.find(({ stage }) => atLeast(stage, 'presented'));
    if (arrival === undefined || arrival.at >= opened) return arrival !== undefined;
    return live && atLeast(now, 'presented');
  }).length;
  if (running.offerOut || presented >= wanted) return undefined;
  const found = dueOnDay(running, 'slate_late', 'stalled', limit);
  return (
    found && {
      ...found,
      evidence: { presented, wanted, ...onDay(running), limit, furthestStage: furthest(running) },
      sentence: sentenceOf('slate_late', 'always', {
        ...{ People: candidates(presented), day: searchDay(onDay(running)), wanted: inWords(wanted) },
      }),
      nextStep: stepOf('slate_late', furthest(running) ?? 'nobody live'),
    }
  );
};

const thinPipeline: SearchRule = (running) => {
  const { thinPipelineSize: wanted, thinPipelineDay: limit } = running.search.limits;
  const active = running.live.filter(({ stage }) => atLeast(stage, 'assessed')).length;
  if (running.offerOut || active >= wanted) return undefined;
  const found = dueOnDay(running, 'thin_pipeline', 'watch', limit);
  return (
    found && {
      ...found,
      evidence: { active, wanted, ...onDay(running), limit },
      sentence: sentenceOf('thin_pipeline', 'always', {
        ...{ People: candidates(active), day: searchDay(onDay(running)), wanted: inWords(wanted) },
      }),
      nextStep: stepOf('thin_pipeline', anybody(running)),
    }
  );
};

const anybody = ({ live }: Running) => (live.length > 0 ? 'anybody live' : 'nobody live');

const decisionMakerSilent: SearchRule = (running) => {
  const { search, episode, activities, latest, diary, asOf } = running;
  const spoken = activities.filter(
    ({ kind, search: about, decisionMakerOf, at }) =>
      PROGRESS.includes(kind) &&
      decisionMakerOf === search.client &&
      (about === search.ref || about === '') &&
      at > episode.opened,
  );
  const since = latest(...spoken.map(({ at }) => at));
  const limit = search.limits.decisionMakerDays;
  const deadline = diary.deadline(since, limit);
  const found = reached([{ rule: 'decision_maker_silent', severity: 'watch', since, deadline }], asOf);
  return (
    found && {
      ...found,
      evidence: { workingDays: diary.passed(since, asOf), limit, everSpoken: spoken.length > 0 },
      basis: diary.basis(since, limit),
      sentence: sentenceOf('decision_maker_silent', 'always', {
        ...{ since: sinceInWords(since, spoken.length > 0, running), limit },
        days: workingDays(diary.passed(since, asOf)),
      }),
      nextStep: stepOf('decision_maker_silent'),
    }
  );
};

const pace: SearchRule = (running) => {
  const late = latenessOf(running);
  if (late === undefined || running.offerOut) return undefined;
  const { deadline, limit, left } = late;
  const { today } = running;
  const closesOn = later(limit.day, 1);
  const found = reached([{ rule: 'pace', severity: 'watch', since: running.episode.opened, deadline }], running.asOf);
  return (
    found && {
      ...found,
      evidence: {
        ...{ forecast: forecastOf(running), limit: limit.day, limitKind: limit.kind },
        ...{ targetDate: running.search.target, activeCandidacies: running.live.length },
      },
      basis: running.diary.basis(deadline, left),
      sentence: sentenceOf('pace', limit.kind, {
        ...{ forecast: dateInWords(forecastOf(running), today), limit: dateInWords(limit.day, today) },
        ...{ closes: today < closesOn ? 'closes' : 'closed', 'closing date': dateInWords(closesOn, today) },
      }),
      nextStep: stepOf('pace', anybody(running)),
    }
  );
};

export const SEARCH_RULES = [noProgress, slateLate, thinPipeline, decisionMakerSilent, pace];
