import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { boardQuery } from '../features/pipeline/api/board';
import { isStatus } from '../lib/problem';
import { onSignedOut, queryClient } from '../lib/query-client';
import { searchQuery } from '../lib/search-query';
import { meQuery } from '../lib/session';
import { TodayRoute } from './pages/today-page';
import { LostPage, RouteFailed, RouteWaiting } from './route-states';
import {
  asOfParams,
  healthParams,
  insightsParams,
  clientParams,
  mailParams,
  officeParams,
  policyParams,
  roleTemplatesParams,
  mailLogParams,
  candidateListParams,
  clientListParams,
  id,
  remindersParams,
  safeNext,
  searchListParams,
  searchParams,
  setUpParams,
  signInParams,
  todayParams,
  tokenParams,
} from './search-params';
import { Shell } from './shell/shell';

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInParams,
  component: lazyRouteComponent(() => import('../features/auth/routes/sign-in-page'), 'SignInPage'),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: setUpParams,
  component: lazyRouteComponent(() => import('../features/auth/routes/sign-up-page'), 'SignUpPage'),
});
const confirmSignUp = createRoute({
  getParentRoute: () => root,
  path: '/confirm-sign-up',
  validateSearch: tokenParams,
  component: lazyRouteComponent(() => import('../features/auth/routes/confirm-sign-up-page'), 'ConfirmSignUpPage'),
});
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../features/auth/routes/forgot-password-page'), 'ForgotPasswordPage'),
});
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: tokenParams,
  component: lazyRouteComponent(() => import('../features/auth/routes/reset-password-page'), 'ResetPasswordPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: tokenParams,
  component: lazyRouteComponent(() => import('../features/users/routes/invitation-page'), 'InvitationPage'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  validateSearch: tokenParams,
  component: lazyRouteComponent(() => import('../features/notifications/routes/unsubscribe-page'), 'UnsubscribePage'),
});

/** What is no id is the address of nothing. */
function demandId(value: string): void {
  if (id(value) === undefined) notFound({ throw: true });
}

