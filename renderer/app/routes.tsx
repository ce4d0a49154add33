import { type ComponentType, lazy, Suspense } from 'react';
import { createBrowserRouter, type RouteObject, useLocation, useRouteError } from 'react-router';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemBoundary } from '../shared/ProblemBoundary.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { AppShell } from './AppShell.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';

/** One screen at one address: loaded when it is first wanted, with a boundary of its own. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  const Screen = lazy(async () => ({ default: await load() }));
  return { path, element: <Page screen={<Screen />} /> };
}

function Page(props: { readonly screen: React.ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ProblemBoundary what="This page" resetKey={pathname}>
      <Suspense fallback={<LoadingShape lines={6} />}>{props.screen}</Suspense>
    </ProblemBoundary>
  );
}

/** The last net, for faults of the frame itself. */
function FrameProblem() {
  return (
    <ProblemPanel error={useRouteError()} what="The screen" onTryAgain={() => location.reload()} />
  );
}

/** Every address of the program; see paths.ts for how they are spelt. */
export const router = createBrowserRouter([
  {
    element: <AppShell />,
    errorElement: <FrameProblem />,
    children: [
      page('/', async () => (await import('../today/TodayScreen.tsx')).TodayScreen),
      page('/rooms', async () => (await import('../diary/BookingsScreen.tsx')).BookingsScreen),
      page('/rooms/queue', async () => (await import('../queue/QueueScreen.tsx')).QueueScreen),
      page(
        '/bookings/:id',
        async () => (await import('../bookings/BookingDetailsScreen.tsx')).BookingDetailsScreen,
      ),
      page('/groups', async () => (await import('../groups/GroupsScreen.tsx')).GroupsScreen),
      page(
        '/groups/coverage',
        async () => (await import('../groups/CoverageScreen.tsx')).CoverageScreen,
      ),
      page(
        '/groups/merge',
        async () => (await import('../holdings/MergeScreen.tsx')).MergeGroupsScreen,
      ),
      page(
        '/groups/:id/held',
        async () => (await import('../holdings/HeldScreen.tsx')).GroupHeldScreen,
      ),
      page('/groups/:id', async () => (await import('../groups/GroupScreen.tsx')).GroupScreen),
      page(
        '/people/:id/held',
        async () => (await import('../holdings/HeldScreen.tsx')).PersonHeldScreen,
      ),
      page(
        '/settings/records',
        async () => (await import('../holdings/RecordsScreen.tsx')).RecordsScreen,
      ),
      page(
        '/directory',
        async () => (await import('../directory/DirectoryScreen.tsx')).DirectoryScreen,
      ),
      page(
        '/directory/:id',
        async () => (await import('../directory/ContactScreen.tsx')).ContactScreen,
      ),
      page(
        '/activities',
        async () => (await import('../activities/ActivitiesScreen.tsx')).ActivitiesScreen,
      ),
      page(
        '/activities/:id',
        async () => (await import('../activities/ActivityScreen.tsx')).ActivityScreen,
      ),
      page(
        '/agreements',
        async () => (await import('../agreements/AgreementsScreen.tsx')).AgreementsScreen,
      ),
      page(
        '/agreements/code',
        async () => (await import('../agreements/CodeScreen.tsx')).CodeScreen,
      ),
      page(
        '/agreements/:id',
        async () => (await import('../agreements/AgreementScreen.tsx')).AgreementScreen,
      ),
      page('/people', async () => (await import('../people/PeopleScreen.tsx')).PeopleScreen),
      page(
        '/people/sounding-board',
        async () => (await import('../people/RegisterScreen.tsx')).RegisterScreen,
      ),
      page(
        '/people/mailings',
        async () => (await import('../mailings/MailingsScreen.tsx')).MailingsScreen,
      ),
      page(
        '/people/mailings/new',
        async () => (await import('../mailings/NewMailingScreen.tsx')).NewMailingScreen,
      ),
      page(
        '/people/mailings/:id',
        async () => (await import('../mailings/MailingScreen.tsx')).MailingScreen,
      ),
      page(
        '/people/who-takes-part',
        async () => (await import('../profiles/CountsScreen.tsx')).CountsScreen,
      ),
      page(
        '/people/who-takes-part/forms',
        async () => (await import('../profiles/SheetsScreen.tsx')).SheetsScreen,
      ),
      page(
        '/people/who-takes-part/questions',
        async () => (await import('../profiles/QuestionsScreen.tsx')).QuestionsScreen,
      ),
      page(
        '/people/doubles',
        async () => (await import('../people/DoublesScreen.tsx')).DoublesScreen,
      ),
      page(
        '/people/merge',
        async () => (await import('../holdings/MergeScreen.tsx')).MergePeopleScreen,
      ),
      page('/people/:id', async () => (await import('../people/PersonScreen.tsx')).PersonScreen),
      page(
        '/settings',
        async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
      ),
      page(
        '/settings/centre',
        async () => (await import('../settings/CentreScreen.tsx')).CentreScreen,
      ),
      page(
        '/settings/rooms',
        async () => (await import('../facilities/FacilitiesScreen.tsx')).FacilitiesScreen,
      ),
      page(
        '/settings/hours',
        async () => (await import('../settings/OfficeHoursScreen.tsx')).OfficeHoursScreen,
      ),
      page(
        '/settings/figures',
        async () => (await import('../settings/FiguresScreen.tsx')).FiguresScreen,
      ),
      page(
        '/settings/accounts',
        async () => (await import('../users/AccountsScreen.tsx')).AccountsScreen,
      ),
      page(
        '/settings/my-account',
        async () => (await import('../users/OwnAccountScreen.tsx')).OwnAccountScreen,
      ),
      page(
        '/settings/record',
        async () => (await import('../audit/RecordScreen.tsx')).RecordScreen,
      ),
      page(
        '/settings/days',
        async () => (await import('../calendar/ClosuresScreen.tsx')).ClosuresScreen,
      ),
      page(
        '/settings/conditions',
        async () => (await import('../conditions/ConditionsScreen.tsx')).ConditionsScreen,
      ),
      page(
        '/settings/venues',
        async () => (await import('../venues/VenuesScreen.tsx')).VenuesScreen,
      ),
      page(
        '/settings/restrictions',
        async () => (await import('../restrictions/RestrictionsScreen.tsx')).RestrictionsScreen,
      ),
      page(
        '/settings/recognition',
        async () =>
          (await import('../recognition/RecognitionRulesScreen.tsx')).RecognitionRulesScreen,
      ),
      page(
        '/settings/claims',
        async () => (await import('../claim-policy/ClaimPolicyScreen.tsx')).ClaimPolicyScreen,
      ),
      page('/settings/areas', async () => (await import('../areas/AreasScreen.tsx')).AreasScreen),
      page('/walk-ins', async () => (await import('../usage/WalkInsScreen.tsx')).WalkInsScreen),
      page(
        '/walk-ins/log',
        async () => (await import('../usage/UsageLogScreen.tsx')).UsageLogScreen,
      ),
      page('/reports', async () => (await import('../reports/ReportsScreen.tsx')).ReportsScreen),
      page(
        '/settings/import',
        async () => (await import('../imports/ImportScreen.tsx')).ImportScreen,
      ),
      page(
        '/rooms/found',
        async () => (await import('../check-in/FoundItemsScreen.tsx')).FoundItemsScreen,
      ),
      page(
        '/claims',
        async () => (await import('../claims/deciding/ClaimsScreen.tsx')).ClaimsScreen,
      ),
      page(
        '/claims/new',
        async () => (await import('../claims/form/NewClaimScreen.tsx')).NewClaimScreen,
      ),
      page(
        '/claims/reports',
        async () => (await import('../claims/reports/ClaimReportsScreen.tsx')).ClaimReportsScreen,
      ),
      page(
        '/claims/to-finish',
        async () => (await import('../claims/form/ToFinishScreen.tsx')).ToFinishScreen,
      ),
      page(
        '/claims/:id',
        async () => (await import('../claims/deciding/ClaimScreen.tsx')).ClaimScreen,
      ),
      page(
        '/claims/:id/form',
        async () => (await import('../claims/form/ClaimFormScreen.tsx')).ClaimFormScreen,
      ),
      page(
        '/claims/sheets/:id',
        async () => (await import('../claims/sheets/SheetScreen.tsx')).SheetScreen,
      ),
      page('/gallery', async () => (await import('../gallery/GalleryScreen.tsx')).GalleryScreen),
      { path: '*', element: <NoSuchPage /> },
    ],
  },
]);
