import { type Accessor, createEffect, on, onCleanup, onMount } from 'solid-js'

/** Brings the keyboard to where the grid's cursor is. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('.grid-body [tabindex="0"]')?.focus({ preventScroll: true })
}

/** A column that is drawn anew takes what had the focus with it: the focus then goes back to the grid's cursor. */
export function keepGridFocus(columns: Accessor<unknown>): void {
  let wasInGrid = false
  const listening = new AbortController()
  onMount(() => {
    const note = (event: FocusEvent) => {
      wasInGrid = event.target instanceof Element && event.target.closest('.grid-scroll') !== null
    }
    window.addEventListener('focusin', note, { signal: listening.signal })
  })
  onCleanup(() => listening.abort())
  const restore = () => wasInGrid && document.activeElement === document.body && focusGrid()
  createEffect(on(columns, () => queueMicrotask(restore), { defer: true }))
}
