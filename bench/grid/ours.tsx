import '../../web/ui/tokens.css'
import '../../web/ui/base.css'
import { render } from 'solid-js/web'
import { rightsOf } from '../../domain/rights.ts'
import type { LoggedChange } from '../../web/calendar/store/apply-change.ts'
import type { Card as BookCard, Column, Snapshot } from '../../web/calendar/store/book.ts'
import { unmarked } from '../../web/calendar/store/mark.ts'
import type { Move, MoveOutcome } from '../../web/calendar/store/moves.ts'
import { CalendarGrid } from '../../web/calendar/view/calendar-grid.tsx'
import { createBook, type LiveBook } from '../../web/calendar/view/create-book.ts'
import type { Contender } from './contender.ts'
import { type Card, type Day, dayText, firstMinute, hourHeight, lastMinute } from './day.ts'

const zone = 'America/New_York'
/** Midnight in New York. */
const midnight = Date.parse(`${dayText}T05:00:00Z`)

export function makeContender(): Contender {
  let book: LiveBook | undefined
  let cursor = 1
  return {
    scrollsItself: true,
    mount(host, day) {
      const snapshot = snapshotOf(day)
      const live = createBook(snapshot)
      book = live
      render(
        () => (
          <CalendarGrid
            book={live}
            columns={snapshot.resources}
            dates={[dayText]}
            zone={zone}
            stepMinutes={5}
            viewer={{ rights: rightsOf('receptionist') }}
            allowsOverbooking
            hourHeight={hourHeight}
            now={midnight}
            onMove={(move) => acceptMove(live, move)}
          />
        ),
        host,
      )
    },
    apply(cards) {
      book?.apply(...cards.map((card) => changeOf(card, ++cursor)))
    },
    isOrnament: ({ target, removedNodes }) =>
      (target as Element).closest?.('[role=status]') != null ||
      [...removedNodes].some((node) => (node as Element).className === 'card-flash'),
  }
}

function snapshotOf({ columns, cards }: Day): Snapshot {
  const open = { start: at(firstMinute), end: at(lastMinute) }
  const resources = columns.map(
    ({ id, name }): Column => ({ id, name, kind: 'therapist', detail: 'LCSW', active: true }),
  )
  return {
    cursor: '1',
    cards: cards.map(bookCard),
    timeOff: [],
    holds: [],
    closures: [],
    openHours: new Map(columns.map(({ id }) => [id, [open]])),
    resources,
  }
}

function bookCard(card: Card): BookCard {
  return {
    id: card.id,
    version: card.version,
    status: 'booked',
    startsAt: at(card.startMinute),
    endsAt: at(card.endMinute),
    therapistId: `column-${card.column}`,
    roomId: null,
    clientId: `client of ${card.id}`,
    clientName: card.client,
    typeId: card.type,
    typeName: card.type,
    hue: card.hue,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    overbooked: false,
    confirmedAt: null,
    repeats: false,
    notes: null,
    mark: unmarked,
  }
}

function changeOf(card: Card, cursor: number): LoggedChange {
  const actor = { kind: 'MEMBER', name: 'Rosa Quinn' } as const
  return { kind: 'card', card: bookCard(card), cursor: String(cursor), actor, clientMutationId: null }
}

async function acceptMove(book: LiveBook, { id, to }: Move): Promise<MoveOutcome> {
  const card = book.truth().cards.get(id)!
  return { kind: 'moved', card: { ...card, ...to, version: card.version + 1 } }
}

function at(minute: number): number {
  return midnight + minute * 60_000
}
