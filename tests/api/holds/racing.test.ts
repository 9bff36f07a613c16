import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { codesOf, type HoldAnswer, type Holder, makeHolder } from '../../support/holder.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makeClient } from '../../support/world.ts'

// Monday 2 March 2026, 08:00 in New York.
const morning = Date.parse('2026-03-02T13:00:00Z')
const WRITERS = 64
const TAKEN = ['THERAPIST_BUSY', 'ROOM_BUSY']

let database: TestDatabase
let app: TestApp
let now = morning
let holder: Holder
beforeAll(async () => {
  database = await testDatabase({ max: 20 })
  app = await startApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = morning
  holder = await makeHolder(app, database)
})

const together = <T>(count: number, ask: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)))
const namesOf = (answers: readonly HoldAnswer[]) => answers.map((each) => each.__typename).sort()
const occupanciesOf = (clinicId: string) =>
  rowsOf(database, clinicId, 'select kind, resource_id from occupancies where clinic_id = $1')

describe('when all want one slot', () => {
  it('one of 64 holds it, and the others are told that it is taken', async () => {
    const { send, usual, clinic, chen, okafor, oak, elm } = holder
    // Every pair has the therapist or the room in common with another, named in changing order.
    const places = [
      { therapistId: chen.id, roomId: oak.id },
      { therapistId: okafor.id, roomId: oak.id },
      { therapistId: chen.id, roomId: elm.id },
    ]
    const keys = await together(8, () => makeApiKey(database.db, clinic.id))
    const answers = await together(WRITERS, (index) =>
      send('holdSlot', { ...usual, ...places[index % places.length] }, keys[index % keys.length]),
    )
    const winners = answers.filter((each) => each.__typename === 'SlotHeld')
    const losers = answers.filter((each) => each.__typename === 'BookingRefused')
    expect(winners.length + losers.length).toBe(WRITERS)
    expect(winners.length).toBeGreaterThan(0)
    expect(winners.length).toBeLessThan(3)
    for (const loser of losers) expect(TAKEN).toContain(codesOf(loser)[0])
    expect(await occupanciesOf(clinic.id)).toHaveLength(2 * winners.length)
  })

  it('one of those who hold and those who book has it', async () => {
    const { send, usual, clinic, maya, leo } = holder
    const answers = await together(WRITERS, (index) =>
      index % 2 === 0
        ? send('holdSlot', usual)
        : send('bookAppointment', { ...usual, clientId: index % 4 === 1 ? maya.id : leo.id }),
    )
    const refused = answers.filter((each) => each.__typename === 'BookingRefused')
    expect(refused).toHaveLength(WRITERS - 1)
    for (const loser of refused) expect([...TAKEN, 'CLIENT_BUSY']).toContain(codesOf(loser)[0])
    expect(await occupanciesOf(clinic.id)).toHaveLength(2)
  })

  it('one takes the place of a hold whose time is over, which leaves once', async () => {
    const { send, usual, clinic } = holder
    await send('holdSlot', usual)
    await send('holdSlot', { ...usual, startsAt: '2026-03-03T17:00:00Z' })
    now += 20 * 60_000
    const clients = await together(16, () => makeClient(database.db, clinic.id))
    const answers = await together(WRITERS, (index) =>
      send('bookAppointment', { ...usual, clientId: clients[index % clients.length]!.id }),
    )
    expect(namesOf(answers).filter((each) => each === 'AppointmentBooked')).toHaveLength(1)
    const ends = await rowsOf(
      database,
      clinic.id,
      `select item_id from changes where clinic_id = $1 and action = 'expire hold'`,
    )
    expect(new Set(ends.map((each) => each.item_id)).size).toBe(2)
    expect(ends).toHaveLength(2)
    expect(await occupanciesOf(clinic.id)).toHaveLength(2)
  })
})

describe('when one hold is asked for many things at once', () => {
  it('one client has the appointment', async () => {
    const { send, usual, clinic, maya, leo } = holder
    const { hold, token } = await send('holdSlot', usual)
    const answers = await together(16, (index) =>
      send('confirmHold', { id: hold.id, token, clientId: index % 2 ? maya.id : leo.id }),
    )
    expect(namesOf(answers).filter((each) => each === 'AppointmentBooked')).toHaveLength(1)
    for (const each of answers.filter((answer) => answer.__typename === 'BookingRefused'))
      expect(codesOf(each)).toEqual(['TERMINAL_STATUS'])
    expect(await rowsOf(database, clinic.id, 'select 1 from appointments where clinic_id = $1')).toHaveLength(1)
  })

  it('it is confirmed or released, extended at most once, and never half of one and half of the other', async () => {
    const { send, usual, clinic, maya } = holder
    const { hold, token } = await send('holdSlot', usual)
    const key = { id: hold.id, token }
    const answers = await together(24, (index) => {
      if (index % 3 === 0) return send('extendHold', key)
      return index % 3 === 1 ? send('releaseHold', key) : send('confirmHold', { ...key, clientId: maya.id })
    })
    const done = namesOf(answers).filter((each) => each !== 'BookingRefused')
    expect(done.filter((each) => each === 'HoldExtended').length).toBeLessThan(2)
    const ends = done.filter((each) => each !== 'HoldExtended')
    expect(ends).toHaveLength(1)
    expect(await occupanciesOf(clinic.id)).toHaveLength(ends[0] === 'AppointmentBooked' ? 2 : 0)
  })
})
