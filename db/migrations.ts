import type { Migration } from 'kysely'
import * as createClinics from './migrations/2026-11-21-01-create-clinics.ts'
import * as createResources from './migrations/2026-11-21-02-create-resources.ts'
import * as createClientsAndTypes from './migrations/2026-11-21-03-create-clients-and-types.ts'
import * as createBook from './migrations/2026-11-21-04-create-book.ts'
import * as createLog from './migrations/2026-11-21-05-create-log.ts'
import * as createSignIn from './migrations/2026-11-21-06-create-sign-in.ts'
import * as createGrownLogs from './migrations/2026-11-21-07-create-grown-logs.ts'
import * as createFirstClinic from './migrations/2026-11-21-08-create-first-clinic.ts'
import * as guardLogHeads from './migrations/2026-11-21-09-guard-log-heads.ts'
import * as createOpeningHours from './migrations/2026-11-21-10-create-opening-hours.ts'
import * as growAppointmentTypes from './migrations/2026-11-21-11-grow-appointment-types.ts'
import * as createSlotHolds from './migrations/2026-11-21-12-create-slot-holds.ts'
import * as growTimeOff from './migrations/2026-11-21-13-grow-time-off.ts'
import * as createSeries from './migrations/2026-11-21-14-create-series.ts'
import * as createJobs from './migrations/2026-11-21-15-create-jobs.ts'
import * as listClinics from './migrations/2026-11-21-16-list-clinics.ts'
import * as datePlans from './migrations/2026-11-21-17-date-plans.ts'
import * as createMessages from './migrations/2026-11-21-18-create-messages.ts'
import * as awaitLogHead from './migrations/2026-11-21-19-await-log-head.ts'
import * as findDueMessages from './migrations/2026-11-21-20-find-due-messages.ts'
import * as widenOccupancies from './migrations/2026-11-21-21-widen-occupancies.ts'
import * as lightenWrites from './migrations/2026-11-21-22-lighten-writes.ts'
import * as listMessages from './migrations/2026-11-21-24-list-messages.ts'
import * as hearAnswersEarly from './migrations/2026-11-21-25-hear-answers-early.ts'
import * as createEvents from './migrations/2026-11-21-30-create-events.ts'
import * as createRegistrations from './migrations/2026-11-21-31-create-registrations.ts'
import * as createFeeds from './migrations/2026-11-21-32-create-feeds.ts'
import * as priceInCurrency from './migrations/2026-11-21-33-price-in-currency.ts'
import * as readExternalCalendars from './migrations/2026-11-21-34-read-external-calendars.ts'
import * as createWaitlist from './migrations/2026-11-21-35-create-waitlist.ts'
import * as offerPlaces from './migrations/2026-11-21-36-offer-places.ts'
import * as createPublicBooking from './migrations/2026-11-21-37-create-public-booking.ts'
import * as takeBackAttendance from './migrations/2026-11-21-38-take-back-attendance.ts'
import * as findByAddress from './migrations/2026-11-21-39-find-by-address.ts'
import * as sayWhyOffersAreWithdrawn from './migrations/2026-11-22-40-say-why-offers-are-withdrawn.ts'
import * as pageEndedEntries from './migrations/2026-11-22-42-page-ended-entries.ts'
import * as limitUnprovedBookings from './migrations/2026-11-22-44-limit-unproved-bookings.ts'
import * as keepTherapistSlugs from './migrations/2026-11-22-45-keep-therapist-slugs.ts'
import * as waitFromOutside from './migrations/2026-11-22-46-wait-from-outside.ts'

/** Every migration by name, written out so that no folder is read at run time. They run in the order of their names. */
export const migrations: Record<string, Migration> = {
  '2026-11-21-01-create-clinics': createClinics,
  '2026-11-21-02-create-resources': createResources,
  '2026-11-21-03-create-clients-and-types': createClientsAndTypes,
  '2026-11-21-04-create-book': createBook,
  '2026-11-21-05-create-log': createLog,
  '2026-11-21-06-create-sign-in': createSignIn,
  '2026-11-21-07-create-grown-logs': createGrownLogs,
  '2026-11-21-08-create-first-clinic': createFirstClinic,
  '2026-11-21-09-guard-log-heads': guardLogHeads,
  '2026-11-21-10-create-opening-hours': createOpeningHours,
  '2026-11-21-11-grow-appointment-types': growAppointmentTypes,
  '2026-11-21-13-grow-time-off': growTimeOff,
  '2026-11-21-12-create-slot-holds': createSlotHolds,
  '2026-11-21-14-create-series': createSeries,
  '2026-11-21-15-create-jobs': createJobs,
  '2026-11-21-16-list-clinics': listClinics,
  '2026-11-21-17-date-plans': datePlans,
  '2026-11-21-18-create-messages': createMessages,
  '2026-11-21-19-await-log-head': awaitLogHead,
  '2026-11-21-20-find-due-messages': findDueMessages,
  '2026-11-21-21-widen-occupancies': widenOccupancies,
  '2026-11-21-22-lighten-writes': lightenWrites,
  '2026-11-21-24-list-messages': listMessages,
  '2026-11-21-25-hear-answers-early': hearAnswersEarly,
  '2026-11-21-30-create-events': createEvents,
  '2026-11-21-31-create-registrations': createRegistrations,
  '2026-11-21-32-create-feeds': createFeeds,
  '2026-11-21-33-price-in-currency': priceInCurrency,
  '2026-11-21-34-read-external-calendars': readExternalCalendars,
  '2026-11-21-35-create-waitlist': createWaitlist,
  '2026-11-21-36-offer-places': offerPlaces,
  '2026-11-21-37-create-public-booking': createPublicBooking,
  '2026-11-21-38-take-back-attendance': takeBackAttendance,
  '2026-11-21-39-find-by-address': findByAddress,
  '2026-11-22-40-say-why-offers-are-withdrawn': sayWhyOffersAreWithdrawn,
  '2026-11-22-42-page-ended-entries': pageEndedEntries,
  '2026-11-22-44-limit-unproved-bookings': limitUnprovedBookings,
  '2026-11-22-45-keep-therapist-slugs': keepTherapistSlugs,
  '2026-11-22-46-wait-from-outside': waitFromOutside,
}
