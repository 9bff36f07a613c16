import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { inClinic } from '../../db/connect.ts'
import { getLogReach, listChanges } from '../../db/queries/log.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeFeed, Watch } from './change-feed.ts'
import { type Effect, effectOn, type LiveChange, loadItems, type Watched } from './live-change.ts'

/** One subscription to the calendar, to events or to the waitlist, as it came over a socket. */
export interface CalendarOperation {
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly context: ApiContext
  /** Hands over one execution result, already serialised; resolves when it is under way. */
  readonly send: (result: string) => Promise<void>
  /** Sends the subscriber away, to come back and resume. */
  readonly dismiss: () => void
}

export interface CalendarHub {
  /** Tells the operation of every change after `after` (of every one from now on when left out). Returns how to stop. */
  subscribe(clinicId: string, watched: Watched, after: number | undefined, operation: CalendarOperation): () => void
}

/**
 * Subscribers who asked the same question get the same bytes: a change is executed and serialised once for all of them.
 * That is right because nothing in a calendar change depends on which of the clinic's readers looks at it.
 */
interface Group {
  readonly watched: Watched
  readonly operation: CalendarOperation
  readonly subscribers: Set<Subscriber>
  /** What is still being told: changes are told one after another. */
  telling: Promise<void>
}

interface Subscriber {
  readonly operation: CalendarOperation
  /** The last change told; undefined while it catches up. */
  cursor: number | undefined
  readonly queue: LiveChange[]
}

interface ClinicRoom {
  readonly groups: Map<string, Group>
  readonly watch: Promise<Watch>
}

/** Also for those who come while the subscriber catches up. */
const MOST_CATCH_UP = 1_000

export function createCalendarHub(schema: GraphQLSchema, feed: ChangeFeed, log: Logger): CalendarHub {
  const rooms = new Map<string, ClinicRoom>()

  const roomOf = (clinicId: string): ClinicRoom => {
    const known = rooms.get(clinicId)
    if (known) return known
    const groups = new Map<string, Group>()
    const watch = feed.watch(clinicId, (changes) => {
      for (const group of groups.values())
        group.telling = group.telling
          .then(() => broadcast(schema, group, changes))
          .catch((error) => dismissAll(group, error, log))
    })
    const room = { groups, watch }
    rooms.set(clinicId, room)
    // Those who wait in the room are told by their own subscription.
    watch.catch(() => rooms.get(clinicId) === room && rooms.delete(clinicId))
    return room
  }

  const leave = (clinicId: string, room: ClinicRoom, key: string, subscriber: Subscriber) => {
    const group = room.groups.get(key)
    group?.subscribers.delete(subscriber)
    if (group?.subscribers.size === 0) room.groups.delete(key)
    if (room.groups.size > 0 || rooms.get(clinicId) !== room) return
    rooms.delete(clinicId)
    // One that could not be begun has nothing to stop.
    room.watch.then(
      (watch) => watch.stop(),
      () => undefined,
    )
  }

  return {
    subscribe(clinicId, watched, after, operation) {
      const room = roomOf(clinicId)
      const key = keyOf(operation)
      const group = room.groups.get(key) ?? newGroup(watched, operation)
      room.groups.set(key, group)
      const subscriber: Subscriber = { operation, cursor: undefined, queue: [] }
      group.subscribers.add(subscriber)
      const stop = () => leave(clinicId, room, key, subscriber)
      room.watch
        .then((watch) => catchUp(schema, clinicId, group, subscriber, after ?? watch.cursor))
        .catch((error) => {
          log.error({ err: error }, 'catching up failed; the subscriber is sent away to resume')
          operation.dismiss()
        })
      return stop
    },
  }
}

function newGroup(watched: Watched, operation: CalendarOperation): Group {
  return { watched, operation, subscribers: new Set(), telling: Promise.resolve() }
}

