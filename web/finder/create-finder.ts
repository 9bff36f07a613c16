import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import { mayChangeAppointment } from '../../domain/rights.ts'
import { type LocalDate, localDateOf } from '../../domain/zone.ts'
import { ask } from '../api/client.ts'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import type { Desk } from '../calendar/desk.ts'
import { type AvailableSlotsInput, FindSlotsDocument } from '../generated/graphql.ts'
import { makePause } from '../ui/make-pause.ts'
import { type FinderEntries, inputOf, MOST_SLOTS, problemOf } from './entries.ts'
import { apart, type FoundSlot, foundSlot } from './found-slot.ts'

export interface Found {
  readonly slots: readonly FoundSlot[]
  readonly reasons: readonly string[]
  readonly nextFit: FoundSlot | undefined
  /** The day to look on from, where there may be more. */
  readonly later: LocalDate | undefined
}

export interface Finder {
  readonly entries: Accessor<FinderEntries>
  readonly set: (change: Partial<FinderEntries>) => void
  /** The last answer; kept while the next is awaited. */
  readonly found: Accessor<Found | undefined>
  readonly looking: Accessor<boolean>
  /** Why nothing is asked, while the entries make no sense. */
  readonly problem: Accessor<string | undefined>
  readonly failure: Accessor<RequestFailed | undefined>
  readonly again: () => void
}

const LIVE_PAUSE_MS = 800

/** Looks for slots whenever what is wanted changes, and again when the book has: what it offers can be booked. */
export function createFinder(desk: Desk, first: FinderEntries, keep: (entries: FinderEntries) => void): Finder {
  const [entries, setEntries] = createSignal(first)
  const [found, setFound] = createSignal<Found>()
  const [looking, setLooking] = createSignal(true)
  const [failure, setFailure] = createSignal<RequestFailed>()
  const question = createMemo(() => inputOf(mineOf(entries(), desk), desk.now(), desk.zone), undefined, {
    equals: isSameInput,
  })
  let latest = 0

  async function look(input: AvailableSlotsInput | undefined): Promise<void> {
    const mine = ++latest
    setLooking(input !== undefined)
    if (!input) return void setFound(undefined)
    try {
      const answer = await find(input, desk.zone)
      if (mine !== latest) return
      setFound(answer)
      setFailure(undefined)
    } catch (reason) {
      if (mine === latest) setFailure(asFailure(reason))
    } finally {
      if (mine === latest) setLooking(false)
    }
  }

  const lookAgain = makePause(() => void look(question()), LIVE_PAUSE_MS)
  createEffect(on(question, (input) => void look(input)))
  createEffect(on([() => desk.shown().book.truth().cursor], () => lookAgain(''), { defer: true }))
  return {
    entries,
    set(change) {
      keep(setEntries((before) => ({ ...before, ...change })))
    },
    found,
    looking,
    problem: () => problemOf(entries(), desk.now(), desk.zone),
    failure,
    again: () => void look(question()),
  }
}

/** The first thing the clinic offers, with anybody, from the day on the screen on. */
export function usualEntries(desk: Desk): FinderEntries {
  const today = localDateOf(desk.now(), desk.zone)
  const shown = desk.shown().date
  return {
    typeId: desk.clinic().types[0]?.id ?? '',
    ...{ therapistIds: [], features: [], weekdays: [] },
    ...{ part: 'any', earliest: '', latest: '' },
    from: shown > today ? shown : today,
    days: '28',
    client: undefined,
  }
}

/** The therapists with whom the viewer may book. */
export function bookable({ clinic, viewer }: Desk) {
  return clinic().resources.filter(
    (each) =>
      each.kind === 'therapist' && each.active && mayChangeAppointment(viewer.rights, each.id, viewer.therapistId),
  )
}

/** With nobody chosen it is anybody with whom the viewer may book: a therapist is offered her own time alone. */
function mineOf(entries: FinderEntries, desk: Desk): FinderEntries {
  if (entries.therapistIds.length > 0 || desk.viewer.rights.has('edit_any_appointment')) return entries
  return { ...entries, therapistIds: bookable(desk).map((each) => each.id) }
}

async function find(input: AvailableSlotsInput, zone: string): Promise<Found> {
  const { availableSlots } = await ask(FindSlotsDocument, { input })
  const slots = availableSlots.slots.map(foundSlot)
  const last = slots.length === MOST_SLOTS ? slots.at(-1) : undefined
  return {
    slots: apart(slots),
    later: last && localDateOf(last.place.startsAt, zone),
    reasons: availableSlots.reasons.map((each) => each.message),
    nextFit: availableSlots.nextFit ? foundSlot(availableSlots.nextFit) : undefined,
  }
}

function isSameInput(a: AvailableSlotsInput | undefined, b: AvailableSlotsInput | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
