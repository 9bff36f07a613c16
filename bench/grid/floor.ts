import './floor.css'
import type { Contender } from './contender.ts'
import { type Card, clockText, columnWidth, type Day, firstMinute, hourHeight, lastMinute } from './day.ts'

/** The least a browser can do for such a day: one absolutely positioned div a card, and no library. */
export function makeContender(): Contender {
  const cards = new Map<string, HTMLElement>()
  return {
    scrollsItself: false,
    mount(host, day) {
      const root = box('floor')
      root.append(...headers(day), ...hours(), canvas(day, cards))
      host.append(root)
    },
    apply(changed) {
      for (const card of changed) place(cards.get(card.id)!, card)
    },
  }
}

function canvas(day: Day, cards: Map<string, HTMLElement>): HTMLElement {
  const element = box('canvas')
  for (const card of day.cards) {
    const child = box('card')
    child.style.background = `oklch(0.95 0.04 ${card.hue})`
    child.style.borderColor = `oklch(0.6 0.15 ${card.hue})`
    place(child, card)
    cards.set(card.id, child)
    element.append(child)
  }
  return element
}

function place(element: HTMLElement, card: Card): void {
  element.style.left = `${card.column * columnWidth + 2}px`
  element.style.top = `${((card.startMinute - firstMinute) * hourHeight) / 60}px`
  element.style.height = `${((card.endMinute - card.startMinute) * hourHeight) / 60 - 2}px`
  element.textContent = `${clockText(card.startMinute)} ${card.client}\n${card.type}`
}

function headers(day: Day): HTMLElement[] {
  return day.columns.map((column, at) => labelAt(column.name, 56 + at * columnWidth, 12))
}

function hours(): HTMLElement[] {
  const count = (lastMinute - firstMinute) / 60
  return Array.from({ length: count }, (_, at) => labelAt(clockText(firstMinute + at * 60), 8, 40 + at * hourHeight))
}

function labelAt(text: string, left: number, top: number): HTMLElement {
  const element = box('label')
  element.style.left = `${left}px`
  element.style.top = `${top}px`
  element.textContent = text
  return element
}

function box(className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  return element
}
