import type { paths } from '@app/api-client/schema.js';

type Verb = 'get' | 'post' | 'patch' | 'delete';
type Content<R> = R extends { content: { 'application/json': infer B } | { 'multipart/form-data': infer B } }
  ? B
  : never;
type Responses<P extends keyof paths, V extends Verb> = V extends keyof paths[P]
  ? paths[P][V] extends { responses: infer R }
    ? R
    : never
  : never;

/** What a call answers when it went well. */
export type Answer<P extends keyof paths, V extends Verb = 'get'> =
  Responses<P, V> extends infer R ? Content<R[keyof R & (200 | 201)]> : never;

/** What a call is sent. */
export type Body<P extends keyof paths, V extends Verb = 'post'> = V extends keyof paths[P]
  ? paths[P][V] extends { requestBody?: infer B }
    ? Content<NonNullable<B>>
    : never
  : never;

/** What a list is asked for, but for its page. */
export type Asked<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? Omit<NonNullable<Q>, 'after' | 'limit'>
  : never;

export type Me = Answer<'/api/me'>;
export type User = Answer<'/api/users'>['items'][number];
export type Office = Answer<'/api/offices'>['items'][number];
export type ClientRow = Answer<'/api/clients'>['items'][number];
export type ClientRecord = Answer<'/api/clients/{id}'>;
export type ContactRecord = Answer<'/api/contacts/{id}'>;
export type Contact = ClientRecord['contacts'][number];
export type CandidateRow = Answer<'/api/candidates'>['items'][number];
export type Candidate = Answer<'/api/candidates/{id}'>;
export type Standing = Candidate['candidacies'][number];
export type RoleTemplate = Answer<'/api/role-templates'>['items'][number];
export type RoleTemplates = Answer<'/api/role-templates'>;
export type Brief = Answer<'/api/searches/{id}/briefs/{version}'>;
export type BriefVersion = Answer<'/api/searches/{id}/briefs'>['items'][number];
export type Criterion = RoleTemplate['criteria'][number];
export type SearchRow = Answer<'/api/searches'>['items'][number];
export type Search = Answer<'/api/searches/{id}'>;
export type SearchStatus = SearchRow['status'];
export type Health = NonNullable<SearchRow['health']>;
export type FirstSteps = Answer<'/api/first-steps'>;
export type Stages = Answer<'/api/stages'>;
export type Stage = Stages['items'][number];
export type Board = Answer<'/api/searches/{id}/board'>;
export type Card = Board['cards'][number];
export type PlacedCard = Board['placed'][number];
export type MarketWindow = NonNullable<Card['window']>;
export type CardFlag = Card['flags'][number];
export type Severity = CardFlag['severity'];
export type Ended = Answer<'/api/searches/{id}/ended'>['items'][number];
export type Candidacy = Answer<'/api/candidacies/{id}'>;
export type Offer = Candidacy['offers'][number];
export type Task = Answer<'/api/tasks'>['items'][number];
export type Interview = Answer<'/api/interviews'>['items'][number];
export type CheckIn = Answer<'/api/check-ins'>['items'][number];
export type Article14 = Candidate['article14'];
export type Today = Answer<'/api/today'>;
export type TodayItem = Today['items'][number];
export type Flag = Answer<'/api/searches/{id}/flags'>['items'][number];
export type WayOut = Flag['ways'][number];
export type WayAct = WayOut['act'];
export type FlagWhy = Answer<'/api/flags/{id}/why'>;
export type PastFlag = Answer<'/api/searches/{id}/flag-history'>['items'][number];
export type EpisodeFigures = Answer<'/api/searches/{id}/flag-history'>['figures'][number];
export type WhatIf = Answer<'/api/searches/{id}/what-if', 'post'>;
export type SearchPolicy = Answer<'/api/searches/{id}/policy'>;
export type SearchAsOf = Answer<'/api/flags'>['items'][number];
export type RuleName = Flag['rule'];
export type PipelineHealth = Answer<'/api/pipeline-health'>;
export type HealthChanges = Answer<'/api/pipeline-health/changes'>;
export type Found = Answer<'/api/find'>['items'][number];
export type ImportRun = Answer<'/api/imports/{id}'>;
export type ImportSummary = Answer<'/api/imports'>['items'][number];
export type OfficeCalendar = Answer<'/api/offices/{id}/calendar'>;
export type TimelineEntry = Answer<'/api/timeline'>['items'][number];
export type TimelineKind = TimelineEntry['kind'];
export type LoggedActivity = Candidacy['activities'][number];
export type ClientCalendar = Answer<'/api/clients/{id}/calendar'>;
export type CalendarHoliday = OfficeCalendar['holidays'][number];
export type HolidayProposal = Answer<'/api/offices/{id}/calendar/proposals'>['items'][number];
export type CalendarVersion = Answer<'/api/offices/{id}/calendar/versions'>['items'][number];
export type View = Answer<'/api/views'>['items'][number];
export type Absence = Answer<'/api/absences'>['items'][number];
export type PolicyView = Answer<'/api/searches/{id}/policy'>;
export type PolicySetting = PolicyView['settings'][number];
export type PolicyBudget = PolicyView['stageBudgets'][number];
