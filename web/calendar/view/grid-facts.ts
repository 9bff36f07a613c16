import type { Facts } from '../drag/judge.ts'
import type { Clock } from '../layout/clock.ts'
import { openHoursOf } from '../store/book.ts'
import { overlay, shownCard } from '../store/pending.ts'
import type { CalendarGridProps } from './grid-props.ts'

type Known = Pick<CalendarGridProps, 'book' | 'viewer' | 'allowsOverbooking' | 'isMyHold'>

/** What the grid knows that bears on where a card may go, as it stands now. */
export function gridFacts(props: Known, clock: Clock, now: number): Facts {
  const [book, pending] = [props.book.truth(), props.book.pending()]
  return {
    now,
    clock,
    viewer: props.viewer,
    allowsOverbooking: props.allowsOverbooking ?? false,
    resource: (id) => book.resources.get(id),
    cardsOn: (id) => overlay(book, pending, id),
    holdsOn: (id) => book.holdsByResource.get(id) ?? [],
    isMyHold: (hold) => props.isMyHold?.(hold) ?? false,
    cardsOf: (clientId) =>
      [...book.cards.values()]
        .filter((card) => card.clientId === clientId)
        .map((card) => shownCard(book, pending, card.id) ?? card),
    openHours: (resource) => openHoursOf(book, resource),
    closures: book.closures,
    timeOff: (id) => book.timeOffByResource.get(id) ?? [],
    elsewhere: (id) => book.elsewhere.get(id) ?? [],
    isSaving: (id) => pending.has(id),
  }
}
