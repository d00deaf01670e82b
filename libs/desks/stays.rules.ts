import { deadlineInstant, type OfficeCalendar, workingDaysSince } from '@app/platform/time/working-calendar.js';
import type { Course, CaseMove, PersonCase, Span, StageStays, Stay } from './desks.types.js';

export interface Budgets {
  readonly calendar: OfficeCalendar;
  /** working days by stage; null or nothing for a stage without a budget */
  readonly days: ReadonlyMap<string, number | null>;
}

/** Where somebody stood while they were in play, and whether the budget of the stage was used up there. */
export function staysOf({ moves, endedAt }: PersonCase, span: Span, course: Course, budgets: Budgets): Stay[] {
  const goesOn = !course.closed && endedAt === null && span.to.getTime() === course.to.getTime();
  const arrivals = moves.filter(({ stageId }, i) => moves[i - 1]?.stageId !== stageId);
  return arrivals.flatMap((move, i) => {
    const next = arrivals[i + 1];
    const from = later(move.at, span.from);
    const to = next && next.at < span.to ? next.at : span.to;
    if (move.kind === 'sourcing' || move.kind === 'placed' || from >= to) return [];
    return [stayOf(move, { from, to }, goesOn && to === span.to, course, budgets)];
  });
}

function stayOf(
  { stageId, label }: CaseMove,
  { from, to }: Span,
  standing: boolean,
  { holds }: Course,
  { calendar, days }: Budgets,
): Stay {
  const budgetDays = days.get(stageId) ?? null;
  const deadline = budgetDays === null ? null : deadlineInstant(from, budgetDays, calendar, holds);
  return {
    stageId,
    label,
    from,
    to,
    standing,
    workingDays: workingDaysSince(from, to, calendar, holds),
    budgetDays,
    overBudget: deadline !== null && deadline <= to,
  };
}

/** The same by stage, in the order of the process. */
export function stagesOf(stays: readonly Stay[], people: readonly PersonCase[]): StageStays[] {
  const positions = new Map(people.flatMap(({ moves }) => moves.map(({ stageId, position }) => [stageId, position])));
  const stages = new Map<string, StageStays>();
  for (const { stageId, label, budgetDays, standing, overBudget, workingDays } of stays) {
    const none = { stageId, label, budgetDays, stays: 0, standing: 0, overBudget: 0, longestDays: 0 };
    const stage = stages.get(stageId) ?? none;
    stage.stays += 1;
    stage.standing += standing ? 1 : 0;
    stage.overBudget += overBudget ? 1 : 0;
    stage.longestDays = Math.max(stage.longestDays, workingDays);
    stages.set(stageId, stage);
  }
  return [...stages.values()].sort((a, b) => (positions.get(a.stageId) ?? 0) - (positions.get(b.stageId) ?? 0));
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
