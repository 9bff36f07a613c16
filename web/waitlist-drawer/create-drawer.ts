import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import { mayChangeAppointment } from '../../domain/rights.ts'
import { dayInterval, type LocalDate } from '../../domain/zone.ts'
import { ask } from '../api/client.ts'
import { createPages, type Pages } from '../api/create-pages.ts'
import type { Override, Refused } from '../booking/refusal.ts'
import type { Desk } from '../calendar/desk.ts'
import { type Card, NOBODY, type Place } from '../calendar/store/book.ts'
import type { LitTime } from '../calendar/view/grid-props.ts'
import { WaitlistDocument, type WaitlistLineFragment } from '../generated/graphql.ts'
import { showFailure } from '../ui/show-failure.ts'
import { showToast } from '../ui/toast.tsx'
import { whenWaitlistChanges } from '../waitlist/when-waitlist-changes.ts'
import { makeWaitlistBooking } from './book-waiting.ts'
import { litBy, readFitting } from './fitting.ts'
import { isThere, newCard, placeAt, wholePlace } from './new-card.ts'

const PAGE = 50

/** What was refused to somebody from the waitlist, and where. */
export interface RefusedPlace {
  readonly entry: WaitlistLineFragment
  readonly place: Place
  readonly refused: Refused
}

/** Those who wait, beside the day, to be put on it. */
export interface Drawer {
  readonly pages: Pages<WaitlistLineFragment>
  /** Whose fitting slots are lit. */
  readonly chosen: Accessor<WaitlistLineFragment | undefined>
  readonly choose: (entry: WaitlistLineFragment) => void
  /** Where the chosen one would fit; undefined while that is being read. */
  readonly fitting: Accessor<readonly Place[] | undefined>
  readonly lit: Accessor<readonly LitTime[]>
  readonly refusal: Accessor<RefusedPlace | undefined>
  readonly dismiss: () => void
  /** Whether one of them is in hand by keys or clicks. */
  readonly isPlacing: Accessor<boolean>
  /** Takes the entry in hand at its first fitting slot, to be carried by keys or clicks. */
  readonly lift: (entry: WaitlistLineFragment) => Promise<void>
  /** Takes it in hand by the pointer. */
  readonly drag: (entry: WaitlistLineFragment, down: PointerEvent) => void
  /** What speaks against that place, where it is none of those that would suit. */
  readonly doubt: (card: Card, place: Place) => string | undefined
  /** Books what was dropped there. */
  readonly drop: (card: Card, place: Place) => Promise<void>
  readonly book: (entry: WaitlistLineFragment, place: Place, override?: Override) => Promise<void>
}

export function createDrawer(desk: Desk): Drawer {
  const [chosenId, setChosenId] = createSignal<string>()
  const [refusal, setRefusal] = createSignal<RefusedPlace>()
  const [isPlacing, setPlacing] = createSignal(false)
  const pages = createPages(
    () => null,
    async (_, after) => (await ask(WaitlistDocument, { filter: null, first: PAGE, after })).waitlist,
  )
  whenWaitlistChanges(() => void pages.refresh())
  const entryOf = (id: string | undefined) => pages.nodes()?.find((each) => each.id === id)
  const chosen = () => entryOf(chosenId())
  const fitting = createFitting(desk, chosen)
  const send = makeWaitlistBooking(desk)

  async function book(entry: WaitlistLineFragment, place: Place, override?: Override): Promise<void> {
    setRefusal(undefined)
    const outcome = await send(entry, place, override)
    if (outcome === 'booked') void pages.refresh()
    else if (outcome) setRefusal({ entry, place, refused: outcome })
  }

  const choose = (entry: WaitlistLineFragment) => setChosenId(entry.id)
  return {
    ...{ pages, chosen, choose, fitting, refusal, isPlacing, book },
    lit: createMemo(() => litBy(fitting() ?? [])),
    dismiss: () => setRefusal(undefined),
    async lift(entry) {
      choose(entry)
      setRefusal(undefined)
      const first = (fitting() ?? (await fittingOf(desk, entry.id)))[0]
      setPlacing(true)
      const makeCard = (at: Parameters<typeof placeAt>[1]) =>
        newCard(entry, first ? { ...first, roomId: null } : placeAt(entry, at))
      // On a narrow screen the drawer stands where the day will be.
      queueMicrotask(() => desk.commands()?.liftNew(makeCard, () => setPlacing(false)))
    },
    drag(entry, down) {
      choose(entry)
      setRefusal(undefined)
      desk.commands()?.bringNew((at) => newCard(entry, placeAt(entry, at)), down)
    },
    doubt(card, place) {
      const slots = card.id === chosenId() ? fitting() : undefined
      if (!slots || slots.some((slot) => isThere(slot, place))) return undefined
      return `Not one of the times that would suit ${card.clientName}.`
    },
    async drop(card, place) {
      const entry = entryOf(card.id)
      if (!entry) return
      const whole = wholePlace(entry, place, fitting() ?? [], desk)
      if (whole.therapistId !== NOBODY) return book(entry, whole)
      desk.commands()?.say('No therapist is free for that room then.')
      showToast({ tone: 'problem', text: 'No therapist is free for that room then.' })
    },
  }
}

/** Without an answer there is nowhere to begin but where the keyboard is. */
async function fittingOf(desk: Desk, id: string): Promise<readonly Place[]> {
  try {
    return await readOwnFitting(desk, id, desk.shown().date)
  } catch (reason) {
    showFailure(reason)
    return []
  }
}

/** Where the entry fits on the day, with whom the viewer may book. */
async function readOwnFitting({ viewer, zone }: Desk, id: string, date: LocalDate): Promise<readonly Place[]> {
  const { rights, therapistId: own } = viewer
  const slots = await readFitting(id, dayInterval(date, zone))
  return slots.filter((each) => mayChangeAppointment(rights, each.therapistId, own))
}

/** Where the chosen entry would fit on the day, read again with whatever is booked there. */
function createFitting(
  desk: Desk,
  chosen: Accessor<WaitlistLineFragment | undefined>,
): Accessor<readonly Place[] | undefined> {
  const [found, setFound] = createSignal<{ readonly id: string; readonly slots: readonly Place[] }>()
  const question = createMemo(() => {
    const entry = chosen()
    const { book, date } = desk.shown()
    return entry && { id: entry.id, version: entry.version, date, cursor: book.truth().cursor }
  })
  createEffect(
    on(question, async (asked) => {
      if (!asked) return
      try {
        const slots = await readOwnFitting(desk, asked.id, asked.date)
        if (asked === question()) setFound({ id: asked.id, slots })
      } catch (reason) {
        showFailure(reason)
      }
    }),
  )
  return () => (found()?.id === chosen()?.id ? found()?.slots : undefined)
}
