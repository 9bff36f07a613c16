import type { Db } from '../../db/connect.ts'
import { ask, makeApiKey } from './app.ts'
import type { TestDatabase } from './postgres.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from './world.ts'

const HOLD =
  'hold { id version startsAt endsAt expiresAt extended therapist { id } room { id } type { id } heldBy { kind name } }'
const REFUSED = `... on BookingRefused { problems { code message path resource { id } startsAt endsAt }
  alternatives { startsAt therapist { id } } }`

const documents = {
  holdSlot: `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { __typename
    ... on SlotHeld { ${HOLD} token } ${REFUSED} } }`,
  extendHold: `mutation ($input: ExtendHoldInput!) { extendHold(input: $input) { __typename
    ... on HoldExtended { ${HOLD} } ${REFUSED} } }`,
  releaseHold: `mutation ($input: ReleaseHoldInput!) { releaseHold(input: $input) { __typename
    ... on HoldReleased { ${HOLD} } ${REFUSED} } }`,
  confirmHold: `mutation ($input: ConfirmHoldInput!) { confirmHold(input: $input) { __typename
    ... on AppointmentBooked { appointment { id version startsAt endsAt client { id } room { id } notes overbooked } } ${REFUSED} } }`,
  bookAppointment: `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { __typename
    ... on AppointmentBooked { appointment { id version startsAt endsAt overbooked } } ${REFUSED} } }`,
  moveAppointment: `mutation ($input: MoveAppointmentInput!) { moveAppointment(input: $input) { __typename
    ... on AppointmentMoved { appointment { id version startsAt endsAt overbooked } } ${REFUSED} } }`,
}

export interface Held {
  readonly id: string
  readonly version: number
  readonly startsAt: string
  readonly expiresAt: string
  readonly extended: boolean
  readonly heldBy: { readonly kind: string; readonly name: string }
}

export interface HoldAnswer {
  readonly __typename: string
  readonly hold: Held
  readonly token: string
  readonly appointment: { id: string; version: number; startsAt: string; overbooked: boolean }
  readonly problems: { code: string; message: string; path: string[] | null; resource: { id: string } | null }[]
  readonly alternatives: { startsAt: string; therapist: { id: string } }[]
}

/** A clinic with two therapists, two rooms and two clients. */
async function makePlace(db: Db) {
  const clinic = await makeClinic(db)
  return {
    clinic,
    chen: await makeTherapist(db, clinic.id, { name: 'Dr. Chen' }),
    okafor: await makeTherapist(db, clinic.id, { name: 'Dr. Okafor' }),
    oak: await makeRoom(db, clinic.id, { name: 'Oak' }),
    elm: await makeRoom(db, clinic.id, { name: 'Elm' }),
    maya: await makeClient(db, clinic.id),
    leo: await makeClient(db, clinic.id, { name: 'Leo Park' }),
    type: await makeType(db, clinic.id),
  }
}

/** Somebody who holds slots with a key, in a clinic of its own unless one is given. */
export async function makeHolder(
  app: { url: string },
  { db }: Pick<TestDatabase, 'db'>,
  given?: Awaited<ReturnType<typeof makePlace>>,
) {
  const place = given ?? (await makePlace(db))
  const { clinic, chen, okafor, oak, elm, maya, leo, type } = place
  const key = await makeApiKey(db, clinic.id)
  const reader = await makeApiKey(db, clinic.id, ['read'])
  const attempt = (mutation: keyof typeof documents, input: object, proof = key) =>
    ask<Record<string, HoldAnswer>>(app, proof, documents[mutation], { input })
  return {
    ...{ clinic, chen, okafor, oak, elm, maya, leo, type, key, reader, attempt },
    /** Tuesday 3 March 2026, 10:00 in New York. */
    usual: { therapistId: chen.id, roomId: oak.id, typeId: type.id, startsAt: '2026-03-03T15:00:00Z' },
    ask: <Data>(query: string, proof = key) => ask<Data>(app, proof, query),
    /** Throws when it is an error. */
    async send(mutation: keyof typeof documents, input: object, proof = key): Promise<HoldAnswer> {
      const { data, errors } = await attempt(mutation, input, proof)
      if (errors) throw new Error(errors[0]?.message, { cause: errors })
      return data[mutation]!
    },
  }
}

export function codesOf(answer: HoldAnswer): string[] {
  return (answer.problems ?? []).map((each) => each.code)
}

export type Holder = Awaited<ReturnType<typeof makeHolder>>
