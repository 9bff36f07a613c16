import { type Accessor, createMemo } from 'solid-js'
import { type Facts, judge } from '../calendar/drag/judge.ts'
import type { BookableType, ClinicFacts } from '../calendar/read-day.ts'
import type { Column, Place } from '../calendar/store/book.ts'
import type { PlannedSlot } from '../calendar/view/grid-props.ts'
import { type Draft, spanOf } from './draft.ts'
import { cardOfDraft } from './draft-card.ts'
import { suggestRoom, suggestTherapist, type Wanted } from './suggest.ts'

export interface WantedOptions {
  readonly zone: string
  facts(): ClinicFacts
  /** What is known of the day; undefined when another day is shown. */
  known(date: string): Facts | undefined
}

/** What a draft comes to, with what is suggested for what was left open. */
export interface WantedPlace {
  readonly type: Accessor<BookableType | undefined>
  readonly place: Accessor<Place | undefined>
  readonly suggestedTherapist: Accessor<Column | undefined>
  readonly suggestedRoom: Accessor<Column | undefined>
  /** What stands against it as far as this page knows. */
  readonly guess: Accessor<readonly string[]>
  /** As the grid marks it. */
  readonly plan: Accessor<PlannedSlot | undefined>
}

export function createWanted(draft: Draft, options: WantedOptions): WantedPlace {
  const type = createMemo(() => options.facts().types.find((each) => each.id === draft.typeId))
  const span = createMemo(() => spanOf(draft, options.zone))
  const known = () => options.known(draft.date)

  // Another day on the screen takes back nothing of what was suggested for this one.
  const suggestion = (suggest: typeof suggestRoom) =>
    createMemo<Column | undefined>((before) => {
      const [interval, facts] = [intervalOf(span(), type()), known()]
      return interval && facts ? suggest(interval, options.facts().resources, facts) : before
    })
  const suggestedTherapist = suggestion(suggestTherapist)
  const suggestedRoom = suggestion(suggestRoom)

  const place = createMemo((): Place | undefined => {
    const therapistId = draft.therapistId ?? suggestedTherapist()?.id
    const when = span()
    if (!when || !type() || therapistId === undefined) return undefined
    const suggested = type()!.needsRoom ? (suggestedRoom()?.id ?? null) : null
    return { ...when, therapistId, roomId: draft.roomId === undefined ? suggested : draft.roomId }
  })
  const guess = createMemo((): readonly string[] => {
    const [where, what, facts] = [place(), type(), known()]
    if (!where || !what || !facts) return []
    const { blocked, warnings } = judge(cardOfDraft(draft, where, what, ''), where, facts)
    return blocked ? [blocked] : warnings
  })
  const plan = createMemo((): PlannedSlot | undefined => {
    const [where, what] = [place(), type()]
    return where && what && { place: where, hue: what.hue, label: draft.client?.name ?? draft.newClient?.name ?? '' }
  })
  return { type, place, suggestedTherapist, suggestedRoom, guess, plan }
}

function intervalOf(span: ReturnType<typeof spanOf>, type: BookableType | undefined): Wanted | undefined {
  if (!span || !type) return undefined
  const { bufferBeforeMinutes, bufferAfterMinutes } = type
  return { start: span.startsAt, end: span.endsAt, bufferBeforeMinutes, bufferAfterMinutes }
}
