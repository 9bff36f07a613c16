import { expect } from 'vitest'
import { ask } from './app.ts'
import type { Screens } from './calendar-page.ts'
import { sessionCookieOf } from './sign-in.ts'
import { makeTherapist } from './world.ts'

const THREE = '2026-03-03T20:00:00.000Z'
const FOUR = '2026-03-03T21:00:00.000Z'
const SESSIONS = `query { calendar(from: "2026-03-01T05:00:00Z", to: "2026-04-01T04:00:00Z") {
  sessions { id version title startsAt facilitators { name } room { name } } } }`

interface Versioned {
  readonly id: string
  readonly version: number
}

interface SessionSeen {
  readonly id: string
  readonly version: number
  readonly startsAt: string
  readonly facilitators: readonly { readonly name: string }[]
  readonly room: { readonly name: string } | null
}

/** A clinic that runs a group of Dr. Chen and Dr. Okafor in Oak, Tuesday from three to four in the afternoon. */
export async function openGroupOn(screens: Screens, more: Record<string, unknown>) {
  const desk = await screens.newDesk()
  const lind = await makeTherapist(screens.db, desk.clinic.id, { name: 'Hannah Lindqvist' })
  const change = async <Answer>(mutation: string, fields: string, input: object): Promise<Answer> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${fields} } }`
    const { data, errors } = await ask<Record<string, Answer>>(screens.app, desk.key, document, { input })
    if (errors) throw new Error(errors[0]!.message)
    return data[mutation]!
  }
  const { event } = await change<{ event: Versioned }>('createEvent', '... on EventCreated { event { id version } }', {
    ...{ title: 'Teen DBT', kind: 'GROUP_THERAPY', facilitatorIds: [desk.chen.id, desk.okafor.id] },
    ...{ roomId: desk.oak.id, startsAt: THREE, endsAt: FOUR, capacity: 2 },
    ...more,
  })
  const read = async (): Promise<SessionSeen[]> => {
    const { data } = await ask<{ calendar: { sessions: SessionSeen[] } }>(screens.app, desk.key, SESSIONS)
    return data.calendar.sessions
  }
  return {
    ...{ desk, lind, read },
    /** As another desk does. */
    async move(to: object): Promise<void> {
      const [first] = await read()
      const document = 'mutation ($input: MoveSessionInput!) { moveSession(input: $input) { __typename } }'
      const input = { id: first!.id, expectedVersion: first!.version, ...to }
      const cookie = await sessionCookieOf(screens.db, desk.receptionist)
      const { data } = await ask<{ moveSession: object }>(screens.app, cookie, document, { input })
      expect(data.moveSession).toEqual({ __typename: 'SessionMoved' })
    },
    /** Somebody is away that day. */
    async leave(resourceId: string): Promise<void> {
      const during = { startsAt: '2026-03-03T14:00:00Z', endsAt: '2026-03-03T23:00:00Z' }
      const taken = await change('takeTimeOff', '', { resourceId, ...during, reason: 'SICK', plan: [] })
      expect(taken).toEqual({ __typename: 'TimeOffDecided' })
    },
    publish: () => change('publishEvent', '', { id: event.id, expectedVersion: event.version }),
    /** Somebody takes a place in the first session. */
    async register(name: string): Promise<void> {
      const [first] = await read()
      const input = { eventId: event.id, sessionId: first!.id, name, email: 'somebody@example.org' }
      expect(await change('registerForEvent', '', input)).toEqual({ __typename: 'Registered' })
    },
    /** Where the first of them is: `2026-03-03T20:00 Dr. Chen, Dr. Okafor Oak`. */
    async place(): Promise<string | undefined> {
      const [first] = await read()
      const people = first?.facilitators.map((each) => each.name).join(', ')
      return first && `${first.startsAt.slice(0, 16)} ${people} ${first.room?.name ?? ''}`
    },
  }
}
