import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { clinicState } from '../../support/clinic-state.ts'
import { MONDAY } from '../../support/desk.ts'
import { makeLeaveDesk, TUESDAY } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { rowsOf } from '../../support/rows.ts'
import { makePerson, sessionCookieOf } from '../../support/sign-in.ts'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => MONDAY })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function makeStaff() {
  const desk = await makeLeaveDesk(app, database.db)
  const signIn = async (given: Parameters<typeof makePerson>[2]) =>
    sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, given))
  const chen = await signIn({ role: 'therapist', therapistId: desk.chen.id, name: 'Wei Chen' })
  const okafor = await signIn({ role: 'therapist', therapistId: desk.okafor.id, name: 'Ada Okafor' })
  const receptionist = await signIn({ role: 'receptionist', name: 'Rosa Quinn' })
  const codeOf = async (name: Parameters<typeof desk.attempt>[0], input: object, proof: string) => {
    const { data, errors } = await desk.attempt(name, input, proof)
    return errors?.[0]?.extensions.code ?? data[name]!.problems?.[0]?.code ?? data[name]!.__typename
  }
  return { desk, chen, okafor, receptionist, codeOf }
}

const wanted = { reason: 'VACATION', note: 'Family visit', ...TUESDAY }

describe('a request', () => {
  it('is asked by a therapist for herself and approved by the desk, and only then takes her time', async () => {
    const { desk, chen, receptionist } = await makeStaff()
    const input = { resourceId: desk.chen.id, coverTherapistId: desk.okafor.id, ...wanted }
    const asked = await desk.leave('requestTimeOff', input, chen)
    expect(asked.timeOff).toMatchObject({
      ...{ status: 'REQUESTED', version: 1, requestedBy: 'Wei Chen', decidedBy: null, decidedAt: null },
      ...{ reason: 'VACATION', note: 'Family visit', coverTherapist: { id: desk.okafor.id } },
    })
    expect((await desk.calendar()).timeOff).toEqual([])
    expect((await desk.book({ validateOnly: true })).__typename).toBe('AppointmentBooked')

    const decision = { id: asked.timeOff.id, expectedVersion: 1, decision: 'APPROVE', note: 'Enjoy it' }
    const decided = await desk.leave('decideTimeOff', decision, receptionist)
    expect(decided.timeOff).toMatchObject({
      ...{ status: 'APPROVED', version: 2, requestedBy: 'Wei Chen', decidedBy: 'Rosa Quinn' },
      ...{ decidedAt: new Date(MONDAY).toISOString(), decisionNote: 'Enjoy it' },
    })
    expect((await desk.calendar()).timeOff.map((each) => each.id)).toEqual([asked.timeOff.id])
    const refused = await desk.book({ endsAt: '2026-03-03T15:50:00Z' })
    expect(refused.problems.map((each) => each.code)).toEqual(['ON_TIME_OFF'])
  })

  it('that is denied or withdrawn takes nobody’s time, and leaves it free to be asked for again', async () => {
    const { desk, chen, receptionist } = await makeStaff()
    const input = { resourceId: desk.chen.id, ...wanted }
    const first = (await desk.leave('requestTimeOff', input, chen)).timeOff
    const denial = { id: first.id, expectedVersion: 1, decision: 'DENY' }
    expect((await desk.leave('decideTimeOff', denial, receptionist)).timeOff.status).toBe('DENIED')
    const second = (await desk.leave('requestTimeOff', input, chen)).timeOff
    const withdrawal = { id: second.id, expectedVersion: 1 }
    expect((await desk.leave('withdrawTimeOff', withdrawal, chen)).timeOff.status).toBe('WITHDRAWN')
    expect((await desk.leave('requestTimeOff', input, chen)).__typename).toBe('TimeOffRequested')
    expect((await desk.book()).__typename).toBe('AppointmentBooked')
  })

  it('that overlaps what is asked for or approved already is refused with that interval', async () => {
    const { desk, chen } = await makeStaff()
    const input = { resourceId: desk.chen.id, ...wanted }
    const { timeOff } = await desk.leave('requestTimeOff', input, chen)
    const before = await clinicState(database, desk.clinic.id)
    const later = { ...input, startsAt: '2026-03-03T20:00:00Z', endsAt: '2026-03-05T05:00:00Z' }
    const refused = await desk.leave('requestTimeOff', later, chen)
    expect(refused.problems).toEqual([
      {
        ...{ code: 'ON_TIME_OFF', path: ['input', 'startsAt'], resource: { id: desk.chen.id }, appointment: null },
        ...{ startsAt: '2026-03-03T05:00:00.000Z', endsAt: '2026-03-04T05:00:00.000Z' },
        message: 'Dr. Chen has already asked for time off from Tue, Mar 3, 12:00 AM until Wed, Mar 4, 12:00 AM.',
      },
    ])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
    await desk.leave('decideTimeOff', { id: timeOff.id, expectedVersion: 1, decision: 'APPROVE' })
    expect((await desk.leave('takeTimeOff', later)).problems[0]?.message).toContain('is already away')
    const beside = { ...input, startsAt: TUESDAY.endsAt, endsAt: '2026-03-05T05:00:00Z' }
    expect((await desk.leave('requestTimeOff', beside, chen)).__typename).toBe('TimeOffRequested')
    const other = { ...input, resourceId: desk.okafor.id }
    expect((await desk.leave('requestTimeOff', other)).__typename).toBe('TimeOffRequested')
  })

  it('that waits for its answer hinders nobody from being ill meanwhile, and is answered all the same', async () => {
    const { desk, chen } = await makeStaff()
    const { timeOff: asked } = await desk.leave('requestTimeOff', { resourceId: desk.chen.id, ...wanted }, chen)
    const { timeOff: taken } = await desk.leave('takeTimeOff', { ...desk.sick, endsAt: '2026-03-03T20:00:00Z' })
    expect(taken.status).toBe('APPROVED')
    const approval = { id: asked.id, expectedVersion: 1, decision: 'APPROVE' }
    expect((await desk.leave('decideTimeOff', approval)).timeOff.status).toBe('APPROVED')
    await desk.leave('undoTimeOff', { id: taken.id, expectedVersion: 1 })
    expect((await desk.calendar()).timeOff).toMatchObject([{ id: asked.id }])
  })

  it.each([
    ['that ends when it starts', { endsAt: TUESDAY.startsAt }, 'INVALID_INTERVAL', 'endsAt'],
    ['that ends before it starts', { endsAt: '2026-03-03T04:00:00Z' }, 'INVALID_INTERVAL', 'endsAt'],
    ['of ten years', { endsAt: '2036-03-03T05:00:00Z' }, 'INVALID_INTERVAL', 'endsAt'],
    ['in thirty seconds', { startsAt: '2026-03-03T05:00:30Z' }, 'INVALID_INTERVAL', 'startsAt'],
    [
      'in the year 9998',
      { startsAt: '9998-01-01T00:00:00Z', endsAt: '9998-01-02T00:00:00Z' },
      'INVALID_INTERVAL',
      'startsAt',
    ],
    ['that is past', { startsAt: '2026-03-01T05:00:00Z', endsAt: '2026-03-02T05:00:00Z' }, 'IN_THE_PAST', 'endsAt'],
  ])('%s is refused as such', async (_, change, code, field) => {
    const desk = await makeLeaveDesk(app, database.db)
    const refused = await desk.leave('requestTimeOff', { resourceId: desk.chen.id, ...wanted, ...change })
    expect(refused.problems).toMatchObject([{ code, path: ['input', field], resource: { id: desk.chen.id } }])
    expect(refused.problems[0]?.startsAt).not.toBeNull()
  })

  it('for somebody who is archived, or covered for by nobody else, is refused', async () => {
    const { desk, codeOf } = await makeStaff()
    const archive = `mutation ($input: ArchiveInput!) { archiveTherapist(input: $input) { __typename } }`
    const admin = await sessionCookieOf(database.db, await makePerson(database.db, desk.clinic.id, { role: 'admin' }))
    await ask(app, admin, archive, { input: { id: desk.okafor.id, expectedVersion: 1 } })
    const input = { resourceId: desk.chen.id, ...wanted }
    expect(await codeOf('requestTimeOff', { ...input, resourceId: desk.okafor.id }, desk.key)).toBe('RESOURCE_INACTIVE')
    const covered = { ...input, coverTherapistId: desk.okafor.id }
    expect(await codeOf('requestTimeOff', covered, desk.key)).toBe('RESOURCE_INACTIVE')
    expect(await codeOf('requestTimeOff', { ...input, coverTherapistId: desk.chen.id }, desk.key)).toBe(
      'BAD_USER_INPUT',
    )
    expect(await codeOf('requestTimeOff', { ...input, coverTherapistId: desk.oak.id }, desk.key)).toBe('NOT_FOUND')
  })
})

