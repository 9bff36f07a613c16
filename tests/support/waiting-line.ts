import { sql } from 'kysely'
import { expirePlaceOffer } from '../../actions/expire-place-offer.ts'
import { inClinic } from '../../db/connect.ts'
import type { Jobs } from '../../jobs/kit.ts'
import { ask } from './app.ts'
import type { makeDesk } from './desk.ts'
import type { TestDatabase } from './postgres.ts'
import { GIVE_BACK, publishedEvent, REGISTER, type RegistrationAnswer } from './registrations.ts'

type Desk = Awaited<ReturnType<typeof makeDesk>>

const ACCEPT = `mutation ($input: AcceptPlaceInput!) { acceptPlace(input: $input) { __typename
  ... on PlaceAccepted { registration { status } } ... on RegistrationRefused { problems { code message } } } }`

export interface Standing {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly line: number
  readonly places: number
  readonly version: number
  readonly expires: Date | null
  readonly isPassed: boolean
}

interface Line {
  readonly app: { readonly url: string }
  readonly database: TestDatabase
  readonly desk: Desk
  readonly jobs: Jobs
  readonly now: () => number
}

/** An event with people in it and in line, and what they can do. People go by their names. */
export async function openLine({ app, database, desk, jobs, now }: Line, change: object) {
  const event = await publishedEvent(desk, { capacity: 2, facilitatorIds: [], ...change })
  const tokens = new Map<string, string>()
  const clinicId = desk.clinic.id
  const standing = async () => {
    const { rows } = await inClinic(database.db, clinicId, (trx) =>
      sql<Standing>`select id, name, status, line, places, version, offer_expires_at as expires,
        passed_at is not null as "isPassed" from registrations where event_id = ${event.id} order by line`.execute(trx),
    )
    return rows
  }
  const find = async (name: string) => (await standing()).find((each) => each.name === name)!
  return {
    ...{ event, standing, find },
    token: (name: string) => tokens.get(name)!,
    async join(name: string, more: object = {}) {
      const input = { eventId: event.id, name, email: `${name}@example.com`, ...more }
      const { data, errors } = await ask<{ registerForEvent: RegistrationAnswer }>(app, desk.key, REGISTER, { input })
      if (errors) throw new Error(errors[0]!.message)
      tokens.set(name, data.registerForEvent.token!)
      return data.registerForEvent.__typename
    },
    async leave(name: string) {
      const input = { token: tokens.get(name) }
      return (await ask<{ cancelRegistration: RegistrationAnswer }>(app, undefined, GIVE_BACK, { input })).data
        .cancelRegistration.__typename
    },
    async accept(name: string) {
      const input = { token: tokens.get(name) }
      const { data } = await ask<{ acceptPlace: RegistrationAnswer }>(app, undefined, ACCEPT, { input })
      return data.acceptPlace.problems?.[0]?.code ?? data.acceptPlace.registration.status
    },
    /** What the job of her offer does now. */
    async expire(name: string) {
      const context = { db: database.db, jobs, now, announce: () => undefined, requestId: 'job' }
      await expirePlaceOffer(context, { clinicId, registrationId: (await find(name)).id })
    },
    /** How each stands: "Ada registered, Bo offered". */
    async told() {
      return (await standing())
        .filter((each) => each.status !== 'cancelled')
        .map((each) => `${each.name} ${each.isPassed ? 'passed over' : each.status}`)
        .join(', ')
    },
    async placesTaken() {
      const { rows } = await inClinic(database.db, clinicId, (trx) =>
        sql<{ taken: number }>`select s.places_taken + e.places_taken as taken from sessions s
          join events e on e.clinic_id = s.clinic_id and e.id = s.event_id where e.id = ${event.id}
          order by s.starts_at limit 1`.execute(trx),
      )
      return rows[0]!.taken
    },
  }
}
