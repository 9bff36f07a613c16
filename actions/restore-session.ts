import type { Session } from '../db/queries/event-sessions.ts'
import type { VersionedInput } from './change-record.ts'
import { changeSession, refusalOfPlaces, refuseChange } from './change-session.ts'
import type { ActionContext } from './context.ts'
import { fillLines } from './fill-places.ts'
import { checkedOverride, type OverrideInput } from './override.ts'
import { decidePlaces, writePlaces } from './place-sessions.ts'
import type { BookingRefused } from './refuse-booking.ts'
import { eventProblem } from './refuse-event.ts'

export interface RestoreSessionInput extends VersionedInput, OverrideInput {}

export interface SessionRestored {
  readonly kind: 'session-restored'
  readonly session: Session
}

/** Lets a cancelled session take place after all, where nothing else has taken its time meanwhile. */
export function restoreSession(
  context: ActionContext,
  input: RestoreSessionInput,
): Promise<SessionRestored | BookingRefused> {
  const override = checkedOverride(context, input)
  return changeSession<SessionRestored>(context, 'restoreSession', input, async (change) => {
    const { event, session } = change
    if (session.status !== 'cancelled')
      return { refused: refuseChange([eventProblem('TERMINAL_STATUS', `${session.title} was not cancelled.`)]) }
    if (event.publishStatus === 'archived')
      return { refused: refuseChange([eventProblem('TERMINAL_STATUS', `${event.title} is archived.`)]) }
    const { originalStartsAt, startsAt, endsAt, facilitatorIds, roomId, capacity, onlineUrl } = session
    const wanted = { originalStartsAt, startsAt, endsAt, facilitatorIds, roomId, capacity, onlineUrl }
    const placed = await decidePlaces(change, session.title, [wanted], override)
    const refused = refusalOfPlaces(placed)
    if (refused) return { refused }
    const [decision] = placed.decisions.values()
    const again = { ...wanted, session }
    const back = { ...placed, wanted: [again], decisions: new Map([[again, decision!]]) }
    const { standing, log } = await writePlaces(change, back, {
      ...{ event, override, action: 'restore session' },
      change: () => ({ status: 'scheduled', cancelledAt: null, cancellationNote: null }),
    })
    const filled = await fillLines(context, change.trx, change.clinicId, event.id)
    return { written: { kind: 'session-restored', session: standing.get(again)! }, log: [...log, ...filled] }
  })
}
