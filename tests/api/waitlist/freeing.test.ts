import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { countedDb } from '../../support/counted-db.ts'
import { MONDAY } from '../../support/desk.ts'
import { webhookProofs } from '../../support/phone.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { makeWaitlistDesk, THURSDAY, type WaitlistDesk } from '../../support/waitlist-desk.ts'
import { makeType } from '../../support/world.ts'

const MINUTE = 60_000

let database: TestDatabase
let app: TestApp
let list: WaitlistDesk
let now = MONDAY
/** The statements that the program has sent for whoever asked it. */
let asked: string[]

beforeAll(async () => {
  database = await testDatabase()
  const counted = countedDb(database.db)
  asked = counted.statements
  app = await startApp({ ...database, db: counted.db }, { now: () => now, webhookProofs })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = MONDAY
  list = await makeWaitlistDesk(app, database, { now: () => now })
})

const later = (minutes: number, from = THURSDAY) => new Date(Date.parse(from) + minutes * MINUTE)

/** Leo's appointment of so many minutes is booked then and cancelled. */
async function cancelled(minutes?: number, startsAt = THURSDAY): Promise<void> {
  const { book, leo, oak } = list.desk
  const endsAt = minutes === undefined ? null : later(minutes, startsAt).toISOString()
  const { appointment } = await book({ startsAt, endsAt, roomId: oak.id, clientId: leo.id })
  await list.cancel(appointment)
}

const starts = async () =>
  (await list.offers()).map((each) => [each.entry.client.name, each.slot.startsAt.slice(11, 16)])
const statuses = async () => (await list.freed()).map((each) => `${each.cause} ${each.status}`)

describe('who waits', () => {
  test('for a slot in a room depends on what the room has and holds', async () => {
    const { chen, clinic, elm, oak } = list.desk
    const played = await makeType(database.db, clinic.id, { name: 'Play' })
    await list.rows(`update appointment_types set required_features = '{sandbox}' where clinic_id = $1
      and id = '${played.id}'`)
    await list.rows(`insert into room_features (clinic_id, room_id, feature) values ($1, '${oak.id}', 'sandbox')`)
    await list.waiting('Ann', { typeId: played.id })
    const waits = async (roomId: string | null) => {
      const { waitingFor } = await list.read<{ waitingFor: { fits: boolean; reasons: string[] }[] }>(
        `query ($therapistId: ID!, $roomId: ID) { waitingFor(therapistId: $therapistId, roomId: $roomId, first: 5,
          startsAt: "${THURSDAY}", endsAt: "${later(50).toISOString()}") { fits reasons } }`,
        { therapistId: chen.id, roomId },
      )
      return waitingFor.map((each) => [each.fits, each.reasons[0]])
    }
    expect(await waits(null)).toEqual([[true, 'Any time with anybody suits.']])
    expect(await waits(oak.id)).toEqual([[true, 'Any time with anybody suits.']])
    expect(await waits(elm.id)).toEqual([[false, 'Elm does not suit it.']])
    await expect(waits(chen.id)).rejects.toThrow('room')
  })

  test('for many freed slots is read in as many statements as for one', async () => {
    await list.setPolicy({ mode: 'SUGGEST' })
    await list.waiting('Ann')
    const read = async (first: number) => {
      const before = asked.length
      const { freedSlots } = await list.read<{ freedSlots: { nodes: { candidates: object[] }[] } }>(
        'query ($first: Int!) { freedSlots(first: $first) { nodes { candidates(first: 3) { fits score { total } } } } }',
        { first },
      )
      expect(freedSlots.nodes.map((each) => each.candidates.length)).toEqual(Array(first).fill(1))
      return asked.length - before
    }
    for (const hour of [14, 15, 16, 17]) await cancelled(undefined, `2026-03-05T${hour}:00:00Z`)
    // The first to ask finds out what all others know.
    await read(1)
    const one = await read(1)
    expect(await read(4)).toBe(one)
  })

  test('no more is read page by page, the latest first, each once', async () => {
    const left: string[] = []
    for (const name of ['Ann', 'Bea', 'Cleo', 'Dora', 'Eve']) {
      if (name !== 'Dora') now += MINUTE
      const { entry } = await list.waiting(name)
      await list.send('leaveWaitlist', { id: entry.id, expectedVersion: 1 })
      left.push(entry.id)
    }
    const [ann, bea, cleo, dora, eve] = left
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const {
        waitlist,
      }: { waitlist: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await list.read(
          `query ($after: String) { waitlist(first: 2, after: $after, filter: { statuses: [LEFT, BOOKED] }) {
            nodes { id } pageInfo { endCursor hasNextPage } } }`,
          { after },
        )
      seen.push(...waitlist.nodes.map((each) => each.id))
      if (!waitlist.pageInfo.hasNextPage) break
      after = waitlist.pageInfo.endCursor
    }
    expect(seen).toEqual([eve, ...[cleo, dora].sort(), bea, ann])
  })

  test('is booked only by who has seen the entry as it is', async () => {
    const { chen, oak } = list.desk
    const ann = await list.waiting('Ann')
    const input = { entryId: ann.entry.id, therapistId: chen.id, roomId: oak.id, startsAt: THURSDAY }
    await expect(list.send('bookFromWaitlist', input)).rejects.toThrow('"expectedVersion" of required type')
  })
})

