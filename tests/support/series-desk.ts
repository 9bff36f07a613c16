import { v7 as uuid } from 'uuid'
import { type BookSeriesInput, bookSeries, type SeriesBooked } from '../../actions/book-series.ts'
import type { ActionContext } from '../../actions/context.ts'
import type { ToldOccurrence } from '../../actions/series-report.ts'
import { openJobs } from '../../jobs/kit.ts'
import type { TestDatabase } from './postgres.ts'
import { makeAppointment, makeClient, makeClinic, makeMember, makeRoom, makeTherapist, makeType } from './world.ts'

/** Monday 19 October 2026, 08:00 in New York: the clocks go back on 1 November and forward on 14 March. */
export const OCTOBER = Date.parse('2026-10-19T12:00:00Z')

/** A clinic in New York with two therapists, two rooms and two clients, and a receptionist who calls actions. */
export async function makeSeriesDesk({ db, url }: Pick<TestDatabase, 'db' | 'url'>, now = OCTOBER) {
  const clinic = await makeClinic(db)
  const chen = await makeTherapist(db, clinic.id, { name: 'Dr. Chen' })
  const okafor = await makeTherapist(db, clinic.id, { name: 'Dr. Okafor' })
  const oak = await makeRoom(db, clinic.id, { name: 'Oak' })
  const elm = await makeRoom(db, clinic.id, { name: 'Elm' })
  const maya = await makeClient(db, clinic.id)
  const leo = await makeClient(db, clinic.id, { name: 'Leo Park' })
  const type = await makeType(db, clinic.id, { bufferAfter: 0 })
  const member = await makeMember(db, clinic.id)
  const clock = { now }
  const context: ActionContext = {
    db,
    now: () => clock.now,
    jobs: await openJobs(db, url),
    secret: 'a secret of this test',
    requestId: uuid(),
    ip: undefined,
    announce: () => undefined,
    caller: {
      ...{ kind: 'member', clinicId: clinic.id, memberId: member.id, userId: member.userId, sessionId: 'one' },
      ...{ name: member.name, email: 'rosa@example.com', role: 'receptionist' },
    },
  }
  /** Tuesdays at 16:00, ten of them. */
  const usual: BookSeriesInput = {
    ...{ clientId: maya.id, therapistId: chen.id, roomId: oak.id, typeId: type.id },
    ...{ startsAt: at('2026-10-20T20:00Z'), rrule: 'FREQ=WEEKLY;COUNT=10' },
  }
  return {
    ...{ db, clinic, chen, okafor, oak, elm, maya, leo, type, context, usual, clock },
    book: (change: Partial<BookSeriesInput> = {}) => bookSeries(context, { ...usual, ...change }),
    async booked(change: Partial<BookSeriesInput> = {}): Promise<SeriesBooked> {
      const result = await bookSeries(context, { ...usual, ...change })
      if (result.kind !== 'series-booked') throw new Error(result.problems[0]?.message)
      return result
    },
    /** Leo takes Dr. Chen's and Oak's time. */
    take: (start: string, minutes = 50) =>
      makeAppointment(db, clinic.id, {
        ...{ clientId: leo.id, therapistId: chen.id, roomId: oak.id, typeId: type.id },
        ...{ startsAt: new Date(start), endsAt: new Date(at(start) + minutes * 60_000) },
      }),
  }
}

export type SeriesDesk = Awaited<ReturnType<typeof makeSeriesDesk>>

export function at(instant: string): number {
  return Date.parse(instant)
}

/** Where each stands and what became of it: `2026-10-20T20:00 booked`. */
export function outcomes({ occurrences }: { readonly occurrences: readonly ToldOccurrence[] }): string[] {
  return occurrences.map((each) => `${spell(each.startsAt)} ${each.outcome}`)
}

export function starts({ occurrences }: { readonly occurrences: readonly ToldOccurrence[] }): string[] {
  return occurrences.map((each) => spell(each.startsAt))
}

export function spell(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16)
}
