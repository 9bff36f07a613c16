import { onCleanup, onMount } from 'solid-js'
import type { Part } from '../drag/drag.ts'
import { waitForHold } from '../drag/wait-for-hold.ts'
import type { Grid } from './create-grid.ts'
import { mayEdit } from './grid-events.ts'
import { findAll } from './grid-nodes.ts'
import { buttonUnder, hitUnder, holdUnder } from './under.ts'

export interface GridPointer {
  onPointerDown(event: PointerEvent): void
  onPointerOver(event: PointerEvent): void
  onPointerMove(event: PointerEvent): void
}

/** How near its ends a card is made longer instead of moved: people take hold of a card near its top, to move it. */
const START_PIXELS = 3
const END_PIXELS = 6
/** Lower ones are only moved. */
const LEAST_FOR_END = 30
const LEAST_FOR_START = 44

export function createGridPointer(grid: Grid): GridPointer {
  const { drag, nodes } = grid
  let twins: HTMLElement[] = []

  function onPointerDown(event: PointerEvent): void {
    drag.takeClick()
    grid.sweep.takeClick()
    if (event.button !== 0 || !mayEdit(grid) || drag.draft()) return
    const button = buttonUnder(event.target)
    const card = button && grid.cardOf(button.dataset.card!)
    if (event.pointerType !== 'touch') {
      const slot = button || holdUnder(event.target) ? undefined : hitUnder(grid, event)
      if (card) drag.press(card, event, partUnder(event))
      else if (slot) grid.sweep.press(event, slot)
    } else if (card) {
      waitForHold(event, () => {
        drag.press(card, event, 'whole')
        drag.send({ type: 'hold' })
      })
    }
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons > 0 || !mayEdit(grid)) return
    const button = buttonUnder(event.target)
    const part = partUnder(event)
    if (button && button.dataset.part !== part) button.dataset.part = part
  }

  // The same appointment in the column of its therapist and in that of its room.
  function onPointerOver(event: PointerEvent): void {
    const id = buttonUnder(event.target)?.dataset.card
    if (twins[0]?.dataset.card === id) return
    for (const twin of twins) delete twin.dataset.twin
    const all = id === undefined ? [] : findAll(nodes, id)
    twins = all.length > 1 ? all : []
    for (const twin of twins) twin.dataset.twin = ''
  }

  keepTouchFromScrolling(grid)
  return { onPointerDown, onPointerMove, onPointerOver }
}

function partUnder(event: PointerEvent): Part {
  const button = buttonUnder(event.target)
  if (!button) return 'whole'
  const height = button.clientHeight
  if (height >= LEAST_FOR_END && event.offsetY > height - END_PIXELS && event.offsetY <= height) return 'end'
  return height >= LEAST_FOR_START && event.offsetY < START_PIXELS && event.offsetY >= 0 ? 'start' : 'whole'
}

// A finger that holds a card moves the card, not the page, and asks for no menu.
function keepTouchFromScrolling({ drag, nodes }: Grid): void {
  const listening = new AbortController()
  const prevent = (event: Event) => {
    if (drag.draft()?.by === 'pointer') event.preventDefault()
  }
  onMount(() => {
    const { signal } = listening
    nodes.scroller.addEventListener('touchmove', prevent, { passive: false, signal })
    nodes.scroller.addEventListener('contextmenu', prevent, { signal })
  })
  onCleanup(() => listening.abort())
}
