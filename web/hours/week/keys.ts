import { type Block, DAY_MINUTES, type Span } from './block.ts'
import { nextLine, snap } from './geometry.ts'

export type BlockAction = { readonly kind: 'place'; readonly span: Span } | { readonly kind: 'remove' }

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a key does to the block that has the focus: arrows move it, with Shift its end, with Alt its beginning. */
export function actionOfKey(event: Pressed, block: Block, step: number): BlockAction | undefined {
  if (event.ctrlKey || event.metaKey) return undefined
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'remove' }
  const { weekday, start, end } = block
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const direction = event.key === 'ArrowDown' ? 1 : -1
    if (event.shiftKey) return placed({ weekday, start, end: nextLine(end, direction, step) })
    if (event.altKey) return placed({ weekday, start: nextLine(start, direction, step), end })
    const to = nextLine(start, direction, step)
    return placed({ weekday, start: to, end: to + end - start })
  }
  if (event.shiftKey || event.altKey) return undefined
  if (event.key === 'ArrowLeft') return placed({ weekday: weekday - 1, start, end })
  return event.key === 'ArrowRight' ? placed({ weekday: weekday + 1, start, end }) : undefined
}

/** Ctrl+Z, and the two that take it back. */
export function historyOfKey(event: Pressed): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : undefined
}

/** Whether a block can stand there at all. */
export function isWithinWeek({ weekday, start, end }: Span): boolean {
  return weekday >= 1 && weekday <= 7 && start >= 0 && start < end && end <= DAY_MINUTES
}

/** Where hours added to a day begin: in the morning, or after the last that are there. */
export function freshSpan(weekday: number, blocks: readonly Block[], step: number): Span | undefined {
  const last = Math.max(0, ...blocks.filter((each) => each.weekday === weekday).map((each) => each.end))
  if (last >= DAY_MINUTES) return undefined
  const start = last === 0 ? 9 * 60 : Math.min(DAY_MINUTES - step, snap(last + 60, step))
  return { weekday, start: Math.max(start, last), end: start < 17 * 60 ? 17 * 60 : DAY_MINUTES }
}

function placed(span: Span): BlockAction {
  return { kind: 'place', span }
}
