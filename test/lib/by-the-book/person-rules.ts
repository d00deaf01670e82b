import { dayBegins, dayOf, midnights } from './days.js';
import type { Search } from './firm.js';
import { type Found, reached, type Told, written } from './flag.js';
import { caseOf, stageCase, stepOf, turnOf } from './next-steps.js';
import { counted, dateInWords, sentenceOf, sinceInWords, workingDays } from './sentences.js';
import { type Running, type Standing, windowDay, windowOf } from './standing.js';

export type PersonRule = (standing: Standing, running: Running) => Found[];

export const PERSON_RULES = {
  stage: (standing, running) => {
    const { search, diary, asOf } = running;
    const { since, stage, undecided } = standing;
    const budget = search.budgetOf(stage);
    if (budget === 0 || undecided.length > 0) return [];
    const rung = { rule: 'stage_overdue', since };
    const rungs = [
      { ...rung, severity: 'watch' as const, deadline: diary.deadline(since, budget) },
      { ...rung, severity: 'stalled' as const, deadline: diary.deadline(since, 2 * budget) },
    ];
    return found(reached(rungs, asOf), ({ severity }) => ({
      evidence: { workingDays: diary.passed(since, asOf), budget, ...ofStage(standing) },
      basis: diary.basis(since, severity === 'watch' ? budget : 2 * budget),
      sentence: sentenceOf('stage_overdue', 'always', {
        ...{ stage: stage.label, since: sinceInWords(since, standing.isOwn, running), budget },
        days: workingDays(diary.passed(since, asOf)),
      }),
      nextStep: stepOf('stage_overdue', stageCase(standing, running)),
    }));
  },

  window: (standing, running) => {
    const since = windowOf(standing, running);
    if (since === undefined) return [];
    const { office, limits } = running.search;
    const { zone } = office;
    const { watch, close } = windowMoments(since, running.search);
    const rungs = [
      { rule: 'window_closing', since, severity: 'watch' as const, deadline: watch },
      { rule: 'window_closed', since, severity: 'stalled' as const, deadline: close },
    ];
    const [day, closeDay] = [midnights(since, running.asOf, zone), limits.windowCloseDay];
    return found(reached(rungs, running.asOf), ({ rule, severity }) => ({
      evidence: { day, closeDay, closesAt: written(close), ...ofStage(standing) },
      basis: {
        ...{ windowOpenedAt: written(since), localDate: running.diary.dateOf(since), zone },
        calendarDays: severity === 'watch' ? limits.windowWatchDay : limits.windowCloseDay,
      },
      sentence: sentenceOf(
        rule,
        severity === 'watch' ? 'always' : day > closeDay ? 'a later date' : 'the closing date',
        {
          ...{ 'closing date': dateInWords(windowDay(since, closeDay, zone), running.today), day, window: closeDay },
          'days ago': counted(day - closeDay, 'day', 'days'),
        },
      ),
      nextStep: stepOf(rule, caseOf(standing, running)),
    }));
  },

  turn: (standing, running) => {
    const turn = turnOf(standing, running);
    if (turn === undefined || turn.answered) return [];
    const since = running.afresh(turn.since);
    const { diary, asOf } = running;
    const { clientSilentWatchDays: watched, clientSilentStalledDays: stalledAt } = running.search.limits;
    const rung = { rule: 'client_silent', since };
    const rungs = [
      { ...rung, severity: 'watch' as const, deadline: diary.deadline(since, watched) },
      { ...rung, severity: 'stalled' as const, deadline: diary.deadline(since, stalledAt) },
    ];
    return found(reached(rungs, asOf), ({ severity }) => {
      const limit = severity === 'watch' ? watched : stalledAt;
      return {
        evidence: { workingDays: diary.passed(since, asOf), limit, stalledAt, ...ofStage(standing) },
        basis: diary.basis(since, limit),
        sentence: sentenceOf('client_silent', 'always', {
          ...{ since: sinceInWords(since, since === turn.since, running), limit },
          days: workingDays(diary.passed(since, asOf)),
        }),
        nextStep: stepOf('client_silent', caseOf(standing, running)),
      };
    });
  },

  offers: (standing, running) =>
    standing.undecided.flatMap(({ extended, expires }) => {
      const { diary, asOf } = running;
      const since = running.afresh(extended);
      const limit = running.search.limits.offerPendingDays;
      const [after, expiry] = [diary.deadline(since, limit), running.afresh(expires ?? Infinity)];
      const rung = { rule: 'offer_pending', severity: 'stalled', since, deadline: Math.min(after, expiry) } as const;
      const expired = expires !== null && expires <= asOf;
      return found(reached([rung], asOf), () => ({
        evidence: {
          ...{ workingDays: diary.passed(since, asOf), limit, candidacyId: standing.person.ref, expired },
          expiresAt: expires === null ? null : written(expires),
        },
        // the last moment at which it stood is one before the expiry
        basis: diary.basis(since, expiry < after ? diary.passed(since, expiry - 1) : limit),
        sentence: sentenceOf(
          'offer_pending',
          expired ? 'expired' : since === extended ? 'not expired' : 'not expired, from reopening',
          {
            ...{ since: sinceInWords(since, since === extended, running), limit },
            days: workingDays(diary.passed(since, asOf)),
            'last date': dateInWords(dayOf((expires ?? 0) - 1, diary.office.zone), running.today),
          },
        ),
        nextStep: stepOf('offer_pending', expired ? 'expired' : 'not expired'),
      }));
    }),
} satisfies Record<string, PersonRule>;

const ofStage = ({ stage }: Standing) => ({ stageKind: stage.kind, stageLabel: stage.label });

export function windowMoments(opened: number, { office: { zone }, limits }: Search) {
  const begins = (day: number) => dayBegins(windowDay(opened, day, zone), zone);
  return { watch: begins(limits.windowWatchDay), close: begins(limits.windowCloseDay) };
}

function found<Rung>(rung: Rung | undefined, more: (rung: Rung) => Told): (Rung & Told)[] {
  return rung === undefined ? [] : [{ ...rung, ...more(rung) }];
}
