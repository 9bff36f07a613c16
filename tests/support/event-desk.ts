import type { ActionContext } from '../../actions/context.ts'
import { type CreateEventInput, createEvent, type EventCreated } from '../../actions/create-event.ts'
import { publishEvent } from '../../actions/publish-event.ts'
import type { EventRefused } from '../../actions/refuse-event.ts'
import { inClinic } from '../../db/connect.ts'
import { listSessionsWithin, type Session } from '../../db/queries/event-sessions.ts'
import { type EventRow, findEvent } from '../../db/queries/events.ts'
import type { TestDatabase } from './postgres.ts'
import { at, makeSeriesDesk } from './series-desk.ts'
import { makeRoom } from './world.ts'

/** A series desk with a room for groups, where events are made. */
export async function makeEventDesk(database: Pick<TestDatabase, 'db' | 'url'>, now?: number) {
  const desk = await makeSeriesDesk(database, now)
  const { db, clinic, chen, context } = desk
  const hall = await makeRoom(db, clinic.id, { name: 'Hall', capacity: 12 })
  /** Tuesdays from 15:00 to 16:30 in New York, four of them. */
  const group: CreateEventInput = {
    ...{ title: 'Teen DBT Skills Group', kind: 'group_therapy', facilitatorIds: [chen.id], roomId: hall.id },
    ...{ startsAt: at('2026-10-20T19:00Z'), endsAt: at('2026-10-20T20:30Z'), capacity: 8 },
    ...{ rrule: 'FREQ=WEEKLY;COUNT=4', tags: ['Teens', 'DBT'], description: 'Skills for **hard** days.' },
  }
  const create = (change: Partial<CreateEventInput> = {}) => createEvent(context, { ...group, ...change })
  return {
    ...desk,
    ...{ hall, group, create },
    /** The same with somebody else asking. */
    as: (change: Partial<ActionContext['caller']>): ActionContext => ({
      ...context,
      caller: { ...context.caller, ...change } as ActionContext['caller'],
    }),
    async created(change: Partial<CreateEventInput> = {}): Promise<EventCreated> {
      return madeOf(await create(change))
    },
    async published(change: Partial<CreateEventInput> = {}): Promise<EventRow> {
      const { event } = madeOf(await create(change))
      const result = await publishEvent(context, { id: event.id, expectedVersion: event.version })
      return madeOf(result).event
    },
    read: (id: string) => inClinic(db, clinic.id, (trx) => findEvent(trx, clinic.id, id)),
    standing: (from = '2026-10-01T00:00Z', to = '2028-01-01T00:00Z'): Promise<Session[]> =>
      inClinic(db, clinic.id, (trx) => listSessionsWithin(trx, clinic.id, { start: at(from), end: at(to) })),
  }
}

export type EventDesk = Awaited<ReturnType<typeof makeEventDesk>>

/** The answer, where it is no refusal. */
export function madeOf<Made extends { kind: string }>(result: Made | EventRefused): Made {
  if (result.kind === 'event-refused') throw new Error((result as EventRefused).problems[0]?.message)
  return result as Made
}

/** The answer, where it is a refusal. */
export function refusedOf(result: { kind: string }): EventRefused {
  if (result.kind !== 'event-refused') throw new Error(`${result.kind} is no refusal`)
  return result as EventRefused
}
