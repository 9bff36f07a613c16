import { type Accessor, createSignal } from 'solid-js'
import { sendMove } from '../appointments/send-move.ts'
import type { Override } from '../booking/refusal.ts'
import { sendSessionMove } from '../event-sessions/send-session.ts'
import type { SeriesScope } from '../generated/graphql.ts'
import type { Holds } from '../holds/create-holds.ts'
import type { SeriesPrompt } from '../series/create-series-prompt.ts'
import { showToast } from '../ui/toast.tsx'
import type { Card, Place } from './store/book.ts'
import { isSamePlace, type Move, type MoveOutcome, placeOf, type Refusal } from './store/moves.ts'
import type { LiveBook } from './view/create-book.ts'
import type { GridCommands } from './view/grid-props.ts'

export interface MoverOptions {
  book(): LiveBook | undefined
  commands(): GridCommands | undefined
  readonly holds: Holds
  readonly series: SeriesPrompt
}

/** Between the grid, which moves, and the server, which says whether: with overrides, and for those who want the answer. */
export interface Mover {
  /** The last move that was refused and has neither been dismissed nor followed by another. */
  readonly refusal: Accessor<Refusal | undefined>
  readonly dismiss: () => void
  readonly onMove: (move: Move) => Promise<MoveOutcome>
  readonly onRefused: (refusal: Refusal) => void
  /** Moves as if the card had been dropped there. */
  readonly move: (id: string, place: Place, override?: Override) => void
  /** The same for whoever shows a refusal in a place of its own; the card may be on a day that is not shown. */
  readonly ask: (card: Card, place: Place, override?: Override) => Promise<MoveOutcome>
}

export function createMover(options: MoverOptions): Mover {
  const [refusal, setRefusal] = createSignal<Refusal>()
  const overrides = new Map<string, Override>()
  const movedFrom = new Map<string, Place>()
  /** With how many sessions a move was last asked for: it is the same that a rule is set aside for. */
  const scopes = new Map<string, SeriesScope>()
  const asking = new Map<string, (outcome: MoveOutcome) => void>()

  function move(id: string, place: Place, override?: Override): void {
    setRefusal(undefined)
    if (override) overrides.set(id, override)
    options.commands()?.moveCard(id, place)
  }

  function askGrid(card: Card, place: Place, override?: Override): Promise<MoveOutcome> {
    return new Promise((resolve) => {
      asking.set(card.id, resolve)
      move(card.id, place, override)
    })
  }

  async function askServer(card: Card, place: Place, override?: Override): Promise<MoveOutcome> {
    const { id, version: expectedVersion } = card
    const clientMutationId = crypto.randomUUID()
    return put({ id, expectedVersion, clientMutationId, from: placeOf(card), to: place }, card, override)
  }

  async function put(wanted: Move, card: Card | undefined, override: Override | undefined): Promise<MoveOutcome> {
    if (card?.session) return putSession(wanted, card, override)
    if (card?.repeats && !override && !isTakenBack(wanted)) {
      const choice = await options.series.ask(card, wanted.to)
      if (choice.kind === 'kept') return choice
      if (choice.kind === 'changed') return { ...choice, kind: 'moved' }
    }
    await freeFor(card?.typeId, wanted.to)
    const outcome = await sendMove(wanted, override)
    if (outcome.kind === 'moved') movedFrom.set(wanted.id, wanted.from)
    return outcome
  }

  async function putSession(wanted: Move, card: Card, override: Override | undefined): Promise<MoveOutcome> {
    if (!override) scopes.delete(wanted.id)
    if (card.repeats && !override && !isTakenBack(wanted)) {
      const choice = await options.series.ask(card, wanted.to)
      if (choice.kind === 'kept') return choice
      if (choice.kind === 'scope') scopes.set(wanted.id, choice.scope)
    }
    const outcome = await sendSessionMove(wanted, scopes.get(wanted.id) ?? 'THIS', override)
    if (outcome.kind !== 'moved') return outcome
    const { others = 0 } = outcome
    if (others === 0) movedFrom.set(wanted.id, wanted.from)
    else showToast({ text: `${card.clientName}: ${others + 1} sessions moved.` })
    return outcome
  }

  /** Back to where it was moved from, alone: there is nothing to ask again. */
  function isTakenBack({ id, to }: Move): boolean {
    const from = movedFrom.get(id)
    return from !== undefined && isSamePlace(from, to)
  }

  /** What was held for this move gives way to it; the move itself says so when somebody was quicker. */
  async function freeFor(typeId: string | undefined, place: Place): Promise<void> {
    const held = typeId === undefined ? undefined : options.holds.at({ place, typeId })
    if (held) await options.holds.release(held)
  }

  return {
    refusal,
    dismiss: () => setRefusal(undefined),
    move,
    async onMove(wanted) {
      setRefusal(undefined)
      const override = overrides.get(wanted.id)
      overrides.delete(wanted.id)
      const outcome = await put(wanted, options.book()?.truth().cards.get(wanted.id), override)
      asking.get(wanted.id)?.(outcome)
      if (outcome.kind === 'moved' || outcome.kind === 'kept') asking.delete(wanted.id)
      return outcome
    },
    onRefused(refused) {
      if (!asking.delete(refused.move.id)) setRefusal(refused)
    },
    async ask(card, place, override) {
      const book = options.book()
      if (isSamePlace(card, place)) return { kind: 'moved', card }
      if (book?.pending().has(card.id)) return { kind: 'failed', message: 'The last move is still being saved.' }
      return book?.truth().cards.has(card.id) ? askGrid(card, place, override) : askServer(card, place, override)
    },
  }
}