describe('who may', () => {
  it('a therapist asks for and takes back her own, and decides nothing', async () => {
    const { desk, chen, okafor, codeOf } = await makeStaff()
    const input = { resourceId: desk.chen.id, ...wanted }
    expect(await codeOf('requestTimeOff', input, okafor)).toBe('FORBIDDEN')
    expect(await codeOf('requestTimeOff', { ...input, resourceId: desk.oak.id }, okafor)).toBe('FORBIDDEN')
    expect(await codeOf('takeTimeOff', input, chen)).toBe('FORBIDDEN')
    const { id } = (await desk.leave('requestTimeOff', input, chen)).timeOff
    expect(await codeOf('decideTimeOff', { id, expectedVersion: 1, decision: 'APPROVE' }, chen)).toBe('FORBIDDEN')
    expect(await codeOf('withdrawTimeOff', { id, expectedVersion: 1 }, okafor)).toBe('FORBIDDEN')
    await desk.leave('decideTimeOff', { id, expectedVersion: 1, decision: 'APPROVE' })
    expect(await codeOf('withdrawTimeOff', { id, expectedVersion: 2 }, chen)).toBe('FORBIDDEN')
    expect(await codeOf('undoTimeOff', { id, expectedVersion: 2 }, chen)).toBe('FORBIDDEN')
  })

  it('a program that only reads changes nothing, and nobody else is told anything', async () => {
    const { desk, codeOf } = await makeStaff()
    const reader = await makeApiKey(database.db, desk.clinic.id, ['read'])
    const input = { resourceId: desk.chen.id, ...wanted }
    expect(await codeOf('requestTimeOff', input, reader)).toBe('FORBIDDEN')
    expect(await codeOf('takeTimeOff', input, reader)).toBe('FORBIDDEN')
    expect((await desk.attempt('requestTimeOff', input, 'daybook_nobody')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
  })
})

describe('a decision', () => {
  it('made from an older version is refused, with who changed it', async () => {
    const { desk, receptionist } = await makeStaff()
    const { id } = (await desk.leave('requestTimeOff', { resourceId: desk.chen.id, ...wanted })).timeOff
    await desk.leave('decideTimeOff', { id, expectedVersion: 1, decision: 'DENY' }, receptionist)
    const before = await clinicState(database, desk.clinic.id)
    const refused = await desk.leave('decideTimeOff', { id, expectedVersion: 1, decision: 'APPROVE' })
    expect(refused.problems).toMatchObject([{ code: 'STALE_VERSION', path: ['input', 'expectedVersion'] }])
    expect(refused.problems[0]?.message).toBe(
      "Dr. Chen's time off was changed by Rosa Quinn at 8:00 AM after you saw it.",
    )
    const late = await desk.leave('decideTimeOff', { id, expectedVersion: 2, decision: 'APPROVE' })
    expect(late.problems).toMatchObject([{ code: 'TERMINAL_STATUS', resource: { id: desk.chen.id } }])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('that is repeated with the same id is made once; with another input it is refused', async () => {
    const { desk } = await makeStaff()
    const input = { ...desk.sick, clientMutationId: 'sick-1' }
    const first = await desk.leave('takeTimeOff', input)
    expect(await desk.leave('takeTimeOff', input)).toEqual(first)
    const { errors } = await desk.attempt('takeTimeOff', { ...input, note: 'Flu' })
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT')
    expect(await rowsOf(database, desk.clinic.id, 'select id from time_off where clinic_id = $1')).toHaveLength(1)
  })

  it('that is rehearsed is answered in full and writes nothing', async () => {
    const { desk } = await makeStaff()
    const { appointment } = await desk.book()
    const plan = [{ appointmentId: appointment.id, expectedVersion: 1, kind: 'CANCEL' }]
    const before = await clinicState(database, desk.clinic.id)
    const rehearsed = await desk.leave('takeTimeOff', { ...desk.sick, plan, validateOnly: true })
    expect(rehearsed.changed).toMatchObject([{ id: appointment.id, status: 'CANCELLED' }])
    expect(await clinicState(database, desk.clinic.id)).toBe(before)
  })

  it('is in the audit log and the numbered log with what it did', async () => {
    const { desk, receptionist } = await makeStaff()
    const { appointment } = await desk.book()
    const { id } = (await desk.leave('requestTimeOff', { resourceId: desk.chen.id, ...wanted })).timeOff
    const plan = [{ appointmentId: appointment.id, expectedVersion: 1, kind: 'CANCEL' }]
    await desk.leave('decideTimeOff', { id, expectedVersion: 1, decision: 'APPROVE', plan }, receptionist)
    const about = `subject_id in ('${id}', '${appointment.id}')`
    const audited = await rowsOf(
      ...([database, desk.clinic.id] as const),
      `select action, actor_name, after->>'status' as status from audit_entries where clinic_id = $1 and ${about} order by seq`,
    )
    expect(audited).toEqual([
      { action: 'book appointment', actor_name: 'Test program', status: 'booked' },
      { action: 'request time off', actor_name: 'Test program', status: 'requested' },
      { action: 'approve time off', actor_name: 'Rosa Quinn', status: 'approved' },
      { action: 'cancel appointment', actor_name: 'Rosa Quinn', status: 'cancelled' },
    ])
    const log = `select action, removed from changes where clinic_id = $1 and item_kind = 'time_off' order by seq`
    expect(await rowsOf(database, desk.clinic.id, log)).toEqual([
      { action: 'request time off', removed: true },
      { action: 'approve time off', removed: false },
    ])
  })
})

const LIST = `query ($filter: TimeOffFilter, $first: Int!, $after: String) { timeOffs(filter: $filter, first: $first, after: $after) {
  nodes { id status } pageInfo { hasNextPage endCursor } } }`

interface Listed {
  readonly timeOffs: {
    readonly nodes: { id: string; status: string }[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

describe('the list', () => {
  async function makeList() {
    const staff = await makeStaff()
    const { desk } = staff
    const day = (date: string) => ({ startsAt: `2026-03-${date}T05:00:00Z`, endsAt: `2026-03-${date}T20:00:00Z` })
    const ask3 = async (resourceId: string, date: string) =>
      (await desk.leave('requestTimeOff', { resourceId, ...wanted, ...day(date) })).timeOff.id
    const ids = {
      first: await ask3(desk.chen.id, '10'),
      second: await ask3(desk.chen.id, '11'),
      third: await ask3(desk.okafor.id, '12'),
    }
    await desk.leave('decideTimeOff', { id: ids.first, expectedVersion: 1, decision: 'APPROVE' })
    const list = async (variables: object, proof = desk.key) => {
      const { data, errors } = await ask<Listed>(app, proof, LIST, { first: 10, ...variables })
      if (errors) throw new Error(errors[0]?.message, { cause: errors })
      return data.timeOffs
    }
    return {
      ...staff,
      ids,
      list,
      idsOf: async (filter: object) => (await list({ filter })).nodes.map((each) => each.id),
    }
  }

  it('has the latest first, page by page', async () => {
    const { ids, list } = await makeList()
    const page = await list({ first: 2 })
    expect(page.nodes.map((each) => each.id)).toEqual([ids.third, ids.second])
    expect(page.pageInfo.hasNextPage).toBe(true)
    const rest = await list({ first: 2, after: page.pageInfo.endCursor })
    expect(rest).toMatchObject({ nodes: [{ id: ids.first, status: 'APPROVED' }], pageInfo: { hasNextPage: false } })
  })

  it('is narrowed by resource, status and time', async () => {
    const { desk, ids, idsOf } = await makeList()
    expect(await idsOf({ resourceId: desk.chen.id })).toEqual([ids.second, ids.first])
    expect(await idsOf({ status: 'REQUESTED' })).toEqual([ids.third, ids.second])
    expect(await idsOf({ from: '2026-03-10T20:00:00Z', to: '2026-03-12T05:00:00Z' })).toEqual([ids.second])
    expect(await idsOf({ resourceId: 'nonsense' })).toEqual([])
  })

  it('shows a therapist what is approved and what is her own', async () => {
    const { ids, list, chen, okafor } = await makeList()
    const seen = async (proof: string) => (await list({}, proof)).nodes.map((each) => each.id)
    expect(await seen(chen)).toEqual([ids.second, ids.first])
    expect(await seen(okafor)).toEqual([ids.third, ids.first])
  })

  it('refuses pages of none or too many, and cursors of another list', async () => {
    const { list } = await makeList()
    for (const asked of [{ first: 0 }, { first: 101 }, { after: 'x' }, { after: 'WyJ4Il0' }])
      await expect(list(asked)).rejects.toThrow()
  })
})
