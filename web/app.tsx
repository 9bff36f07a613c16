import { Navigate, Route, Router } from '@solidjs/router'
import { type JSX, lazy } from 'solid-js'
import { Frame } from './shell/frame.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Root } from './shell/root.tsx'

const SignInPage = lazy(() => import('./sign-in/sign-in-page.tsx'))
const JoinPage = lazy(() => import('./sign-in/join-page.tsx'))
const SetupPage = lazy(() => import('./setup/setup-page.tsx'))
const CalendarPage = lazy(() => import('./calendar/calendar-page.tsx'))
const ClientsPage = lazy(() => import('./clients/clients-page.tsx'))
const WaitlistPage = lazy(() => import('./waitlist/waitlist-page.tsx'))
const EventsPage = lazy(() => import('./events/events-page.tsx'))
const PeoplePage = lazy(() => import('./registrations/people-page.tsx'))
const AttendancePage = lazy(() => import('./attendance/attendance-page.tsx'))
const MessagesPage = lazy(() => import('./messages/messages-page.tsx'))
const TimeOffPage = lazy(() => import('./time-off/time-off-page.tsx'))
const SettingsLayout = lazy(() => import('./settings/settings-layout.tsx'))
const ClinicPage = lazy(() => import('./settings/clinic-page.tsx'))
const TherapistsPage = lazy(() => import('./settings/therapists-page.tsx'))
const RoomsPage = lazy(() => import('./settings/rooms-page.tsx'))
const HoursPage = lazy(() => import('./hours/hours-page.tsx'))
const ClosuresPage = lazy(() => import('./settings/closures-page.tsx'))
const LocationsPage = lazy(() => import('./settings/locations-page.tsx'))
const AppointmentTypesPage = lazy(() => import('./settings/appointment-types-page.tsx'))
const OnlineBookingPage = lazy(() => import('./settings/online-booking-page.tsx'))
const PolicyPage = lazy(() => import('./reminders/policy-page.tsx'))
const WaitlistPolicyPage = lazy(() => import('./waitlist-policy/policy-page.tsx'))
const TemplatesPage = lazy(() => import('./templates/templates-page.tsx'))
const FeedsPage = lazy(() => import('./feeds/feeds-page.tsx'))
const OtherCalendarsPage = lazy(() => import('./other-calendars/other-calendars-page.tsx'))
const MembersPage = lazy(() => import('./settings/members-page.tsx'))
const ApiKeysPage = lazy(() => import('./settings/api-keys-page.tsx'))
const JobsPage = lazy(() => import('./queues/jobs-page.tsx'))
const AuditPage = lazy(() => import('./settings/audit-page.tsx'))

export function App(): JSX.Element {
  return (
    <Router root={Root}>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/join/:token" component={JoinPage} />
      <Route path="/setup/:token" component={SetupPage} />
      <Route path="/" component={Frame}>
        <Route path="/" component={() => <Navigate href="/calendar" />} />
        <Route path="/calendar/:date?" component={CalendarPage} />
        <Route path="/waitlist/:id?" component={WaitlistPage} />
        <Route path="/groups/:id?" component={EventsPage} />
        <Route path="/groups/:id/people" component={PeoplePage} />
        <Route path="/groups/:eventId/sessions/:sessionId/attendance" component={AttendancePage} />
        <Route path="/clients/:id?" component={ClientsPage} />
        <Route path="/messages" component={MessagesPage} />
        <Route path="/time-off" component={TimeOffPage} />
        <Route path="/settings" component={SettingsLayout}>
          <Route path="/" component={() => <Navigate href="/settings/clinic" />} />
          <Route path="/clinic" component={ClinicPage} />
          <Route path="/therapists" component={TherapistsPage} />
          <Route path="/rooms" component={RoomsPage} />
          <Route path="/hours/:id?" component={HoursPage} />
          <Route path="/closures" component={ClosuresPage} />
          <Route path="/locations" component={LocationsPage} />
          <Route path="/appointment-types" component={AppointmentTypesPage} />
          <Route path="/online-booking" component={OnlineBookingPage} />
          <Route path="/messages" component={PolicyPage} />
          <Route path="/waitlist" component={WaitlistPolicyPage} />
          <Route path="/templates" component={TemplatesPage} />
          <Route path="/feeds" component={FeedsPage} />
          <Route path="/other-calendars" component={OtherCalendarsPage} />
          <Route path="/members" component={MembersPage} />
          <Route path="/api-keys" component={ApiKeysPage} />
          <Route path="/jobs" component={JobsPage} />
          <Route path="/audit" component={AuditPage} />
        </Route>
        <Route path="*" component={NotFoundPage} />
      </Route>
    </Router>
  )
}
