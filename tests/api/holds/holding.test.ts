import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { type Holder, makeHolder } from '../../support/holder.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'

// Monday 2 March 2026, 08:00 in New York.
const morning = Date.parse('2026-03-02T13:00:00Z')

let database: TestDatabase
let app: TestApp
let now = morning
let holder: Holder
beforeAll(async () => {
  database = await testDatabase()
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

const codesOf = (answer: { problems: { code: string }[] }) => answer.problems.map((each) => each.code)
const occupanciesOf = (clinicId: string) =>
  rowsOf(
    database,
    clinicId,
    'select kind, resource_id, lane from occupancies where clinic_id = $1 order by resource_id',
  )

describe('holding a slot', () => {
  it('takes the time of therapist and room for as long as the clinic lets programs hold', async () => {
    const { send, usual, clinic, chen, oak } = holder
    const { hold, token } = await send('holdSlot', usual)
    expect(hold).toMatchObject({
      version: 1,
      startsAt: '2026-03-03T15:00:00.000Z',
      endsAt: '2026-03-03T15:50:00.000Z',
      expiresAt: '2026-03-02T13:15:00.000Z',
      extended: false,
      therapist: { id: chen.id },
      room: { id: oak.id },
      heldBy: { kind: 'PARTNER', name: 'Test program' },
    })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await occupanciesOf(clinic.id)).toMatchObject([{ kind: 'hold' }, { kind: 'hold' }])
  })

  it('keeps others off, and says until when', async () => {
    const { send, usual, maya } = holder
    await send('holdSlot', usual)
    const refused = await send('bookAppointment', { ...usual, clientId: maya.id })
    expect(codesOf(refused)).toEqual(['THERAPIST_BUSY', 'ROOM_BUSY'])
    expect(refused.problems[0]?.message).toBe(
      'Dr. Chen is held until 8:15 AM for somebody: Tue, Mar 3, 10:00 AM to 10:50 AM.',
    )
    expect(codesOf(await send('holdSlot', usual))).toContain('THERAPIST_BUSY')
  })
})
