import type { Face } from './card-face.ts'
import { ensureHue } from './hues.ts'

/** The cards of one column as the document has them. */
export interface CardNodes {
  /** Draws the faces: one button an id, kept as long as its card is here; only what differs is touched. */
  paint(faces: readonly Face[]): void
  find(id: string): HTMLButtonElement | undefined
}

interface Painted {
  readonly node: HTMLButtonElement
  face: Face
}

const mould = makeMould()

/** `onLost` is told of a card that goes while it has the focus. */
export function makeCardNodes(parent: HTMLElement, onLost: (id: string) => void): CardNodes {
  let painted = new Map<string, Painted>()
  return {
    paint(faces) {
      const focused = document.activeElement
      const next = new Map<string, Painted>()
      for (const face of faces) {
        const known = painted.get(face.id)
        const node = known?.node ?? makeNode(face.id)
        repaint(node, known?.face, face)
        next.set(face.id, { node, face })
      }
      for (const [id, { node }] of painted) {
        if (next.has(id)) continue
        node.remove()
        if (node === focused) onLost(id)
      }
      arrange(parent, next.values())
      if (focused instanceof HTMLElement && next.get(focused.dataset.card ?? '')?.node === focused) restore(focused)
      painted = next
    },
    find: (id) => painted.get(id)?.node,
  }
}

// The order in the document is the order of the day; what is in its place is not touched.
function arrange(parent: HTMLElement, painted: Iterable<Painted>): void {
  let place = parent.firstElementChild
  for (const { node } of painted) {
    if (node === place) place = place.nextElementSibling
    else parent.insertBefore(node, place)
  }
}

// A node that is moved loses its focus.
function restore(focused: HTMLElement): void {
  if (document.activeElement !== focused) focused.focus({ preventScroll: true })
}

function makeMould(): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  return button
}

function makeNode(id: string): HTMLButtonElement {
  const node = mould.cloneNode() as HTMLButtonElement
  node.dataset.card = id
  return node
}

function repaint(node: HTMLButtonElement, before: Face | undefined, face: Face): void {
  if (before === face) return
  if (before?.hue !== face.hue) ensureHue(face.hue)
  if (before?.className !== face.className) node.className = face.className
  if (before?.style !== face.style) node.style.cssText = face.style
  if (before?.time !== face.time) node.setAttribute('data-time', face.time)
  if (before?.more !== face.more) node.setAttribute('data-more', face.more)
  if (before?.label !== face.label) node.setAttribute('aria-label', face.label)
  if (before?.name !== face.name) node.textContent = face.name
}
