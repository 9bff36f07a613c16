import { batch } from 'solid-js'
import type { Card, Place } from '../store/book.ts'
import { isSamePlace, type Move, type MoveOutcome, placeOf, type Refusal } from '../store/moves.ts'
import { UNDO_SECONDS, type Undoable, undo, undoable } from '../undo/undo.ts'
import type { LiveBook } from './create-book.ts'

export interface MovesOptions {
  book(): LiveBook
  /** Asks the server. */
  onMove(move: Move): Promise<MoveOutcome>
  onRefused(refusal: Refusal): void
  /** Offers to take a move back, for the seconds given; the answer ends the offer. */
  onUndoable(text: string, seconds: number, takeBack: () => void): () => void
  onSettled(id: string): void
  say(text: string): void
  /** `2:30 PM with Dr. Chen`, with both ends where the length changes. */
  sayTarget(from: Place, to: Place): string
}

export interface Moves {
  /** Shows the card at its new place at once and asks the server; a refusal shows it where it was. */
  perform(card: Card, place: Place): Promise<void>
  /** Tells what was done and offers to take it back, by a press or by Ctrl+Z, as long as nothing else was done. */
  offerUndo(text: string, takeBack: () => void): void
  /** Takes the last thing back, if that was within the last seconds. */
  undoLast(): void
}

/** What was done last and can be taken back until then. */
interface LastDone {
  readonly until: number
  run(): void
}

export function createMoves(options: MovesOptions): Moves {
  let last: LastDone | undefined
  let endOffer = () => {}

  async function perform(card: Card, place: Place, isUndo = false): Promise<void> {
    const book = options.book()
    if (book.pending().has(card.id) || isSamePlace(card, place)) return
    const clientMutationId = crypto.randomUUID()
    const move = { id: card.id, expectedVersion: card.version, clientMutationId, from: placeOf(card), to: place }
    forget()
    book.begin({ id: card.id, place, clientMutationId })
    const outcome = await ask(move)
    batch(() => {
      if (outcome.kind === 'moved') book.apply({ kind: 'answer', card: outcome.card })
      book.settle(card.id)
    })
    options.onSettled(card.id)
    if (outcome.kind === 'moved') succeed(outcome, move, isUndo)
    else if (outcome.kind === 'kept')
      options.say(`Not moved. ${card.clientName} stays at ${options.sayTarget(card, card)}.`)
    else refuse({ ...outcome, move, card })
  }

  async function ask(move: Move): Promise<MoveOutcome> {
    try {
      return await options.onMove(move)
    } catch (reason) {
      return { kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) }
    }
  }

  function succeed({ card, others }: Extract<MoveOutcome, { kind: 'moved' }>, move: Move, isUndo: boolean): void {
    const where = options.sayTarget(move.from, card)
    if (isUndo) {
      options.say(`Undone: ${card.clientName} is back at ${where}.`)
      return
    }
    if (others) {
      options.say(
        `${card.clientName} moved to ${where}, with ${others} more of the ${card.session ? 'event' : 'series'}.`,
      )
      return
    }
    const entry = undoable(card, move.from)
    offerUndo(`${card.clientName} moved to ${where}.`, () => moveBack(entry))
  }

  function offerUndo(text: string, takeBack: () => void): void {
    forget()
    const done: LastDone = {
      until: Date.now() + UNDO_SECONDS * 1000,
      run() {
        if (last === done) forget()
        takeBack()
      },
    }
    last = done
    options.say(`${text} Control Z takes it back.`)
    endOffer = options.onUndoable(text, UNDO_SECONDS, done.run)
  }

  function forget(): void {
    endOffer()
    last = undefined
  }

  function refuse(refusal: Refusal): void {
    const reason = refusal.kind === 'refused' ? refusal.problems.map((each) => each.message).join(' ') : refusal.message
    const stays = options.sayTarget(refusal.move.from, refusal.move.from)
    options.say(`Not moved: ${reason} ${refusal.card.clientName} stays at ${stays}.`)
    options.onRefused(refusal)
  }

  function moveBack(entry: Undoable): void {
    const result = undo(entry, options.book().truth())
    if (result.kind === 'impossible') options.say(result.reason)
    else void perform(result.card, result.place, true)
  }

  return {
    perform: (card, place) => perform(card, place),
    offerUndo,
    undoLast() {
      if (last && Date.now() <= last.until) last.run()
      else options.say('There is nothing to undo.')
    },
  }
}
