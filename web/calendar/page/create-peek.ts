import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

export interface Peek {
  readonly id: string
  readonly card: HTMLElement
}

export interface PeekControl {
  readonly peek: Accessor<Peek | undefined>
  /** The pointer has come to the peek itself, or has left it. */
  readonly keep: () => void
  readonly leave: () => void
}

/** Long enough not to flicker under a pointer that passes, or under keys that travel. */
const OPEN_MS = 450
/** Long enough to bring the pointer from the card to the peek. */
const CLOSE_MS = 220

/** Which card is being looked at: one the pointer rests on, or one the keyboard has come to. */
export function createPeek(area: () => HTMLElement): PeekControl {
  const [peek, setPeek] = createSignal<Peek>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const wait = (run: () => void, milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(run, milliseconds)
  }
  const close = () => {
    clearTimeout(timer)
    setPeek(undefined)
  }
  const look = (card: HTMLElement) => {
    const id = card.dataset.card
    if (id === undefined || peek()?.card === card) return clearTimeout(timer)
    wait(() => card.isConnected && setPeek({ id, card }), peek() ? OPEN_MS / 2 : OPEN_MS)
  }
  const leave = () => wait(close, CLOSE_MS)

  listen(area, { look, leave, close, isOpen: () => peek() !== undefined })
  onCleanup(() => clearTimeout(timer))
  return { peek, keep: () => clearTimeout(timer), leave }
}

interface PeekEars {
  look(card: HTMLElement): void
  leave(): void
  close(): void
  isOpen(): boolean
}

function listen(area: () => HTMLElement, ears: PeekEars): void {
  const listening = new AbortController()
  const { signal } = listening
  const on = (name: string, run: (event: Event) => void) => area().addEventListener(name, run, { signal })

  function onPointerOver(event: Event): void {
    const { pointerType, buttons } = event as PointerEvent
    if (pointerType === 'touch' || buttons > 0) return
    const card = cardUnder(event.target)
    if (card) ears.look(card)
    else ears.leave()
  }
  function onFocusIn(event: Event): void {
    const card = cardUnder(event.target)
    if (card?.matches(':focus-visible')) ears.look(card)
    else ears.close()
  }
  // Before the grid and the panels, to whom Escape means something else.
  function onKeyDown(event: KeyboardEvent): void {
    if (!ears.isOpen()) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
    }
    ears.close()
  }

  onMount(() => {
    on('pointerover', onPointerOver)
    on('pointerleave', ears.leave)
    on('pointerdown', ears.close)
    on('focusin', onFocusIn)
    on('focusout', ears.leave)
    area().addEventListener('scroll', ears.close, { signal, capture: true })
    window.addEventListener('keydown', onKeyDown, { signal, capture: true })
    window.addEventListener('blur', ears.close, { signal })
  })
  onCleanup(() => listening.abort())
}

function cardUnder(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-card]')) || undefined
}
