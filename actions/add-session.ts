import type { Session } from '../db/queries/event-sessions.ts'
import { lockSessionsOf } from '../db/queries/event-sessions.ts'
import { type EventRow, lockEvent } from '../db/queries/events.ts'
import { type Instant, MINUTE } from '../domain/interval.ts'
import { changeClinic, type Repeatable } from './change-clinic.ts'
import { refusalOfPlaces, refuseChange, type SessionRefusal, tellSession } from './change-session.ts'
import type { ActionContext } from './context.ts'
import { notFound } from './errors.ts'
import { checkedFacilitators, checkedReference } from './event-fields.ts'
import { checkEventRight } from './event-rights.ts'
import { checkId } from './ids.ts'
import { checkedOverride, type OverrideInput } from './override.ts'
import { decidePlaces, writePlaces } from './place-sessions.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { eventProblem } from './refuse-event.ts'

/** One session besides those of the rule; what is left out is as the event says. */
export interface AddSessionInput extends Repeatable, OverrideInput {
  readonly eventId: string
  readonly startsAt: Instant
  readonly endsAt?: Instant | null
  readonly facilitatorIds?: readonly string[] | null
  readonly roomId?: string | null
}

export interface SessionAdded {
  readonly kind: 'session-added'
  readonly session: Session
}

/** Adds a session to an event, as RDATE does. */
export function addSession(context: ActionContext, input: AddSessionInput): Promise<SessionAdded | BookingRefused> {
  const { clinicId } = context.caller
  checkId(input.eventId, 'event', ['input', 'eventId'])
  const override = checkedOverride(context, input)
  const facilitatorIds = input.facilitatorIds ? checkedFacilitators(input.facilitatorIds) : undefined
  const roomId = checkedReference(input.roomId, 'room')
  return changeClinic<SessionAdded, SessionRefusal, BookingRefused>(context, {
    operation: 'addSession',
    input,
    tell: ({ homeless, ...refused }) => tellSession(context, refused, homeless),
    work: async (trx) => {
      const now = context.now()
      const event = await lockEvent(trx, clinicId, input.eventId)
      if (!event) throw notFound('event', ['input', 'eventId'], input.eventId)
      checkEventRight(context, event.facilitatorIds)
      const sessions = await lockSessionsOf(trx, clinicId, event.id)
      const impossible = whyNot(event, sessions, input.startsAt)
      if (impossible) return { refused: impossible }
      const wanted = {
        ...{ originalStartsAt: input.startsAt, startsAt: input.startsAt },
        endsAt: input.endsAt ?? input.startsAt + event.minutes * MINUTE,
        facilitatorIds: facilitatorIds ?? event.facilitatorIds,
        roomId: roomId === undefined ? event.roomId : roomId,
        ...{ capacity: event.capacity, onlineUrl: event.onlineUrl },
      }
      const change = { trx, clinicId, now }
      const placed = await decidePlaces(change, event.title, [wanted], override)
      const refused = refusalOfPlaces(placed)
      if (refused) return { refused }
      const { standing, log } = await writePlaces(change, placed, { event, override, action: 'add session' })
      return { written: { kind: 'session-added', session: standing.get(wanted)! }, log }
    },
  })
}

function whyNot(event: EventRow, sessions: readonly Session[], startsAt: Instant): BookingRefused | undefined {
  if (event.publishStatus === 'archived')
    return refuseChange([eventProblem('TERMINAL_STATUS', `${event.title} is archived.`, ['input', 'eventId'])])
  const there = sessions.find((each) => each.originalStartsAt === startsAt)
  if (!there) return undefined
  const what = there.status === 'cancelled' ? 'a cancelled session, which can be restored' : 'a session'
  const message = `${event.title} has ${what} from then.`
  return refuseChange([eventProblem('INVALID_INTERVAL', message, ['input', 'startsAt'])])
}
