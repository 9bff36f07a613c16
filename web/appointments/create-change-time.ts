import { createMemo, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { localDateOf, wallClock } from '../../domain/zone.ts'
import { createRehearsal, isSameQuestion } from '../booking/create-rehearsal.ts'
import { instantAt } from '../booking/draft.ts'
import type { Override } from '../booking/refusal.ts'
import type { Desk } from '../calendar/desk.ts'
import type { Card, Place } from '../calendar/store/book.ts'
import { isSamePlace } from '../calendar/store/moves.ts'
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
  readonly therapistId: string
  readonly roomId: string | null
}

/** An appointment being given another place: what is entered, and what stands against it. */
export function createChangeTime(props: ChangeTimeOptions) {
  const { desk } = props
  const [entries, setEntries] = createStore<TimeEntries>(entriesOf(props.card, desk.zone))
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  const place = createMemo(() => placeOfEntries(entries, desk.zone))
  const question = createMemo(
    () => {
      const to = place()
      if (!to || isSamePlace(to, props.card)) return undefined
      const { id, version: expectedVersion } = props.card
      return { input: inputOfMove({ id, expectedVersion, to }), stand: [desk.shown().book.truth().cursor] }
    },
    undefined,
    { equals: isSameQuestion },
  )
  const rehearsal = createRehearsal(question, rehearseMove)

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
    therapistId: card.therapistId,
    roomId: card.roomId,
  }
}

function placeOfEntries({ date, start, end, therapistId, roomId }: TimeEntries, zone: string): Place | undefined {
  const [startsAt, endsAt] = [instantAt(date, start, zone), instantAt(date, end, zone)]
  return startsAt === undefined || endsAt === undefined ? undefined : { startsAt, endsAt, therapistId, roomId }
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