/** Nobody may miss a change unknowingly: those who were not told come back and resume from where they were. */
function dismissAll(group: Group, error: unknown, log: Logger): void {
  log.error({ err: error }, 'telling a change failed; its subscribers are sent away to resume')
  for (const { operation } of group.subscribers) operation.dismiss()
}

/** The question asked: where it resumes is not part of it. */
function keyOf({ document, operationName, variables }: CalendarOperation): string {
  const { after: _after, ...rest } = variables ?? {}
  return JSON.stringify([document.loc?.source.body, operationName, rest])
}

async function broadcast(schema: GraphQLSchema, group: Group, changes: readonly LiveChange[]): Promise<void> {
  for (const change of changes) {
    const waiting = [...group.subscribers].filter((each) => each.cursor === undefined)
    for (const each of waiting) if (each.queue.push(change) > MOST_CATCH_UP) each.operation.dismiss()
    const effect = effectOn(change, group.watched)
    if (effect === 'none') continue
    const ready = [...group.subscribers].filter((each) => each.cursor !== undefined && each.cursor < change.seq)
    if (ready.length === 0) continue
    const result = await render(schema, group, change, effect)
    for (const each of ready) tell(each, change.seq, result)
  }
}

function tell(subscriber: Subscriber, seq: number, result: string): void {
  subscriber.cursor = seq
  void subscriber.operation.send(result)
}

/** Reads the log from where the subscriber was, then lets it go on with what came meanwhile. */
async function catchUp(
  schema: GraphQLSchema,
  clinicId: string,
  group: Group,
  subscriber: Subscriber,
  after: number,
): Promise<void> {
  const { db } = subscriber.operation.context.services
  const { reach, missed } = await inClinic(db, clinicId, async (trx) => {
    const reach = await getLogReach(trx, clinicId)
    const told = after >= reach.oldest - 1 && after <= reach.head && reach.head - after <= MOST_CATCH_UP
    const rows = told ? await listChanges(trx, clinicId, after, MOST_CATCH_UP) : undefined
    return { reach, missed: rows && (await loadItems(trx, clinicId, rows)) }
  })
  let cursor = after
  const tellOf = async (change: LiveChange) => {
    if (change.seq <= cursor || !group.subscribers.has(subscriber)) return
    cursor = change.seq
    const effect = effectOn(change, group.watched)
    if (effect !== 'none') await subscriber.operation.send(await render(schema, group, change, effect))
  }
  if (!missed) {
    await subscriber.operation.send(await renderPayload(schema, group, lostPayload(reach.head, subscriber)))
    cursor = reach.head
  }
  for (const change of missed ?? []) await tellOf(change)
  for (let next = subscriber.queue.shift(); next; next = subscriber.queue.shift()) await tellOf(next)
  subscriber.cursor = cursor
}

function render(schema: GraphQLSchema, group: Group, change: LiveChange, effect: Effect): Promise<string> {
  return renderPayload(schema, group, {
    cursor: String(change.seq),
    at: change.at,
    actor: change.actor,
    clientMutationId: change.clientMutationId ?? null,
    upserted: effect === 'upsert' ? change.item : null,
    removedId: effect === 'remove' ? change.id : null,
    snapshotRequired: effect === 'snapshot',
    itemKind: change.kind,
    itemId: change.id,
  })
}

/** What is said when the log no longer reaches back to where the subscriber was. */
function lostPayload(head: number, subscriber: Subscriber) {
  return {
    cursor: String(head),
    at: subscriber.operation.context.services.now(),
    actor: { kind: 'system', name: 'Daybook' },
    clientMutationId: null,
    upserted: null,
    removedId: null,
    snapshotRequired: true,
    itemKind: null,
    itemId: null,
  }
}

async function renderPayload(schema: GraphQLSchema, { operation }: Group, rootValue: object): Promise<string> {
  const result: ExecutionResult = await execute({
    schema,
    document: operation.document,
    operationName: operation.operationName,
    variableValues: operation.variables,
    contextValue: operation.context,
    rootValue,
  })
  if (result.errors) throw result.errors[0]
  return JSON.stringify(result)
}
