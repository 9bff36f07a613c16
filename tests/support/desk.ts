import type { Db } from '../../db/connect.ts'
import { ask, makeApiKey, openSocket, subscribe } from './app.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from './world.ts'

/** Monday 2 March 2026, 08:00 in New York: the office opens in an hour. */
export const MONDAY = Date.parse('2026-03-02T13:00:00Z')
export const DAY = { from: '2026-03-03T05:00:00Z', to: '2026-03-04T05:00:00Z' }

const APPOINTMENT = `id version status startsAt endsAt confirmedAt overriddenRules therapist { id } room { id } client { id name }`

const REFUSED = `... on BookingRefused { problems { code message path } alternatives { startsAt therapist { id } } }`

export const BOOK = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
  __typename ... on AppointmentBooked { appointment { ${APPOINTMENT} } } ${REFUSED} } }`
export const MOVE = `mutation ($input: MoveAppointmentInput!) { moveAppointment(input: $input) {
  __typename ... on AppointmentMoved { appointment { ${APPOINTMENT} } } ${REFUSED} } }`
export const SWAP = `mutation ($input: SwapAppointmentsInput!) { swapAppointments(input: $input) {
  __typename ... on AppointmentsSwapped { appointments { ${APPOINTMENT} } } ${REFUSED} } }`
export const CANCEL = `mutation ($input: CancelAppointmentInput!) { cancelAppointment(input: $input) {
  __typename ... on AppointmentCancelled { appointment { ${APPOINTMENT} cancellation { reason note cancelledBy } } } ${REFUSED} } }`
export const SET_STATUS = `mutation ($input: SetAppointmentStatusInput!) { setAppointmentStatus(input: $input) {
  __typename ... on AppointmentStatusSet { appointment { ${APPOINTMENT} } } ${REFUSED} } }`
export const CALENDAR = `query ($from: DateTime!, $to: DateTime!, $resourceIds: [ID!]) {
  calendar(from: $from, to: $to, resourceIds: $resourceIds) { cursor zone appointments { ${APPOINTMENT} }
    openHours { resourceId startsAt endsAt } timeOff { id resource { id } startsAt endsAt reason } } }`
export const CHANGED = `subscription ($from: DateTime!, $to: DateTime!, $resourceIds: [ID!], $after: String) {
  calendarChanged(from: $from, to: $to, resourceIds: $resourceIds, after: $after) {
    cursor actor { kind name } clientMutationId snapshotRequired removedId
    upserted { __typename ... on Appointment { ${APPOINTMENT} } } } }`

export interface AppointmentSeen {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly startsAt: string
  readonly endsAt: string
  readonly confirmedAt: string | null
  readonly overriddenRules: string[]
  readonly therapist: { id: string }
  readonly room: { id: string } | null
  readonly client: { id: string; name: string }
  readonly cancellation?: { reason: string; note: string | null; cancelledBy: string }
}

export interface Result {
  readonly __typename: string
  readonly appointment: AppointmentSeen
  readonly appointments: AppointmentSeen[]
  readonly problems: { code: string; message: string; path: string[] | null }[]
  readonly alternatives: { startsAt: string; therapist: { id: string } }[]
}

export interface ChangeSeen {
  readonly cursor: string
  readonly actor: { kind: string; name: string }
  readonly clientMutationId: string | null
  readonly snapshotRequired: boolean
  readonly removedId: string | null
  readonly upserted: (AppointmentSeen & { __typename: string }) | null
}

export interface CalendarSeen {
  readonly cursor: string
  readonly zone: string
  readonly appointments: AppointmentSeen[]
  readonly openHours: { resourceId: string; startsAt: string; endsAt: string }[]
  readonly timeOff: { id: string }[]
}

/** A clinic with two therapists, two rooms and two clients, and a program that may do everything a desk does. */
export async function makeDesk(app: { url: string }, db: Db) {
  const clinic = await makeClinic(db)
  const chen = await makeTherapist(db, clinic.id, { name: 'Dr. Chen' })
  const okafor = await makeTherapist(db, clinic.id, { name: 'Dr. Okafor' })
  const oak = await makeRoom(db, clinic.id, { name: 'Oak' })
  const elm = await makeRoom(db, clinic.id, { name: 'Elm' })
  const maya = await makeClient(db, clinic.id)
  const leo = await makeClient(db, clinic.id, { name: 'Leo Park' })
  const type = await makeType(db, clinic.id, { bufferAfter: 10 })
  const key = await makeApiKey(db, clinic.id)
  const usual = { clientId: maya.id, therapistId: chen.id, typeId: type.id, startsAt: '2026-03-03T15:00:00Z' }

  const send = async (query: string, input: Record<string, unknown>, proof = key): Promise<Result> => {
    const { data, errors } = await ask<Record<string, Result>>(app, proof, query, { input })
    if (errors) throw new Error(errors[0]?.message, { cause: errors })
    return Object.values(data)[0]!
  }
  return {
    ...{ clinic, chen, okafor, oak, elm, maya, leo, type, key, usual, send },
    book: (change: Record<string, unknown> = {}, proof = key) => send(BOOK, { ...usual, ...change }, proof),
    async calendar(window: Record<string, unknown> = DAY): Promise<CalendarSeen> {
      const { data } = await ask<{ calendar: CalendarSeen }>(app, key, CALENDAR, window)
      return data.calendar
    },
  }
}

/** A screen of the desk: what it hears of the day, one change after another. */
export function watchDay(app: { url: string }, proof: string, variables: Record<string, unknown> = DAY) {
  const client = openSocket(app, proof)
  const heard = subscribe<{ calendarChanged: ChangeSeen }>(client, CHANGED, variables)
  return {
    async next(): Promise<ChangeSeen> {
      const { done, value } = await heard.next()
      if (done) throw new Error('the subscription ended')
      return value.calendarChanged
    },
    async close() {
      await client.dispose()
    },
  }
}
