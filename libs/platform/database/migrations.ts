import { Foundation1763683200000 } from './migrations/1763683200000-foundation.js';
import { PeopleAndClients1763683300000 } from './migrations/1763683300000-people-and-clients.js';
import { SearchesAndPipeline1763683400000 } from './migrations/1763683400000-searches-and-pipeline.js';
import { StallsAndReminders1763683500000 } from './migrations/1763683500000-stalls-and-reminders.js';
import { Clocks1763683600000 } from './migrations/1763683600000-clocks.js';
import { PublishedLists1763683650000 } from './migrations/1763683650000-published-lists.js';
import { Auth1763683660000 } from './migrations/1763683660000-auth.js';
import { OpenFlags1763683700000 } from './migrations/1763683700000-open-flags.js';
import { FlagReminders1763683800000 } from './migrations/1763683800000-flag-reminders.js';
import { ImportRefusals1763683810000 } from './migrations/1763683810000-import-refusals.js';
import { ReportIndexes1763683900000 } from './migrations/1763683900000-report-indexes.js';
import { CalendarsAndPolicies1763684000000 } from './migrations/1763684000000-calendars-and-policies.js';
import { ClientCalendarEdits1763684020000 } from './migrations/1763684020000-client-calendar-edits.js';
import { MoreClocks1763684050000 } from './migrations/1763684050000-more-clocks.js';
import { FlagsInHand1763684100000 } from './migrations/1763684100000-flags-in-hand.js';
import { WakingFlags1763684110000 } from './migrations/1763684110000-waking-flags.js';
import { DatedWork1763684200000 } from './migrations/1763684200000-dated-work.js';
import { InterviewsAndPlacements1763684250000 } from './migrations/1763684250000-interviews-and-placements.js';
import { RemindersByKind1763684300000 } from './migrations/1763684300000-reminders-by-kind.js';
import { DueNotices1763684310000 } from './migrations/1763684310000-due-notices.js';
import { Deliveries1763684350000 } from './migrations/1763684350000-deliveries.js';
import { SweepInBulk1763684400000 } from './migrations/1763684400000-sweep-in-bulk.js';
import { ImportsThatEnd1763684500000 } from './migrations/1763684500000-imports-that-end.js';
import { ReferencesOfOnesOwn1763684600000 } from './migrations/1763684600000-references-of-ones-own.js';
import { MembersWhoStay1763684610000 } from './migrations/1763684610000-members-who-stay.js';
import { LoginsOfSeveralFirms1763684700000 } from './migrations/1763684700000-logins-of-several-firms.js';
import { SessionsAndSignUps1763684710000 } from './migrations/1763684710000-sessions-and-sign-ups.js';
import { Users1763684800000 } from './migrations/1763684800000-users.js';
import { InvitationTries1763684810000 } from './migrations/1763684810000-invitation-tries.js';
import { IdempotencyKeys1763684900000 } from './migrations/1763684900000-idempotency-keys.js';
import { Erasure1763685000000 } from './migrations/1763685000000-erasure.js';
import { ActivityVersions1763685010000 } from './migrations/1763685010000-activity-versions.js';
import { MailsForWhoJoined1763685020000 } from './migrations/1763685020000-mails-for-who-joined.js';
import { WordsInJson1763685300000 } from './migrations/1763685300000-words-in-json.js';
import { EndedInvitations1763685400000 } from './migrations/1763685400000-ended-invitations.js';
import { DefinitionsInRooms1763686000000 } from './migrations/1763686000000-definitions-in-rooms.js';
import { CalendarCopies1763686200000 } from './migrations/1763686200000-calendar-copies.js';
import { FirmsPassedOver1763686100000 } from './migrations/1763686100000-firms-passed-over.js';
import { WordsFound1763687100000 } from './migrations/1763687100000-words-found.js';
import { ReopenedSearches1763687200000 } from './migrations/1763687200000-reopened-searches.js';
import { SamePersons1763687300000 } from './migrations/1763687300000-same-persons.js';
import { Regions1763687400000 } from './migrations/1763687400000-regions.js';
import { ContactsByAddress1763687500000 } from './migrations/1763687500000-contacts-by-address.js';
import { MarketDays1763687600000 } from './migrations/1763687600000-market-days.js';
import { DaysWork1763687700000 } from './migrations/1763687700000-days-work.js';
import { SortedCandidates1763687800000 } from './migrations/1763687800000-sorted-candidates.js';
import { StageEdits1763687900000 } from './migrations/1763687900000-stage-edits.js';
import { SavedViews1763688000000 } from './migrations/1763688000000-saved-views.js';
import { OfficesOfSearches1763688100000 } from './migrations/1763688100000-offices-of-searches.js';
import { NarrowedCandidates1763688350000 } from './migrations/1763688350000-narrowed-candidates.js';
import { Mentions1763688400000 } from './migrations/1763688400000-mentions.js';
import { RoleTemplates1763688500000 } from './migrations/1763688500000-role-templates.js';
import { BriefVersions1763688600000 } from './migrations/1763688600000-brief-versions.js';
import { Samples1763688700000 } from './migrations/1763688700000-samples.js';
import { FirstStepsAway1763688800000 } from './migrations/1763688800000-first-steps-away.js';
import { QuickerWords1763688200000 } from './migrations/1763688200000-quicker-words.js';

/** In the order they run. */
export const migrations = [
  Foundation1763683200000,
  PeopleAndClients1763683300000,
  SearchesAndPipeline1763683400000,
  StallsAndReminders1763683500000,
  Clocks1763683600000,
  PublishedLists1763683650000,
  Auth1763683660000,
  OpenFlags1763683700000,
  FlagReminders1763683800000,
  ImportRefusals1763683810000,
  ReportIndexes1763683900000,
  CalendarsAndPolicies1763684000000,
  ClientCalendarEdits1763684020000,
  MoreClocks1763684050000,
  FlagsInHand1763684100000,
  WakingFlags1763684110000,
  DatedWork1763684200000,
  InterviewsAndPlacements1763684250000,
  RemindersByKind1763684300000,
  DueNotices1763684310000,
  Deliveries1763684350000,
  SweepInBulk1763684400000,
  ImportsThatEnd1763684500000,
  ReferencesOfOnesOwn1763684600000,
  MembersWhoStay1763684610000,
  LoginsOfSeveralFirms1763684700000,
  SessionsAndSignUps1763684710000,
  Users1763684800000,
  InvitationTries1763684810000,
  IdempotencyKeys1763684900000,
  Erasure1763685000000,
  ActivityVersions1763685010000,
  MailsForWhoJoined1763685020000,
  WordsInJson1763685300000,
  EndedInvitations1763685400000,
  DefinitionsInRooms1763686000000,
  FirmsPassedOver1763686100000,
  CalendarCopies1763686200000,
  WordsFound1763687100000,
  ReopenedSearches1763687200000,
  SamePersons1763687300000,
  Regions1763687400000,
  ContactsByAddress1763687500000,
  MarketDays1763687600000,
  DaysWork1763687700000,
  SortedCandidates1763687800000,
  StageEdits1763687900000,
  SavedViews1763688000000,
  OfficesOfSearches1763688100000,
  QuickerWords1763688200000,
  NarrowedCandidates1763688350000,
  Mentions1763688400000,
  RoleTemplates1763688500000,
  BriefVersions1763688600000,
  Samples1763688700000,
  FirstStepsAway1763688800000,
];
