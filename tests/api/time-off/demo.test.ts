import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { makeDemoClinic } from '../../../db/seed/demo-clinic.ts'
import { writeAppointments } from '../../../db/seed/write-book.ts'
import { writeClinic } from '../../../db/seed/write-clinic.ts'
import { ask, makeApiKey, startApp, type TestApp } from '../../support/app.ts'
import { asInput, type LeaveResult, leaveMutation, PLAN, type StepSeen } from '../../support/leave.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

/** Monday 2 March 2026, 08:00 in New York. */
const NOW = Date.parse('2026-03-02T13:00:00Z')
const demo = makeDemoClinic({ seed: 'time off', now: NOW })

let database: TestDatabase
let app: TestApp
let key: string
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database, { now: () => NOW })
  await inClinic(database.db, demo.clinic.id, async (trx) => {
    await writeClinic(trx, demo, NOW)
    await writeAppointments(trx, demo.clinic.id, demo.appointments)
  })
  key = await makeApiKey(database.db, demo.clinic.id)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function send<Answer>(query: string, input: object): Promise<Answer> {
  const { data, errors } = await ask<Record<string, Answer>>(app, key, query, { input })
  if (errors) throw new Error(errors[0]?.message, { cause: errors })
  return Object.values(data)[0]!
}

const week = { startsAt: '2026-03-05T05:00:00Z', endsAt: '2026-03-11T04:00:00Z' }
const everybody = [...demo.therapists, ...demo.rooms].map((each) => [each.name, each] as const)

test.each(everybody)('what is planned for %s being away can be done, all of it, in a busy clinic', async (_, away) => {
  const others = demo.therapists.filter((each) => each.id !== away.id)
  const coverTherapistId = away.kind === 'therapist' ? others[0]!.id : null
  const absence = { resourceId: away.id, coverTherapistId, ...week }
  const { steps } = await send<{ steps: StepSeen[] }>(PLAN, absence)
  const taken = { ...absence, reason: 'OTHER', plan: steps.map(asInput), validateOnly: true }
  const answer = await send<LeaveResult>(leaveMutation('takeTimeOff'), taken)
  const isAway = demo.timeOff.some(
    (each) =>
      each.status === 'approved' &&
      each.resourceId === away.id &&
      each.startsAt < Date.parse(week.endsAt) &&
      each.endsAt > Date.parse(week.startsAt),
  )
  expect(answer.problems?.map((each) => each.code) ?? []).toEqual(isAway ? ['ON_TIME_OFF'] : [])
  if (!isAway) expect(answer.changed).toHaveLength(steps.filter((each) => each.kind !== 'LEAVE').length)
})

test('and somebody is seen elsewhere before a client is told that nothing fits', async () => {
  const kinds = new Set<string>()
  for (const { id: resourceId } of demo.therapists) {
    const { steps } = await send<{ steps: StepSeen[] }>(PLAN, {
      resourceId,
      coverTherapistId: demo.therapists[0]!.id,
      ...week,
    })
    for (const { kind, slot, choices } of steps) {
      kinds.add(kind)
      if (slot) expect(choices).toContainEqual(slot)
    }
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['COVER', 'ANOTHER_TIME']))
})
