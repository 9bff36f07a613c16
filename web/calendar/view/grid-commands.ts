import { createEffect, createRoot } from 'solid-js'
import { MINUTE } from '../../../domain/interval.ts'
import { columnOf } from '../layout/columns.ts'
import type { Card } from '../store/book.ts'
import type { Grid } from './create-grid.ts'
import { mayEdit } from './grid-events.ts'
import type { GridCommands } from './grid-props.ts'
import type { LiveColumn } from './live-columns.ts'

export function makeCommands(grid: Grid): GridCommands {
  function homeOf(card: Card): LiveColumn | undefined {
    const home = columnOf(grid.columns(), card.therapistId, card.startsAt)
    const room = card.roomId === null ? undefined : columnOf(grid.columns(), card.roomId, card.startsAt)
    return grid.columns()[(home ?? room)?.index ?? -1]
  }

  function focusCard(id: string): Card | undefined {
    const card = grid.cardOf(id)
    const column = card && homeOf(card)
    if (!card || !column) return undefined
    grid.cursor.onCard(card, column)
    grid.stop.focus()
    return card
  }

  return {
    liftCard(id) {
      const card = focusCard(id)
      const column = card && homeOf(card)
      if (card && column && mayEdit(grid)) grid.drag.lift(card, column, 'whole')
    },
    bringNew(makeCard, pointer) {
      if (mayEdit(grid)) grid.drag.bring(makeCard, pointer)
    },
    liftNew(makeCard, onEnd) {
      const { at, index } = grid.cursor.cursor()
      const here = grid.columns()[index]
      if (!here || !mayEdit(grid) || grid.drag.draft()) return onEnd()
      const card = makeCard({ column: here, at })
      const column = homeOf(card) ?? here
      grid.cursor.set({ index: column.index, at: card.startsAt })
      grid.stop.focus()
      grid.drag.lift(card, column, 'whole')
      whenLetGo(grid, onEnd)
    },
    moveCard(id, place) {
      const card = grid.cardOf(id)
      if (card) void grid.moves.perform(card, place)
    },
    focusCard: (id) => void focusCard(id),
    showInstant(at) {
      const column = grid.columns().find(({ day }) => day.start <= at && at < day.end)
      if (!column) return
      const { scroller } = grid.nodes
      scroller.scrollTop = ((at - column.day.start) / MINUTE) * grid.minuteHeight() - scroller.clientHeight / 3
    },
    undo: () => grid.moves.undoLast(),
    offerUndo: grid.moves.offerUndo,
    say: grid.announcer.say,
  }
}

/** Calls back once nothing is in hand any more. */
function whenLetGo(grid: Grid, onEnd: () => void): void {
  createRoot((dispose) =>
    createEffect(() => {
      if (grid.drag.draft()) return
      dispose()
      onEnd()
    }),
  )
}