describe('time becomes free', () => {
  const say = <Answer>(mutation: string, fields: string, input: object) => {
    const type = mutation.startsWith('remove')
      ? 'RemoveInput'
      : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${fields} } }`
    return list.read<Record<string, Answer>>(query, { input }).then((data) => data[mutation]!)
  }

  test('when a group session is cancelled, of each who would have given it', async () => {
    const { chen, oak, okafor } = list.desk
    await list.waiting('Ann', { therapistIds: [okafor.id] })
    const made = await say<{ event: { id: string; version: number } }>(
      'createEvent',
      '... on EventCreated { event { id version } }',
      {
        ...{ title: 'Teen DBT', kind: 'GROUP_THERAPY', facilitatorIds: [chen.id, okafor.id], roomId: oak.id },
        ...{ startsAt: THURSDAY, endsAt: later(60).toISOString(), capacity: 2 },
      },
    )
    expect(made.event.version).toBe(1)
    const { calendar } = await list.read<{ calendar: { sessions: { id: string; version: number }[] } }>(
      '{ calendar(from: "2026-03-05T05:00:00Z", to: "2026-03-06T05:00:00Z") { sessions { id version } } }',
    )
    const [session] = calendar.sessions
    await say('cancelSession', '', { id: session!.id, expectedVersion: session!.version })
    await list.fill()
    expect((await statuses()).sort()).toEqual(['CANCELLED OFFERED', 'CANCELLED PASSED'])
    expect(await starts()).toEqual([['Ann', '19:00']])
  })

  test('when a closure is lifted, or a day off is taken back', async () => {
    const { chen, okafor } = list.desk
    await list.waiting('Ann', { therapistIds: [okafor.id], days: [4] })
    const day = { startsOn: '2026-03-05', endsOn: '2026-03-05', name: 'Painting' }
    const { closure } = await say<{ closure: { id: string; version: number } }>(
      'createClosure',
      '... on ClosureSaved { closure { id version } }',
      day,
    )
    await say('removeClosure', '', { id: closure.id, expectedVersion: closure.version })
    await list.fill()
    expect(await starts()).toEqual([['Ann', '14:00']])
    await list.waiting('Bea', { therapistIds: [chen.id], days: [5] })
    const { hoursException } = await say<{ hoursException: { id: string; version: number } }>(
      'setHoursException',
      '... on HoursExceptionSaved { hoursException { id version } }',
      { resourceId: chen.id, on: '2026-03-06', kind: 'CLOSED' },
    )
    await say('removeHoursException', '', { id: hoursException.id, expectedVersion: hoursException.version })
    await list.fill()
    expect((await starts()).slice(1)).toEqual([['Bea', '14:00']])
  })
})
