import type { Direction } from '../drag/create-drag.ts'
import type { CursorMove } from '../layout/cursor.ts'

export type GridKey =
  | { readonly kind: 'cursor'; readonly move: CursorMove }
  | { readonly kind: 'carry'; readonly direction: Direction }
  | { readonly kind: 'stretch'; readonly direction: 'up' | 'down' }
  | { readonly kind: 'act' }

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'before',
  ArrowRight: 'after',
}

const JUMPS: Readonly<Record<string, CursorMove>> = {
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

/** What a key means to the grid; undefined when it means nothing and must be left to the browser. */
export function gridKey(event: KeyboardEvent, isCarrying: boolean): GridKey | undefined {
  const arrow = ARROWS[event.key]
  const hasControl = event.ctrlKey || event.metaKey
  if (event.shiftKey) return undefined
  if (hasControl && event.altKey)
    return arrow === 'up' || arrow === 'down' ? { kind: 'stretch', direction: arrow } : undefined
  if (arrow && !hasControl) {
    return event.altKey || isCarrying ? { kind: 'carry', direction: arrow } : { kind: 'cursor', move: arrow }
  }
  if (event.altKey || isCarrying) return isAct(event) && isCarrying && !hasControl ? { kind: 'act' } : undefined
  if (hasControl && event.key === 'Home') return { kind: 'cursor', move: 'top' }
  if (hasControl && event.key === 'End') return { kind: 'cursor', move: 'bottom' }
  if (hasControl) return undefined
  const jump = JUMPS[event.key]
  if (jump) return { kind: 'cursor', move: jump }
  return isAct(event) ? { kind: 'act' } : undefined
}

function isAct(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' '
}

/** Whether the keys typed there are text and so none of our business. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

export function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z'
}
