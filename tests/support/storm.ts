import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { type Answer, ask, makeApiKey } from './app.ts'
import type { Chance } from './chance.ts'
import { BOOK, type Result } from './desk.ts'
import { makeClient, makeClinic, makeRoom, makeTherapist, makeType } from './world.ts'

const ALWAYS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' }))
const STEP = 15 * 60_000
const DAY = 24 * 60 * 60_000

/** A clinic that is always open, with more demand than time. */
export async function makeBusyClinic(db: Db) {
  const clinic = await makeClinic(db, { zone: 'UTC' })
  const many = <Thing extends { id: string }>(count: number, make: () => Promise<Thing>) =>
    Promise.all(Array.from({ length: count }, make)).then((things) => things.map((each) => each.id))
  return {
    clinic,
    therapistIds: await many(3, () => makeTherapist(db, clinic.id, { hours: ALWAYS })),
    roomIds: await many(3, () => makeRoom(db, clinic.id)),
    clientIds: await many(40, () => makeClient(db, clinic.id)),
    typeId: (await makeType(db, clinic.id, { minutes: 30, bufferAfter: 0 })).id,
    key: await makeApiKey(db, clinic.id),
  }
}

export type BusyClinic = Awaited<ReturnType<typeof makeBusyClinic>>

/** A request of the storm. Until it is answered nobody knows whether it was done. */
export interface Request {
  readonly input: Record<string, unknown> & { readonly clientMutationId: string }
  result?: Result
}

/** A booking somewhere in two days of the clinic, of 15 to 45 minutes: about half of them find their place taken. */
export function makeRequest(clinic: BusyClinic, { pick }: Chance): Request {
  const tomorrow = Math.ceil(Date.now() / DAY) * DAY
  const start = tomorrow + pick(range(2 * (DAY / STEP))) * STEP
  return {
    input: {
      clientMutationId: uuid(),
      clientId: pick(clinic.clientIds),
      therapistId: pick(clinic.therapistIds),
      roomId: pick(clinic.roomIds),
      typeId: clinic.typeId,
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + pick([1, 2, 3]) * STEP).toISOString(),
    },
  }
}

/** Sends the request once; undefined when there is no telling what became of it. */
export async function send(url: string, key: string, { input }: Request): Promise<Result | undefined> {
  const answer = await answerOf(url, key, input)
  if (answer?.errors?.every((each) => each.extensions.code === 'INTERNAL')) return undefined
  if (answer?.errors) throw new Error(answer.errors[0]?.message, { cause: answer.errors })
  return answer?.data.bookAppointment
}

async function answerOf(url: string, key: string, input: object): Promise<Answer<Record<string, Result>> | undefined> {
  try {
    return await ask<Record<string, Result>>({ url }, key, BOOK, { input })
  } catch (error) {
    // fetch says so when the connection could not be made or ended before the answer.
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined
    throw error
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
