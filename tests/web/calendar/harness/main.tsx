import '@fontsource-variable/inter'
import '../../../../web/ui/tokens.css'
import '../../../../web/ui/base.css'
import { render } from 'solid-js/web'
import { rightsOf } from '../../../../domain/rights.ts'
import { instantOf } from '../../../../domain/zone.ts'
import type { Card } from '../../../../web/calendar/store/book.ts'
import type { Move, MoveOutcome, Refusal } from '../../../../web/calendar/store/moves.ts'
import { CalendarGrid } from '../../../../web/calendar/view/calendar-grid.tsx'
import { createBook, type LiveBook } from '../../../../web/calendar/view/create-book.ts'
import { createHoldClock } from '../../../../web/calendar/view/create-hold-clock.ts'
import type { GridCommands, PickedSlot } from '../../../../web/calendar/view/grid-props.ts'
import { Toasts } from '../../../../web/ui/toast.tsx'
import { sampleDay } from './sample-day.ts'

/** What a test reads and does in the page. */
export interface Harness {
  readonly book: LiveBook
  readonly commands: GridCommands
  /** Every move put to the server, oldest first. */
  readonly moves: Move[]
  readonly refusals: Refusal[]
  readonly opened: string[]
  readonly openedHolds: string[]
  readonly picked: PickedSlot[]
  readonly said: string[]
  /** With `?answers=held`, moves wait until they are answered here. */
  answer(outcome: MoveOutcome | 'moved'): void
  card(id: string): Card | undefined
}

declare global {
  interface Window {
    harness: Harness
  }
}

const wanted = new URLSearchParams(location.search)
const zone = wanted.get('zone') ?? 'America/New_York'
const date = wanted.get('date') ?? '2027-03-03'
const view = wanted.get('view') ?? 'therapists'
const role = wanted.get('role') ?? 'receptionist'
const theme = wanted.get('theme')
if (theme) document.documentElement.dataset.theme = theme

const snapshot = sampleDay({
  therapists: Number(wanted.get('therapists') ?? 8),
  rooms: Number(wanted.get('rooms') ?? 4),
  perTherapist: Number(wanted.get('cards') ?? 8),
  date,
  zone,
})
const book = createBook(snapshot)
const columns = snapshot.resources.filter((each) => view === 'both' || view === `${each.kind}s`)
const held: { move: Move; resolve: (outcome: MoveOutcome) => void }[] = []

function moved(move: Move): MoveOutcome {
  const card = book.truth().cards.get(move.id)!
  return { kind: 'moved', card: { ...card, ...move.to, version: move.expectedVersion + 1 } }
}

async function onMove(move: Move): Promise<MoveOutcome> {
  harness.moves.push(move)
  if (wanted.get('answers') !== 'held') return moved(move)
  return new Promise((resolve) => held.push({ move, resolve }))
}

const harness: Harness = {
  book,
  commands: undefined as never,
  moves: [],
  refusals: [],
  opened: [],
  openedHolds: [],
  picked: [],
  said: [],
  answer(outcome) {
    const { move, resolve } = held.shift()!
    resolve(outcome === 'moved' ? moved(move) : outcome)
  },
  card: (id) => book.truth().cards.get(id),
}
window.harness = harness

const app = document.querySelector<HTMLElement>('#app')!
function App() {
  const holdNow = createHoldClock(() => book)
  return (
    <>
      <CalendarGrid
        book={book}
        columns={columns}
        dates={[date]}
        zone={zone}
        stepMinutes={15}
        hourHeight={Number(wanted.get('hour') ?? 72)}
        locale={wanted.get('locale') ?? 'en-US'}
        viewer={
          role === 'reader'
            ? { rights: new Set(['read_calendar']) }
            : { rights: rightsOf(role === 'therapist' ? 'therapist' : 'receptionist'), therapistId: 't0' }
        }
        now={instantOf(date, wanted.get('now') ?? '10:20', zone)}
        onMove={onMove}
        onRefused={(refusal) => harness.refusals.push(refusal)}
        onOpenCard={(id) => harness.opened.push(id)}
        holdNow={holdNow()}
        isMyHold={(hold) => hold.id.startsWith('mine')}
        onOpenHold={(id) => harness.openedHolds.push(id)}
        onPickSlot={(slot) => harness.picked.push(slot)}
        onAnnounce={(text) => harness.said.push(text)}
        onReady={(commands) => Object.assign(harness, { commands })}
      />
      <Toasts />
    </>
  )
}

render(() => <App />, app)
