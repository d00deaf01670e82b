import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AuthModule, LoginsModule } from '@app/auth/auth.module.js';
import { IdentityModule } from '@app/identity/identity.module.js';
import { ImportsModule } from '@app/imports/imports.module.js';
import { CalendarsModule } from '@app/calendars/calendars.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { CandidatesModule } from '@app/candidates/candidates.module.js';
import { ComplianceModule } from '@app/compliance/compliance.module.js';
import { MailLogModule } from '@app/mail-log/mail-log.module.js';
import { ActivitiesModule } from '@app/activities/activities.module.js';
import { InterviewsModule } from '@app/interviews/interviews.module.js';
import { OffersModule } from '@app/offers/offers.module.js';
import { PlacementsModule } from '@app/placements/placements.module.js';
import { CorrectionsModule } from '@app/corrections/corrections.module.js';
import { StageEditsModule } from '@app/stage-edits/stage-edits.module.js';
import { StagesModule } from '@app/stages/stages.module.js';
import { PipelineModule } from '@app/pipeline/pipeline.module.js';
import { NewcomersModule } from '@app/newcomers/newcomers.module.js';
import { PoliciesModule } from '@app/policies/policies.module.js';
import { BreakGlassModule } from '@app/break-glass/break-glass.module.js';
import { RoleTemplatesModule } from '@app/role-templates/role-templates.module.js';
import { SampleModule } from '@app/sample/sample.module.js';
import { SearchesModule } from '@app/searches/searches.module.js';
import { Config } from '@app/platform/config/config.js';
import { ConfigModule } from '@app/platform/config/config.module.js';
import { DatabaseModule } from '@app/platform/database/database.module.js';
import { LoggingModule } from '@app/platform/logging/logging.module.js';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { TimeModule } from '@app/platform/time/time.module.js';
import { NotificationsModule } from '@app/notifications/notifications.module.js';
import { MyRemindersModule } from '@app/reminders/reminders.module.js';
import { PrintModule } from '@app/print/print.module.js';
import { HandOverModule } from '@app/hand-over/hand-over.module.js';
import { SheetsModule } from '@app/sheets/sheets.module.js';
import { DesksModule } from '@app/desks/desks.module.js';
import { FiguresModule } from '@app/figures/figures.module.js';
import { ReportsModule } from '@app/reports/reports.module.js';
import { FoundersModule, SignUpModule } from '@app/sign-up/sign-up.module.js';
import { ViewsModule } from '@app/views/views.module.js';
import { AbsencesModule } from '@app/absences/absences.module.js';
import { TasksModule } from '@app/tasks/tasks.module.js';
import { TimelineModule } from '@app/timeline/timeline.module.js';
import { AccountModule } from '@app/account/account.module.js';
import { FirstStepsModule } from '@app/first-steps/first-steps.module.js';
import { FlagsModule } from '@app/flags/flags.module.js';
import { TodayModule } from '@app/today/today.module.js';
import { InvitationsModule } from '@app/invitations/invitations.module.js';
import { AcceptanceModule, UsersModule } from '@app/users/users.module.js';
import { ViewsController } from './views/views.controller.js';
import { AbsencesController } from './absences/absences.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { RegionsController } from './calendars/regions.controller.js';
import { ClientsController } from './clients/clients.controller.js';
import { ClientChangesController } from './clients/client-changes.controller.js';
import { ContactsController } from './clients/contacts.controller.js';
import { CandidatesController } from './candidates/candidates.controller.js';
import { ErasuresController } from './compliance/erasures.controller.js';
import { ActivitiesController } from './activities/activities.controller.js';
import { TasksController } from './tasks/tasks.controller.js';
import { InterviewsController } from './interviews/interviews.controller.js';
import { CheckInsController } from './placements/check-ins.controller.js';
import { MailLogController } from './mail-log/mail-log.controller.js';
import { MailEventsController } from './mail-log/mail-events.controller.js';
import { UnsubscribeController } from './notifications/unsubscribe.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { PipelineController } from './pipeline/pipeline.controller.js';
import { NewcomersController } from './newcomers/newcomers.controller.js';
import { StagesController } from './stages/stages.controller.js';
import { PoliciesController } from './policies/policies.controller.js';
import { BreakGlassController } from './break-glass/break-glass.controller.js';
import { RoleTemplatesController } from './role-templates/role-templates.controller.js';
import { SampleController } from './sample/sample.controller.js';
import { SearchesController } from './searches/searches.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { HealthController } from './health/health.controller.js';
import { MailPreviewsController } from './mails/mail-previews.controller.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { BriefsController } from './searches/briefs.controller.js';
import { LeadsController } from './searches/leads.controller.js';
import { SelectionsController } from './sheets/selections.controller.js';
import { LogSheetsController } from './sheets/log-sheets.controller.js';
import { SheetsController } from './sheets/sheets.controller.js';
import { DesksController } from './desks/desks.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { FirstStepsController } from './first-steps/first-steps.controller.js';
import { FlagsController } from './flags/flags.controller.js';
import { TodayController } from './today/today.controller.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { Readiness } from './health/readiness.js';
import { AuthGuard } from './http/auth.guard.js';
import { AnsweredFilter, OnceGuard } from './http/once.js';
import { FirmGate } from './http/firm-gate.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.pipe.js';
import { AccountController } from './account/account.controller.js';
import { SignUpController } from './sign-up/sign-up.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { IdentityController } from './identity/identity.controller.js';

