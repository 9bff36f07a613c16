import type { Session, SessionRow } from '../db/queries/event-sessions.ts'
import { placesTakenProblem } from '../domain/event.ts'
import type { VersionedInput } from './change-record.ts'
import { cancelledRefusal, changeSession, refusalOfPlaces, refuseChange } from './change-session.ts'
import type { ActionContext } from './context.ts'
import { badInput } from './errors.ts'
import { checkedTexts } from './event-fields.ts'
import { fillLines } from './fill-places.ts'
import { checkedOverride, type OverrideInput } from './override.ts'
import { decidePlaces, writePlaces } from './place-sessions.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { eventProblem } from './refuse-event.ts'

/** What one session says otherwise than its event; what is left out stays, null goes by the event again. */
export interface UpdateSessionInput extends VersionedInput, OverrideInput {
  readonly title?: string | null
  readonly capacity?: number | null
  readonly onlineUrl?: string | null
  readonly publishStatus?: 'draft' | 'published' | 'archived' | null
  readonly status?: SessionRow['status'] | null
}

export interface SessionUpdated {
  readonly kind: 'session-updated'
  readonly session: Session
}

/** Changes what one session says. One that is moved online leaves its room; to cancel one or to move it is asked for by name. */
export function updateSession(
  context: ActionContext,
  input: UpdateSessionInput,
): Promise<SessionUpdated | BookingRefused> {
  const override = checkedOverride(context, input)
  const texts = checkedTexts({ title: input.title, capacity: input.capacity, onlineUrl: input.onlineUrl })
  const { publishStatus, status } = input
  if (publishStatus === 'archived') throw badInput('A session is a draft or published.', ['input', 'publishStatus'])
  if (status === 'cancelled' || status === 'rescheduled')
    throw badInput('Cancel a session by cancelSession, and move it by moveSession.', ['input', 'status'])
  return changeSession<SessionUpdated>(context, 'updateSession', input, async (change) => {
    const { event, session } = change
    const cancelled = cancelledRefusal(session)
    if (cancelled) return { refused: cancelled }
    const goesOnline = status === 'moved_online'
    const onlineUrl = texts.onlineUrl === undefined ? session.onlineUrl : (texts.onlineUrl ?? event.onlineUrl)
    if (goesOnline && onlineUrl === null) throw badInput('Say where it takes place online.', ['input', 'onlineUrl'])
    const capacity = texts.capacity === undefined ? session.capacity : (texts.capacity ?? event.capacity)
    const tooFew = placesTakenProblem(session.title, capacity, session.placesTaken)
    if (tooFew) return { refused: refuseChange([eventProblem('NO_PLACE_LEFT', tooFew, ['input', 'capacity'])]) }
    const { originalStartsAt, startsAt, endsAt, facilitatorIds } = session
    const wanted = {
      ...{ session, originalStartsAt, startsAt, endsAt, facilitatorIds, capacity, onlineUrl },
      roomId: goesOnline ? null : session.roomId,
    }
    const placed = await decidePlaces(change, session.title, [wanted], override)
    const refused = refusalOfPlaces(placed)
    if (refused) return { refused }
    const { standing, log } = await writePlaces(change, placed, {
      ...{ event, override, action: 'update session' },
      change: () => ({
        ...(input.title !== undefined && { ownTitle: texts.title ?? null }),
        ...(publishStatus && { publishStatus }),
        ...(status && { status }),
      }),
    })
    const filled = await fillLines(context, change.trx, change.clinicId, event.id)
    return { written: { kind: 'session-updated', session: standing.get(wanted)! }, log: [...log, ...filled] }
  })
}
