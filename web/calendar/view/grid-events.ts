import { floorToStep } from '../layout/geometry.ts'
import { type Hit, hit } from '../layout/hit.ts'
import type { Card } from '../store/book.ts'
import type { Grid } from './create-grid.ts'
import { gridKey } from './grid-keys.ts'
import { measureGrid } from './grid-nodes.ts'

export interface GridEvents {
  onPointerDown(event: PointerEvent): void
  onClick(event: MouseEvent): void
  onFocusIn(event: FocusEvent): void
  onKeyDown(event: KeyboardEvent): void
}

/** One set of listeners for the whole grid. */
export function makeGridEvents(grid: Grid): GridEvents {
  const { props, drag, cursor, nodes } = grid

  function onPointerDown(event: PointerEvent): void {
    drag.takeClick()
    if (event.button !== 0 || event.pointerType === 'touch') return
    const card = cardUnder(event.target)
    if (card && mayEdit(grid)) drag.press(card, event)
  }

  function onClick(event: MouseEvent): void {
    if (drag.takeClick()) return
    const slot = slotUnder(event)
    if (drag.draft()) {
      if (slot) drag.aim(slot)
      return
    }
    const button = buttonUnder(event.target)
    if (button) props.onOpenCard?.(button.dataset.card!, button)
    else if (slot) pick(slot)
  }

  function onFocusIn(event: FocusEvent): void {
    const button = buttonUnder(event.target)
    const column = button && columnUnder(button)
    const card = button && grid.cardOf(button.dataset.card!)
    const current = cursor.cursor()
    if (!card || !column || (current.cardId === card.id && current.index === column.index)) return
    cursor.onCard(card, column)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const key = gridKey(event, drag.draft()?.by === 'keys')
    if (!key || drag.draft()?.by === 'pointer') return
    if (key.kind === 'act' && !drag.draft() && buttonUnder(event.target)) return
    event.preventDefault()
    if (key.kind === 'carry') carry(key.direction)
    else if (key.kind === 'cursor') {
      cursor.move(key.move)
      grid.stop.focus()
    } else if (drag.draft()) drag.drop()
    else pickAtCursor()
  }

  function carry(direction: Parameters<typeof drag.nudge>[0]): void {
    const { cardId, index } = cursor.cursor()
    const card = cardId === undefined ? undefined : grid.cardOf(cardId)
    const column = grid.columns()[index]
    if (!drag.draft() && card && column && mayEdit(grid)) drag.lift(card, column)
    drag.nudge(direction)
  }

  function pickAtCursor(): void {
    const { index, at } = cursor.cursor()
    const column = grid.columns()[index]
    if (column) props.onPickSlot?.({ resource: column.resource, startsAt: at })
  }

  function pick(slot: Hit): void {
    cursor.set({ index: slot.column.index, at: slot.at })
    grid.stop.focus({ preventScroll: true })
    props.onPickSlot?.({ resource: slot.column.resource, startsAt: slot.at })
  }

  function cardUnder(target: EventTarget | null): Card | undefined {
    const button = buttonUnder(target)
    return button && grid.cardOf(button.dataset.card!)
  }

  function columnUnder(button: HTMLElement) {
    const index = [...nodes.columns.children].indexOf(button.closest('.grid-column')!)
    return grid.columns()[index]
  }

  function slotUnder(event: MouseEvent): Hit | undefined {
    if (!(event.target instanceof Node && nodes.columns.parentElement?.contains(event.target))) return undefined
    const scroll = { x: nodes.scroller.scrollLeft, y: nodes.scroller.scrollTop }
    const measure = measureGrid(nodes, grid.columns().length, grid.minuteHeight())
    const found = hit({ x: event.clientX, y: event.clientY }, scroll, measure, grid.columns())
    return found && { column: found.column, at: floorToStep(found.at, grid.step()) }
  }

  return { onPointerDown, onClick, onFocusIn, onKeyDown }
}

/** Whether the viewer may move anything at all; which cards, the judge says. */
export function mayEdit(grid: Grid): boolean {
  const { rights } = grid.props.viewer
  return rights.has('edit_any_appointment') || rights.has('edit_own_appointments')
}

function buttonUnder(target: EventTarget | null): HTMLElement | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
  return button ?? undefined
}