import { InvitationsController } from './invitations/invitations.controller.js';
import { UsersController } from './users/users.controller.js';

@Module({
  imports: [
    ImportsModule,
    ActivitiesModule,
    TasksModule,
    InterviewsModule,
    OffersModule,
    PlacementsModule,
    PipelineModule,
    NewcomersModule,
    CorrectionsModule,
    StagesModule,
    StageEditsModule,
    PoliciesModule,
    BreakGlassModule,
    RoleTemplatesModule,
    SampleModule,
    SearchesModule,
    CandidatesModule,
    CalendarsModule,
    AbsencesModule,
    ViewsModule,
    ClientsModule,
    ComplianceModule,
    FirstStepsModule,
    FlagsModule,
    TodayModule,
    TimelineModule,
    PrintModule,
    ReportsModule,
    DesksModule,
    FiguresModule,
    SheetsModule,
    HandOverModule,
    NotificationsModule,
    MyRemindersModule,
    MailLogModule,
    ConfigModule,
    LoggingModule,
    DatabaseModule,
    TimeModule,
    MailModule,
    IdentityModule,
    AcceptanceModule,
    UsersModule,
    InvitationsModule,
    AuthModule,
    LoginsModule,
    SignUpModule,
    FoundersModule,
    AccountModule,
  ],
  controllers: [
    ImportsController,
    ActivitiesController,
    TasksController,
    InterviewsController,
    CheckInsController,
    OffersController,
    PipelineController,
    NewcomersController,
    StagesController,
    PoliciesController,
    BreakGlassController,
    RoleTemplatesController,
    SampleController,
    SearchesController,
    CandidatesController,
    CalendarsController,
    RegionsController,
    AbsencesController,
    ViewsController,
    ClientsController,
    ClientChangesController,
    ContactsController,
    ErasuresController,
    IdentityController,
    AuthController,
    SignUpController,
    UsersController,
    InvitationsController,
    AccountController,
    FirstStepsController,
    FlagsController,
    TodayController,
    TimelineController,
    ReportsController,
    SelectionsController,
    DesksController,
    FiguresController,
    LogSheetsController,
    SheetsController,
    BriefsController,
    LeadsController,
    NotificationsController,
    RemindersController,
    UnsubscribeController,
    MailLogController,
    MailEventsController,
    MailPreviewsController,
    HealthController,
  ],
  providers: [
    Readiness,
    { provide: FirmGate, inject: [Config], useFactory: (config: Config) => new FirmGate(config.DATABASE_POOL) },
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: OnceGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_FILTER, useClass: AnsweredFilter },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
})
export class ApiModule {}
