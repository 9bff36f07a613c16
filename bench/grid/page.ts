import type { Contender } from './contender.ts'
import { type Card, type Day, makeDay, movedCard } from './day.ts'
import { type Frames, watchFrames } from './frames.ts'
import { frameEnd, timeToPaint } from './paint.ts'

const contenders: Record<string, () => Promise<{ makeContender: () => Contender }>> = {
  floor: () => import('./floor.ts'),
  ours: () => import('./ours.tsx'),
  'full-calendar': () => import('./full-calendar.ts'),
  'event-calendar': () => import('./event-calendar.ts'),
  'day-pilot': () => import('./day-pilot.ts'),
}

/** What bench.ts calls in the page; the figures are milliseconds. */
export interface BenchPage {
  mount(): Promise<number>
  changeOne(round: number): Promise<number>
  /** All at once, in one task. */
  changeAtOnce(count: number): Promise<number>
  /** As a socket delivers them: every change in a task of its own, all of them waiting in the queue. */
  changeInTurn(count: number): Promise<number>
  watchFrames(): void
  framesSeen(): Frames
  nextFrame(): Promise<void>
  elementCount(): number
  cardsShown(): number
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

const name = new URLSearchParams(location.search).get('who') ?? 'floor'
const contender = (await contenders[name]!()).makeContender()
const host = document.querySelector<HTMLElement>(contender.scrollsItself ? '#frame' : '#wide > div')!
if (contender.scrollsItself) host.replaceChildren()
const day = makeDay()
const paint = (act: () => unknown) => timeToPaint(host, act, (record) => contender.isOrnament?.(record) ?? false)

let framesOfNow: () => Frames = watchFrames()

window.bench = {
  mount: () => paint(() => contender.mount(host, day)),
  changeOne: (round) => paint(() => contender.apply([takeMove(day, 24 * (2 + round) + 2 * round, round + 1)])),
  changeAtOnce: (count) => paint(() => contender.apply(spread(count).map((at) => takeMove(day, at, 1)))),
  changeInTurn: (count) => paint(() => inTurn(spread(count))),
  watchFrames: () => {
    framesOfNow = watchFrames()
  },
  framesSeen: () => framesOfNow(),
  nextFrame: frameEnd,
  elementCount: () => host.querySelectorAll('*').length,
  cardsShown: () => day.cards.filter((card) => host.textContent?.includes(card.client)).length,
}

/** Cards from all over the grid. */
function spread(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at * 6 + 1)
}

function inTurn(cards: number[]): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = (message: MessageEvent<number>) => {
      contender.apply([takeMove(day, message.data, 1)])
      if (message.data === cards.at(-1)) resolve()
    }
    for (const at of cards) port2.postMessage(at)
  })
}

function takeMove(day: Day, at: number, round: number): Card {
  const moved = movedCard(day.cards[at]!, round)
  day.cards[at] = moved
  return moved
}
