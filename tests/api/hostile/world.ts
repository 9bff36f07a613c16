import { ask, startApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY } from '../../support/desk.ts'
import { draftEvent, PIXEL } from '../../support/drafted-event.ts'
import { makeFailedJob } from '../../support/failed-job.ts'
import { makeHolder } from '../../support/holder.ts'
import { calendarText, importNothing } from '../../support/imported-calendar.ts'
import { makeLeaveDesk } from '../../support/leave.ts'
import { testDatabase } from '../../support/postgres.ts'
import { makeApiKey as makeKeyRow, makePerson, sessionCookieOf } from '../../support/sign-in.ts'
import { makeClosure, makeHoursException, makeLocation } from '../../support/world.ts'
import { type Filled, fillMutations } from './inputs.ts'
import { openWaitlist } from './waitlist.ts'

interface Result {
  readonly __typename: string
  readonly problems?: readonly { readonly path: readonly string[] | null }[]
}

interface Outcome {
  readonly outcome: string
  readonly cause: string
}

/** A clinic in which every mutation of the contract, filled in, would be taken but for what a test puts into it. */
export async function openWorld() {
  const database = await testDatabase()
  const app = await startApp(database, { now: () => MONDAY })
  const desk = await makeLeaveDesk(app, database.db)
  const admin = await makePerson(database.db, desk.clinic.id, { role: 'admin' })
  const cookie = await sessionCookieOf(database.db, admin)
  const { appointment } = await desk.book({ roomId: desk.oak.id })
  const { appointment: other } = await desk.book({ startsAt: '2026-03-03T16:00:00Z' })
  const holder = await makeHolder(app, database, desk)
  const { hold, token } = await holder.send('holdSlot', { ...holder.usual, startsAt: '2026-03-03T20:00:00Z' })
  const held = { hold: { id: hold.id, token } }
  const key = await makeKeyRow(database.db, desk.clinic.id)
  const location = await makeLocation(database.db, desk.clinic.id)
  const closure = await makeClosure(database.db, desk.clinic.id)
  const failed = await makeFailedJob(database.db, desk.clinic.id)
  const exception = await makeHoursException(database.db, desk.clinic.id, { resourceId: desk.chen.id })
  const times = { startTime: '09:00', endTime: '17:00' }
  const weeklyHours = [{ weekday: 1, startTime: '09:00', endTime: '17:00' }]
  const place = { therapistId: desk.chen.id, roomId: desk.oak.id, override: ['OUTSIDE_HOURS'] }
  const away = { resourceId: desk.chen.id, startsAt: '2026-03-03T14:00:00Z', coverTherapistId: desk.okafor.id }
  const { timeOff } = await desk.leave('requestTimeOff', { ...desk.sick, endsAt: '2026-03-03T14:00:00Z' })
  const step = { appointmentId: appointment.id, expectedVersion: 1, kind: 'COVER', startsAt: '2026-03-03T15:00:00Z' }
  const plan = [{ ...step, endsAt: '2026-03-03T15:50:00Z', therapistId: desk.okafor.id, roomId: desk.oak.id }]
  const { appointment: left } = await desk.book({ startsAt: '2026-03-05T15:00:00Z', clientId: desk.leo.id })
  const thursday = { startsAt: '2026-03-05T14:00:00Z', endsAt: '2026-03-05T23:00:00Z' }
  const { timeOff: taken } = await desk.leave('takeTimeOff', { ...desk.sick, ...thursday })
  const later = { startsAt: '2026-03-05T15:00:00Z', endsAt: '2026-03-05T15:50:00Z' }
  const { eventId, sessionId, imageId } = await draftEvent(app, desk.key)
  const calendarId = await importNothing(app, cookie, desk.chen.id)
  const run = { facilitatorIds: [desk.okafor.id], roomId: desk.elm.id, override: ['OUTSIDE_HOURS'] }
  const meeting = { ...run, startsAt: '2026-03-10T15:00:00Z', endsAt: '2026-03-10T16:00:00Z' }
  const rule = { rrule: 'FREQ=WEEKLY;COUNT=3', except: ['2026-03-17T15:00:00Z'], capacity: 2 }
  const event = { ...meeting, ...rule, slug: 'something', onlineUrl: 'https://meet.example/1', imageId }
  const wait = await openWaitlist(app, database.db, cookie, desk)
  const known: Record<string, Record<string, unknown>> = {
    requestTimeOff: { ...away, endsAt: '2026-03-03T23:00:00Z' },
    takeTimeOff: { ...away, endsAt: '2026-03-03T23:00:00Z', plan },
    decideTimeOff: { id: timeOff.id, plan },
    applyTimeOffPlan: { id: taken.id, plan: [{ ...plan[0], ...later, appointmentId: left.id }] },
    withdrawTimeOff: { id: timeOff.id },
    undoTimeOff: { id: timeOff.id },
    bookAppointment: { ...place, ...held, clientId: desk.leo.id, typeId: desk.type.id, endsAt: null },
    moveAppointment: { ...place, ...held, id: appointment.id, endsAt: null },
    holdSlot: { therapistId: desk.chen.id, roomId: null, typeId: desk.type.id, clientId: desk.leo.id, endsAt: null },
    extendHold: { id: hold.id, token },
    releaseHold: { id: hold.id, token },
    confirmHold: { id: hold.id, token, clientId: desk.leo.id, override: ['OUTSIDE_HOURS'] },
    swapAppointments: { firstId: appointment.id, secondId: other.id, override: ['OUTSIDE_HOURS'] },
    sendAppointmentMessage: { appointmentId: appointment.id },
    markConversationRead: { appointmentId: appointment.id },
    updateMessageTemplate: { language: 'en', expectedVersion: 0 },
    resetMessageTemplate: { language: 'en', expectedVersion: 0 },
    sendTestMessage: { language: 'en', to: 'somebody@example.com' },
    cancelAppointment: { id: appointment.id },
    setAppointmentStatus: { id: appointment.id, status: 'ARRIVED' },
    createApiKey: { expiresAt: '2027-01-01T00:00:00Z' },
    createAppointmentType: { minutes: 50, cptCode: '90834' },
    createMember: { therapistId: null },
    revokeApiKey: { id: key.id },
    renewInvitation: { id: admin.memberId },
    archiveMember: { id: admin.memberId },
    updateMember: { id: admin.memberId, therapistId: null },
    archiveClient: { id: desk.maya.id },
    createClient: { language: 'en' },
    updateClient: { id: desk.maya.id, language: 'en' },
    archiveRoom: { id: desk.elm.id },
    createRoom: { weeklyHours, locationId: null },
    updateRoom: { id: desk.elm.id, weeklyHours, locationId: null },
    setWeeklyHours: { resourceId: desk.okafor.id, hours: weeklyHours },
    setHoursException: { id: exception.id, resourceId: desk.chen.id, ...times },
    removeHoursException: { id: exception.id },
    createClosure: { startsOn: '2026-05-04', endsOn: '2026-05-05', ...times },
    updateClosure: { id: closure.id, startsOn: '2026-05-04', endsOn: '2026-05-05', ...times },
    removeClosure: { id: closure.id },
    updateLocation: { id: location.id },
    archiveLocation: { id: location.id },
    archiveTherapist: { id: desk.okafor.id },
    createTherapist: { weeklyHours },
    updateTherapist: { id: desk.okafor.id, weeklyHours },
    archiveAppointmentType: { id: desk.type.id },
    updateAppointmentType: { id: desk.type.id, minutes: 50, cptCode: '90834' },
    changeSeries: { appointmentId: appointment.id, therapistId: desk.chen.id, roomId: desk.oak.id, cancel: null },
    updateClinic: { stepMinutes: 15, host: 'something.example.org', logoId: imageId },
    createEvent: event,
    updateEvent: { ...event, id: eventId },
    publishEvent: { id: eventId },
    unpublishEvent: { id: eventId },
    archiveEvent: { id: eventId },
    addSession: { ...meeting, eventId },
    moveSession: { ...meeting, id: sessionId },
    updateSession: { id: sessionId, onlineUrl: 'https://meet.example/1' },
    cancelSession: { id: sessionId },
    cancelRegistration: { token: null },
    acceptPlace: { token: null },
    moveUpRegistration: { atOnce: true },
    recordAttendance: { entries: [{ memberId: appointment.id, status: 'PRESENT' }] },
    restoreSession: { id: sessionId },
    uploadImage: { base64: PIXEL },
    createFeed: { kind: 'THERAPIST', therapistId: desk.chen.id, roomId: null, clientId: null },
    registerForEvent: { eventId, sessionId, phone: '+12125550123', language: 'en' },
    importCalendar: { therapistId: desk.chen.id, ics: calendarText(), url: null },
    removeExternalCalendar: { id: calendarId },
    refreshExternalCalendar: { id: calendarId },
    retryJob: { id: failed, queue: 'tidy-clinic' },
    joinWaitlist: { clientId: desk.leo.id, typeId: wait.typeId, therapistIds: [desk.chen.id], appointmentId: null },
    updateWaitlistEntry: { id: wait.entryId, therapistIds: [desk.chen.id] },
    leaveWaitlist: { id: wait.entryId },
    setWaitlistScore: { id: wait.entryId },
    offerSlot: { entryId: wait.entryId, therapistId: desk.chen.id, roomId: null, minutes: 30 },
    acceptOffer: { id: wait.offerId },
    declineOffer: { id: wait.offerId },
    withdrawOffer: { id: wait.offerId },
    closeFreedSlot: { id: wait.freedId },
    bookFromWaitlist: { ...place, ...held, entryId: wait.entryId, expectedVersion: 1, endsAt: null },
    undoBookFromWaitlist: { id: wait.entryId },
    updateWaitlistPolicy: {
      expectedVersion: 0,
      longestMinutes: 60,
      shortestMinutes: 30,
      leaveFrom: null,
      leaveUntil: null,
    },
  }
  /** What a mutation came to: the code of its error, or the type of its answer; and what it says the cause is. */
  const outcomeOf = async (query: string, input: unknown): Promise<Outcome> => {
    const { data, errors } = await ask<Record<string, Result>>(app, cookie, query, { input })
    const [error] = errors ?? []
    if (error) return { outcome: error.extensions.code, cause: error.extensions.path?.join('.') ?? error.message }
    const result = Object.values(data)[0]!
    return { outcome: result.__typename, cause: result.problems?.[0]?.path?.join('.') ?? '' }
  }
  const filled = new Map(fillMutations((name) => known[name] ?? {}).map((each) => [each.mutation, each]))
  return {
    ...{ app, desk, cookie },
    filled: (mutation: string): Filled => filled.get(mutation)!,
    state: () => clinicState(database, desk.clinic.id),
    outcomeOf,
    /** The same of several inputs, sent all at once. */
    outcomesOf: (query: string, inputs: readonly unknown[]): Promise<Outcome[]> =>
      Promise.all(inputs.map((input) => outcomeOf(query, input))),
    async close() {
      await app.close()
      await database.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
