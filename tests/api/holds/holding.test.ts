import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { codesOf, type Holder, makeHolder } from '../../support/holder.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

// Monday 2 March 2026, 08:00 in New York.
const morning = Date.parse('2026-03-02T13:00:00Z')
const MINUTE = 60_000

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

const occupanciesOf = (clinicId: string) =>
  rowsOf(database, clinicId, 'select kind, lane from occupancies where clinic_id = $1')
const logOf = (clinicId: string) =>
  rowsOf(
    database,
    clinicId,
    'select action, item_version, removed, actor_kind, client_mutation_id from changes where clinic_id = $1 order by seq',
  )
const proofOf = async (given: Parameters<typeof makePerson>[2]) =>
  sessionCookieOf(database.db, await makePerson(database.db, holder.clinic.id, given))

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
    expect(await occupanciesOf(clinic.id)).toEqual([
      { kind: 'hold', lane: 0 },
      { kind: 'hold', lane: 0 },
    ])
    expect(await logOf(clinic.id)).toMatchObject([{ action: 'hold slot', item_version: 1, removed: false }])
  })

  it('lasts the minutes of staff for a member, whatever the clinic has set', async () => {
    const admin = await proofOf({ role: 'admin' })
    const { send, usual, ask } = holder
    expect((await send('holdSlot', usual, admin)).hold.expiresAt).toBe('2026-03-02T13:05:00.000Z')
    await ask('mutation { updateClinic(input: { expectedVersion: 1, staffHoldMinutes: 20 }) { __typename } }', admin)
    const later = { ...usual, startsAt: '2026-03-03T17:00:00Z' }
    expect((await send('holdSlot', later, admin)).hold.expiresAt).toBe('2026-03-02T13:20:00.000Z')
  })

  it.each([0, 61])('is not set to %i minutes', async (minutes) => {
    const admin = await proofOf({ role: 'admin' })
    const { data } = await holder.ask<{ updateClinic: unknown }>(
      `mutation { updateClinic(input: { expectedVersion: 1, publicHoldMinutes: ${minutes} }) {
        ... on RecordRefused { problems { code path } } } }`,
      admin,
    )
    expect(data.updateClinic).toEqual({ problems: [{ code: 'INVALID', path: ['input', 'publicHoldMinutes'] }] })
  })

  it('keeps others off, and says until when', async () => {
    const { send, usual, maya } = holder
    await send('holdSlot', usual)
    const refused = await send('bookAppointment', { ...usual, clientId: maya.id })
    expect(codesOf(refused)).toEqual(['THERAPIST_BUSY', 'ROOM_BUSY'])
    expect(refused.problems[0]?.message).toBe(
      'Dr. Chen is held until 8:15 AM for somebody: Tue, Mar 3, 10:00 AM to 10:50 AM.',
    )
    expect(refused.alternatives.length).toBeGreaterThan(1)
    expect(codesOf(await send('holdSlot', usual))).toContain('THERAPIST_BUSY')
  })

  it('keeps the minutes free beside it that its type asks for', async () => {
    const { send, usual, maya } = holder
    await send('holdSlot', { ...usual, startsAt: '2026-03-03T15:00:00Z', endsAt: '2026-03-03T16:00:00Z' })
    const beside = { ...usual, clientId: maya.id, startsAt: '2026-03-03T16:00:00Z' }
    expect(codesOf(await send('bookAppointment', beside))).toEqual(['BUFFER', 'BUFFER'])
  })

  it('is refused by the rules of a booking, and leaves nothing then', async () => {
    const { send, usual, clinic } = holder
    const atNight = await send('holdSlot', { ...usual, startsAt: '2026-03-04T04:00:00Z' })
    expect(codesOf(atNight)).toContain('OUTSIDE_HOURS')
    expect(codesOf(await send('holdSlot', { ...usual, startsAt: '2026-03-02T12:00:00Z' }))).toContain('IN_THE_PAST')
    expect(await occupanciesOf(clinic.id)).toEqual([])
    expect(await rowsOf(database, clinic.id, 'select 1 from slot_holds where clinic_id = $1')).toEqual([])
  })

  it('answers a repeated request as the first time, the token too, and holds nothing twice', async () => {
    const { send, usual, clinic } = holder
    const input = { ...usual, clientMutationId: 'once' }
    const first = await send('holdSlot', input)
    expect(await send('holdSlot', input)).toEqual(first)
    expect(await occupanciesOf(clinic.id)).toHaveLength(2)
    const kept = await rowsOf(database, clinic.id, 'select answer::text from mutation_answers where clinic_id = $1')
    expect(JSON.stringify(kept)).not.toContain(first.token)
    expect((await send('releaseHold', { id: first.hold.id, token: first.token })).__typename).toBe('HoldReleased')
  })

  it('is for so many slots at once and no more, also when they are asked for together', async () => {
    const { usual, chen, okafor, attempt } = holder
    const admin = await proofOf({ role: 'admin' })
    const starts = [14, 15, 16, 17, 18, 19, 20].map((hour) => `2026-03-03T${hour}:00:00Z`)
    const wanted = [chen, okafor].flatMap(({ id }) =>
      starts.map((startsAt) => ({ ...usual, therapistId: id, roomId: null, startsAt })),
    )
    const answers = await Promise.all(wanted.map((input) => attempt('holdSlot', input, admin)))
    const problems = answers.map((each, index) => ({
      wanted: wanted[index]!,
      found: each.data.holdSlot!.problems ?? [],
    }))
    const refused = problems.filter(({ found }) => found.length > 0)
    expect(refused).toHaveLength(4)
    for (const { wanted: asked, found } of refused)
      expect(found).toMatchObject([
        { code: 'TOO_MANY_HOLDS', resource: { id: asked.therapistId }, startsAt: asked.startsAt.replace('Z', '.000Z') },
      ])
  })

  it('is for a therapist in her own column alone, and not for a key that only reads', async () => {
    const { usual, attempt, okafor, chen, reader } = holder
    const own = await proofOf({ role: 'therapist', therapistId: chen.id })
    expect((await attempt('holdSlot', usual, own)).data.holdSlot?.__typename).toBe('SlotHeld')
    const other = await attempt('holdSlot', { ...usual, therapistId: okafor.id, roomId: null }, own)
    expect(other.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const [read] = (await attempt('holdSlot', usual, reader)).errors!
    expect(read).toMatchObject({ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('`write`') })
    expect((await attempt('holdSlot', usual, '')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('extending a hold', () => {
  it('keeps it as long again, once', async () => {
    const { send, usual } = holder
    const { hold, token } = await send('holdSlot', usual)
    now += 10 * MINUTE
    const extended = await send('extendHold', { id: hold.id, token })
    expect(extended.hold).toMatchObject({ version: 2, extended: true, expiresAt: '2026-03-02T13:30:00.000Z' })
    expect(codesOf(await send('extendHold', { id: hold.id, token }))).toEqual(['HOLD_EXTENDED'])
  })

  it('comes too late when the hold is over', async () => {
    const { send, usual } = holder
    const { hold, token } = await send('holdSlot', usual)
    now += 15 * MINUTE
    expect(codesOf(await send('extendHold', { id: hold.id, token }))).toEqual(['HOLD_EXPIRED'])
  })
})

describe('releasing a hold', () => {
  it('gives the slot back', async () => {
    const { send, usual, clinic, maya } = holder
    const { hold, token } = await send('holdSlot', usual)
    expect((await send('releaseHold', { id: hold.id, token })).hold.id).toBe(hold.id)
    expect(await occupanciesOf(clinic.id)).toEqual([])
    expect((await send('bookAppointment', { ...usual, clientId: maya.id })).__typename).toBe('AppointmentBooked')
    expect(await logOf(clinic.id)).toMatchObject([
      { action: 'hold slot' },
      { action: 'release hold', item_version: 2, removed: true },
      { action: 'book appointment' },
      { action: 'update referral' },
    ])
    expect(codesOf(await send('releaseHold', { id: hold.id, token }))).toEqual(['HOLD_EXPIRED'])
  })
})

describe('a hold whose time is over', () => {
  it('stands in nobody’s way, and leaves with the booking that takes its place', async () => {
    const { send, usual, clinic, maya } = holder
    const { hold } = await send('holdSlot', usual)
    now += 15 * MINUTE
    const booked = await send('bookAppointment', { ...usual, clientId: maya.id, clientMutationId: 'mine' })
    expect(booked.__typename).toBe('AppointmentBooked')
    expect((await logOf(clinic.id)).filter((each) => each.action !== 'update referral')).toMatchObject([
      { action: 'hold slot' },
      { action: 'book appointment', actor_kind: 'partner', client_mutation_id: 'mine' },
      { action: 'expire hold', item_version: 2, removed: true, actor_kind: 'system', client_mutation_id: null },
    ])
    const rows = await rowsOf(database, clinic.id, 'select id, status from slot_holds where clinic_id = $1')
    expect(rows).toEqual([{ id: hold.id, status: 'expired' }])
  })

  it('stays while what meets it is refused', async () => {
    const { send, usual, clinic } = holder
    await send('holdSlot', usual)
    now += 15 * MINUTE
    await send('holdSlot', { ...usual, startsAt: '2026-03-04T04:00:00Z' })
    expect(await occupanciesOf(clinic.id)).toHaveLength(2)
  })

  it('no longer counts among those of its holder, and is not among the alternatives’ obstacles', async () => {
    const { send, usual, maya, leo, chen } = holder
    await send('holdSlot', { ...usual, roomId: null, startsAt: '2026-03-03T16:00:00Z' })
    now += 15 * MINUTE
    await send('bookAppointment', { ...usual, roomId: null, clientId: maya.id })
    const refused = await send('bookAppointment', { ...usual, roomId: null, clientId: leo.id })
    expect(refused.alternatives).toContainEqual({ startsAt: '2026-03-03T16:00:00.000Z', therapist: { id: chen.id } })
  })
})
