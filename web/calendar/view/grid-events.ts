import type { Direction } from '../drag/create-drag.ts'
import type { Part } from '../drag/drag.ts'
import type { Hit } from '../layout/hit.ts'
import type { Card } from '../store/book.ts'
import type { Grid } from './create-grid.ts'
import { gridKey } from './grid-keys.ts'
import { findHold } from './grid-nodes.ts'
import { holdAt } from './holds.tsx'
import { buttonUnder, columnUnder, holdUnder, slotUnder } from './under.ts'

export interface GridEvents {
  onClick(event: MouseEvent): void
  onFocusIn(event: FocusEvent): void
  onKeyDown(event: KeyboardEvent): void
}

/** What clicks and keys do; one set of listeners for the whole grid. */
export function makeGridEvents(grid: Grid): GridEvents {
  const { props, drag, cursor } = grid

  function onClick(event: MouseEvent): void {
    if (drag.takeClick() || grid.sweep.takeClick()) return
    const slot = slotUnder(grid, event)
    if (drag.draft()) {
      if (slot) drag.aim(slot)
      return
    }
    const button = buttonUnder(event.target)
    const hold = holdUnder(event.target)
    if (hold) openHold(hold, slot)
    else if (button) props.onOpenCard?.(button.dataset.card!, button)
    else if (slot) pick(slot)
  }

  function openHold(block: HTMLElement, slot: Hit | undefined): void {
    if (slot) cursor.set({ index: slot.column.index, at: slot.at })
    props.onOpenHold?.(block.dataset.hold!, block)
  }

  function pick(slot: Hit): void {
    cursor.set({ index: slot.column.index, at: slot.at })
    grid.stop.focus({ preventScroll: true })
    props.onPickSlot?.({ resource: slot.column.resource, startsAt: slot.at })
  }

  function onFocusIn(event: FocusEvent): void {
    const button = buttonUnder(event.target)
    const column = button && columnUnder(grid, button)
    const card = button && grid.cardOf(button.dataset.card!)
    const current = cursor.cursor()
    if (!card || !column || (current.cardId === card.id && current.index === column.index)) return
    cursor.onCard(card, column)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isInHead(grid, event)) return
    const draft = drag.draft()
    const key = gridKey(event, draft?.by === 'keys')
    if (!key || draft?.by === 'pointer') return
    // A card is a button: its own click opens it.
    if (key.kind === 'act' && !draft && buttonUnder(event.target)) return
    event.preventDefault()
    if (key.kind === 'carry') carry(key.direction, 'whole')
    else if (key.kind === 'stretch') carry(key.direction, 'end')
    else if (key.kind === 'cursor') {
      cursor.move(key.move)
      grid.stop.focus()
    } else if (draft) drag.drop()
    else pickAtCursor()
  }

  function carry(direction: Direction, part: Part): void {
    const { index } = cursor.cursor()
    const card = cardAtCursor()
    const column = grid.columns()[index]
    if (!drag.draft() && card && column && mayEdit(grid)) drag.lift(card, column, part)
    drag.nudge(direction)
  }

  function cardAtCursor(): Card | undefined {
    const { cardId } = cursor.cursor()
    return cardId === undefined ? undefined : grid.cardOf(cardId)
  }

  function pickAtCursor(): void {
    const { index, at } = cursor.cursor()
    const column = grid.columns()[index]
    if (!column) return
    const hold = holdAt(grid, column, at)
    const block = hold && findHold(grid.nodes, hold.id)
    if (block) openHold(block, undefined)
    else props.onPickSlot?.({ resource: column.resource, startsAt: at })
  }

  return { onClick, onFocusIn, onKeyDown }
}

/** What stands in a column's head has keys of its own. */
function isInHead({ nodes }: Grid, event: Event): boolean {
  return event.target instanceof Node && nodes.head.contains(event.target)
}

/** Whether the viewer may move anything at all; which cards, the judge says. */
export function mayEdit(grid: Grid): boolean {
  const { rights } = grid.props.viewer
  return rights.has('edit_any_appointment') || rights.has('edit_own_appointments')
}