/** Everything below needs somebody signed in. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      redirect({
        to: '/sign-in',
        search: { next: location.href === '/' ? undefined : safeNext(location.href) },
        throw: true,
      });
    }
  },
  component: Shell,
});

const today = createRoute({
  getParentRoute: () => app,
  path: '/',
  validateSearch: todayParams,
  component: TodayRoute,
});
const searches = createRoute({
  getParentRoute: () => app,
  path: '/searches',
  validateSearch: searchListParams,
  component: lazyRouteComponent(() => import('./pages/searches-page'), 'SearchesPage'),
});
const openSearch = createRoute({
  getParentRoute: () => app,
  path: '/searches/new',
  component: lazyRouteComponent(() => import('./pages/open-search-page'), 'OpenSearchPage'),
});
const search = createRoute({
  getParentRoute: () => app,
  path: '/searches/$searchId',
  beforeLoad: ({ params }) => demandId(params.searchId),
  validateSearch: searchParams,
  // Header and board are asked for together, already when the pointer rests on a link.
  loader: ({ params: { searchId } }) => {
    void queryClient.prefetchQuery(searchQuery(searchId));
    void queryClient.prefetchQuery(boardQuery(searchId));
  },
  component: lazyRouteComponent(() => import('./pages/search-page'), 'SearchPage'),
});
const candidates = createRoute({
  getParentRoute: () => app,
  path: '/candidates',
  validateSearch: candidateListParams,
  component: lazyRouteComponent(() => import('../features/candidates/routes/candidates-page'), 'CandidatesPage'),
});
const candidate = createRoute({
  getParentRoute: () => app,
  path: '/candidates/$candidateId',
  beforeLoad: ({ params }) => demandId(params.candidateId),
  component: lazyRouteComponent(() => import('./pages/candidate-page'), 'CandidateRoute'),
});
const clients = createRoute({
  getParentRoute: () => app,
  path: '/clients',
  validateSearch: clientListParams,
  component: lazyRouteComponent(() => import('../features/clients/routes/clients-page'), 'ClientsPage'),
});
const client = createRoute({
  getParentRoute: () => app,
  path: '/clients/$clientId',
  beforeLoad: ({ params }) => demandId(params.clientId),
  validateSearch: clientParams,
  component: lazyRouteComponent(() => import('./pages/client-page'), 'ClientPage'),
});
const contact = createRoute({
  getParentRoute: () => app,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('./pages/contact-page'), 'ContactRoute'),
});
const erasure = createRoute({
  getParentRoute: () => app,
  path: '/erasures/$erasureId',
  beforeLoad: ({ params }) => demandId(params.erasureId),
  component: lazyRouteComponent(() => import('../features/compliance/routes/erasure-page'), 'ErasurePage'),
});
const pipelineHealth = createRoute({
  getParentRoute: () => app,
  path: '/pipeline-health',
  validateSearch: healthParams,
  component: lazyRouteComponent(() => import('./pages/pipeline-health-page'), 'PipelineHealthPage'),
});
const insights = createRoute({
  getParentRoute: () => app,
  path: '/insights',
  validateSearch: insightsParams,
  component: lazyRouteComponent(() => import('./pages/insights-page'), 'InsightsPage'),
});
const flags = createRoute({
  getParentRoute: () => app,
  path: '/flags',
  validateSearch: asOfParams,
  component: lazyRouteComponent(() => import('./pages/as-of-page'), 'AsOfPage'),
});
const formerFlags = createRoute({
  getParentRoute: () => app,
  path: '/stalls',
  validateSearch: asOfParams,
  beforeLoad: ({ search }) => void redirect({ to: '/flags', search, replace: true, throw: true }),
});
const reminders = createRoute({
  getParentRoute: () => app,
  path: '/reminders',
  validateSearch: remindersParams,
  component: lazyRouteComponent(() => import('../features/reminders/routes/reminders-page'), 'RemindersPage'),
});
const imports = createRoute({
  getParentRoute: () => app,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/imports/routes/imports-page'), 'ImportsPage'),
});
const importRun = createRoute({
  getParentRoute: () => app,
  path: '/imports/$runId',
  beforeLoad: ({ params }) => demandId(params.runId),
  component: lazyRouteComponent(() => import('../features/imports/routes/import-run-page'), 'ImportRunPage'),
});
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings-page'), 'SettingsPage'),
});
const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => void redirect({ to: '/settings/people', replace: true, throw: true }),
});
const settingsPeople = createRoute({
  getParentRoute: () => settings,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/users/routes/people-page'), 'PeoplePage'),
});
const settingsOffices = createRoute({
  getParentRoute: () => settings,
  path: '/offices',
  validateSearch: officeParams,
  component: lazyRouteComponent(() => import('../features/calendars/routes/offices-page'), 'OfficesPage'),
});
const settingsAbsences = createRoute({
  getParentRoute: () => settings,
  path: '/absences',
  component: lazyRouteComponent(() => import('../features/absences/routes/absences-page'), 'AbsencesPage'),
});
const settingsPolicies = createRoute({
  getParentRoute: () => settings,
  path: '/policies',
  validateSearch: policyParams,
  component: lazyRouteComponent(() => import('../features/policies/routes/policies-page'), 'PoliciesPage'),
});
const settingsRoles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  validateSearch: roleTemplatesParams,
  component: lazyRouteComponent(
    () => import('../features/role-templates/routes/role-templates-page'),
    'RoleTemplatesPage',
  ),
});
const settingsStages = createRoute({
  getParentRoute: () => settings,
  path: '/stages',
  component: lazyRouteComponent(() => import('../features/stages/routes/stages-page'), 'StagesPage'),
});
const settingsAccount = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/routes/account-page'), 'AccountPage'),
});
const settingsMailLog = createRoute({
  getParentRoute: () => settings,
  path: '/mail-log',
  validateSearch: mailLogParams,
  component: lazyRouteComponent(() => import('../features/mail-log/routes/mail-log-page'), 'MailLogPage'),
});
const formerMailLog = createRoute({
  getParentRoute: () => settings,
  path: '/outbox',
  validateSearch: mailLogParams,
  beforeLoad: ({ search }) => void redirect({ to: '/settings/mail-log', search, replace: true, throw: true }),
});
const settingsErasures = createRoute({
  getParentRoute: () => settings,
  path: '/erasures',
  component: lazyRouteComponent(() => import('../features/compliance/routes/erasures-page'), 'ErasuresPage'),
});
const settingsNotifications = createRoute({
  getParentRoute: () => settings,
  path: '/notifications',
  component: lazyRouteComponent(
    () => import('../features/notifications/routes/notifications-page'),
    'NotificationsPage',
  ),
});
const settingsMails = createRoute({
  getParentRoute: () => settings,
  path: '/mails',
  validateSearch: mailParams,
  component: lazyRouteComponent(() => import('../features/mails/routes/mails-page'), 'MailsPage'),
});

/** A build for production leaves it out; no link leads there, so its path is not among the typed ones. */
const development = (
  import.meta.env.DEV
    ? [
        createRoute({
          getParentRoute: () => root,
          path: '/components',
          component: lazyRouteComponent(() => import('./dev/components-page'), 'ComponentsPage'),
        }),
      ]
    : []
) as [];

export const router = createRouter({
  routeTree: root.addChildren([
    ...development,
    signIn,
    signUp,
    confirmSignUp,
    forgotPassword,
    resetPassword,
    invitation,
    unsubscribe,
    app.addChildren([
      today,
      searches,
      openSearch,
      search,
      candidates,
      candidate,
      clients,
      client,
      contact,
      erasure,
      pipelineHealth,
      insights,
      flags,
      formerFlags,
      reminders,
      imports,
      importRun,
      settings.addChildren([
        settingsIndex,
        settingsAccount,
        settingsPeople,
        settingsOffices,
        settingsAbsences,
        settingsPolicies,
        settingsRoles,
        settingsStages,
        settingsNotifications,
        settingsMails,
        settingsMailLog,
        formerMailLog,
        settingsErasures,
      ]),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFailed,
  defaultPendingComponent: RouteWaiting,
  defaultPendingMs: 400,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href === '/' ? undefined : href } });
});
