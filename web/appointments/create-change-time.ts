import { createMemo, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { localDateOf, wallClock } from '../../domain/zone.ts'
import { createRehearsal, isSameQuestion } from '../booking/create-rehearsal.ts'
import { instantAt } from '../booking/draft.ts'
import type { Override } from '../booking/refusal.ts'
import type { Desk } from '../calendar/desk.ts'
import { type Card, NOBODY, type Place, therapistsOf } from '../calendar/store/book.ts'
import { isSamePlace, placeOf } from '../calendar/store/moves.ts'
import { rehearseSessionPlace } from '../event-sessions/send-session.ts'
import { inputOfMove, rehearseMove } from './send-move.ts'

export interface ChangeTimeOptions {
  readonly desk: Desk
  readonly card: Card
  readonly onMoved: (card: Card) => void
}

export interface TimeEntries {
  readonly date: string
  readonly start: string
  readonly end: string
  /** The therapist; of a session, all who run it. */
  readonly therapistIds: readonly string[]
  readonly roomId: string | null
}

/** An appointment or a session being given another place: what is entered, and what stands against it. */
export function createChangeTime(props: ChangeTimeOptions) {
  const { desk } = props
  const [entries, setEntries] = createStore<TimeEntries>(entriesOf(props.card, desk.zone))
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  const place = createMemo(() => placeOfEntries(entries, desk.zone, props.card.session !== undefined))
  const question = createMemo(
    () => {
      const to = place()
      if (!to || isSamePlace(to, props.card)) return undefined
      const { id, version: expectedVersion } = props.card
      return {
        input: { id, expectedVersion, from: placeOf(props.card), to },
        stand: [desk.shown().book.truth().cursor],
      }
    },
    undefined,
    { equals: isSameQuestion },
  )
  const rehearsal = createRehearsal(question, (asked) =>
    props.card.session ? rehearseSessionPlace(asked) : rehearseMove(inputOfMove(asked)),
  )

  async function move(to: Place | undefined = place(), override?: Override): Promise<void> {
    setFailure(undefined)
    if (busy()) return
    if (!to) return void setFailure('Write the day, the start and the end.')
    setBusy(true)
    const outcome = await desk.mover.ask(props.card, to, override)
    setBusy(false)
    if (outcome.kind === 'moved') props.onMoved(outcome.card)
    else if (outcome.kind === 'failed') setFailure(outcome.message)
    else if (outcome.kind === 'refused')
      rehearsal.tell({
        alternatives: outcome.alternatives,
        problems: outcome.problems.map((each) => ({ ...each, path: null })),
      })
  }
  return { entries, set: setEntries, place, busy, failure, refused: rehearsal.answer, move }
}

function entriesOf(card: Card, zone: string): TimeEntries {
  return {
    date: localDateOf(card.startsAt, zone),
    start: wallClock(card.startsAt, zone).time,
    end: wallClock(card.endsAt, zone).time,
    therapistIds: therapistsOf(card),
    roomId: card.roomId,
  }
}

function placeOfEntries(entries: TimeEntries, zone: string, isSession: boolean): Place | undefined {
  const { date, start, end, therapistIds, roomId } = entries
  const [startsAt, endsAt] = [instantAt(date, start, zone), instantAt(date, end, zone)]
  if (startsAt === undefined || endsAt === undefined) return undefined
  const [therapistId = NOBODY, ...others] = therapistIds
  return { startsAt, endsAt, therapistId, ...(isSession && { otherTherapistIds: others }), roomId }
}

/** Another start takes the end along. */
export function keepLength(before: TimeEntries, start: string): Partial<TimeEntries> {
  const [from, to, end] = [minutesOf(before.start), minutesOf(start), minutesOf(before.end)]
  if (from === undefined || to === undefined || end === undefined) return { start }
  const later = Math.max(0, Math.min(end + to - from, 24 * 60 - 1))
  const two = (number: number) => String(number).padStart(2, '0')
  return { start, end: `${two(Math.floor(later / 60))}:${two(later % 60)}` }
}

function minutesOf(time: string): number | undefined {
  const [hours, minutes] = time.split(':').map(Number)
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes
}
