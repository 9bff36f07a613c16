import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../db/connect.ts'
import { chanceOfTest } from '../support/chance.ts'
import { type Daybook, killNow, launchDaybook, ownerUrlIn, untilReady } from '../support/daybook.ts'
import { databaseFolder } from '../support/env.ts'
import { serverPid } from '../support/program.ts'
import { rowsOf } from '../support/rows.ts'
import { type BusyClinic, makeBusyClinic, makeRequest, type Request, send } from '../support/storm.ts'
import { wrongsIn } from '../support/wrongs.ts'

const WRITERS = 16
const REQUESTS_A_WRITER = 6

let parent: string
let dataDir: string
let daybook: Daybook
let ownerUrl: string
let clinic: BusyClinic

beforeAll(async () => {
  parent = await mkdtemp(join(databaseFolder, 'daybook-kill-'))
  await chmod(parent, 0o755)
  dataDir = join(parent, 'data')
  daybook = await launchDaybook(dataDir)
  ownerUrl = await ownerUrlIn(dataDir)
  const { db, close } = connect({ url: ownerUrl, applicationName: 'daybook test', max: 4 })
  clinic = await makeBusyClinic(db)
  await close()
})

afterAll(async () => {
  await daybook.stop()
  await rm(parent, { recursive: true, force: true })
})

interface Storm {
  readonly requests: readonly Request[]
  /** How often a request was not answered and nobody knew whether it was done. */
  readonly unanswered: number
}

/** Books from many hands, lets `crash` happen when half is answered, and asks again until everything is answered. */
async function storm(crash: () => Promise<void>): Promise<Storm> {
  const chance = chanceOfTest()
  const requests = Array.from({ length: WRITERS * REQUESTS_A_WRITER }, () => makeRequest(clinic, chance))
  const waiting = [...requests]
  let unanswered = 0
  const half = Promise.withResolvers<void>()
  const restarted = half.promise.then(crash).then(() => untilReady(daybook))
  const writer = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      while (!next.result) {
        next.result = await send(daybook.url, clinic.key, next)
        if (next.result) continue
        unanswered++
        await restarted
      }
      if (waiting.length < requests.length / 2) half.resolve()
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  await restarted
  return { requests, unanswered }
}

const isBooked = ({ result }: Request) => result?.__typename === 'AppointmentBooked'

/** Every appointment of the tables with the request that made it, by the log. */
function bookedRows() {
  return rowsOf(
    { ownerUrl },
    clinic.clinic.id,
    `select a.id, c.client_mutation_id as request, a.starts_at, a.ends_at, a.therapist_id, a.room_id, a.client_id
     from appointments a left join changes c on c.clinic_id = a.clinic_id and c.item_id = a.id
       and c.action = 'book appointment'
     where a.clinic_id = $1
     order by a.id`,
  )
}

function rowTold({ input, result }: Request) {
  const { id, startsAt, endsAt, therapist, room, client } = result!.appointment
  return {
    id,
    request: input.clientMutationId,
    starts_at: new Date(startsAt),
    ends_at: new Date(endsAt),
    therapist_id: therapist.id,
    room_id: room!.id,
    client_id: client.id,
  }
}

const all: Request[] = []

async function survives(crash: () => Promise<void>): Promise<void> {
  const { requests, unanswered } = await storm(crash)
  expect(unanswered).toBeGreaterThan(0)
  all.push(...requests)
  const booked = all.filter(isBooked).map(rowTold)
  expect(requests.filter(isBooked).length).toBeGreaterThan(5)
  expect(await bookedRows()).toEqual(booked.sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(await wrongsIn({ ownerUrl }, clinic.clinic.id)).toEqual([])

  const repeats = await Promise.all(requests.map((each) => send(daybook.url, clinic.key, each)))
  expect(repeats).toEqual(requests.map((each) => each.result))
  expect(await bookedRows()).toHaveLength(booked.length)
}

describe(`in a storm of ${WRITERS} writers, every booking that was acknowledged is there once`, {
  timeout: 60_000,
}, () => {
  it('after the program was killed', () =>
    survives(async () => {
      await killNow(daybook.process.pid!)
      daybook = await launchDaybook(dataDir)
    }))

  it('after PostgreSQL was killed under the program, which brings it back', async () => {
    const { pid } = daybook.process
    await survives(async () => killNow(await serverPid(dataDir)))
    expect(daybook.process).toMatchObject({ pid, exitCode: null, signalCode: null })
  })

  it('after both were killed', () =>
    survives(async () => {
      const server = await serverPid(dataDir)
      await Promise.all([killNow(daybook.process.pid!), killNow(server)])
      daybook = await launchDaybook(dataDir)
    }))
})
