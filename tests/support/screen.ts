import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect } from 'vitest'
import { changeOf } from '../../web/calendar/read-day.ts'
import { applyChange, applySnapshot, type LoggedChange } from '../../web/calendar/store/apply-change.ts'
import {
  type Book,
  byStart,
  type Card,
  makeBook,
  type Place,
  resourcesOf,
  type Snapshot,
} from '../../web/calendar/store/book.ts'
import { type CalendarFields, toSnapshot } from '../../web/calendar/store/from-graphql.ts'
import { CalendarChangedDocument, type CalendarChangedSubscription } from '../../web/generated/graphql.ts'
import { type LiveConnection, makeLiveConnection } from '../../web/live/make-connection.ts'
import { ask } from './app.ts'
import type { Chance } from './chance.ts'
import { layLine, type Wire } from './wire.ts'

/** An appointment with everything a card shows. */
export const CARD = `__typename id version status startsAt endsAt client { id name } therapist { id } room { id }
  type { id name hue } bufferBeforeMinutes bufferAfterMinutes overbooked overriddenRules confirmedAt originalStartsAt notes
  mark { version state reply repliedAt lateMinutes unread }`

/** A session with everything a card shows. */
export const SESSION = `__typename id version title startsAt endsAt facilitators { id } room { id } capacity placesTaken
  placesVersion publishStatus overriddenRules standing: status
  event { id kind rrule publishStatus facilitators { id } }`

const HOLD = `id version startsAt endsAt expiresAt extended therapist { id } room { id } type { id name } heldBy { name }`

const READING = `query ($from: DateTime!, $to: DateTime!, $resourceIds: [ID!]) {
  calendar(from: $from, to: $to, resourceIds: $resourceIds) { cursor appointments { ${CARD} } sessions { ${SESSION} } holds { ${HOLD} }
    openHours { resourceId startsAt endsAt } closures { name startsAt endsAt } } }`

export interface Watched {
  readonly from: string
  readonly to: string
  readonly resourceIds?: string[]
}

/** The way from a desk to the programs. */
export interface Network {
  /** One of the programs that are up. */
  address(): string
  /** Once there is something to connect to. */
  whenUp(): Promise<void>
}

export interface ScreenOptions {
  readonly proof: string
  readonly watched: Watched
  readonly network: Network
  readonly chance: Chance
}

/**
 * A page that shows part of the calendar, without its pixels: the real connection and the real book, with the changes
 * held back, shuffled and repeated on the way from one to the other. It needs `Wire` in the place of the browser's
 * WebSocket.
 */
export class Screen {
  /** What the server would not do, or said of the session: nothing, as long as nobody signs out. */
  readonly #refusals: string[] = []
  book: Book
  readonly #options: ScreenOptions
  readonly #wires = new Set<Wire>()
  readonly #live: LiveConnection
  readonly #end: () => void
  readonly #held: LoggedChange[] = []
  readonly #heard: LoggedChange[] = []
  #isCalm = false
  #readings = 0
  #meanwhile: LoggedChange[] | undefined
  readonly #onlookers = new Set<() => void>()

  static async open(options: ScreenOptions): Promise<Screen> {
    return new Screen(options, await readCalendar(options))
  }

  private constructor(options: ScreenOptions, snapshot: Snapshot) {
    this.#options = options
    this.book = makeBook(snapshot)
    const { proof, network, watched } = options
    const line = { proof, wires: this.#wires, address: () => network.address(), onLost: () => void this.#return() }
    this.#live = makeLiveConnection({
      url: layLine(line),
      onSessionEnded: () => this.#refuse('the session ended'),
    })
    this.#end = this.#live.subscribe(CalendarChangedDocument, () => ({ ...watched, after: this.book.cursor }), {
      next: (data) => this.#take(data.calendarChanged),
      refused: (failure) => this.#refuse(`${failure.code}: ${failure.message}`),
    })
  }

  /** The socket ends without a word of farewell. */
  cut(): void {
    for (const wire of this.#wires) wire.terminate()
  }

  /** Its network is gone, and neither side knows. */
  die(): void {
    for (const wire of this.#wires) wire.die()
  }

  /** The page notices that nothing arrives any more. */
  notice(): void {
    this.#live.drop()
  }

  /** What a mutation of this page was answered. */
  answer(card: Card): void {
    this.#show(applyChange(this.book, { kind: 'answer', card }))
  }

  /** No more mischief on the way; everything held back arrives. */
  calm(): void {
    this.#isCalm = true
    this.#deliver()
    this.notice()
  }

  watches({ from, to }: Watched): boolean {
    const { watched } = this.#options
    return Date.parse(watched.from) <= Date.parse(from) && Date.parse(to) <= Date.parse(watched.to)
  }

  /** When that is so of the book, and no reading is under way. */
  async until(isSo: (book: Book) => boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = () => {
      if (this.#refusals.length > 0) reject(new Error(`the screen is no longer live: ${this.#refusals}`))
      if (!this.#meanwhile && isSo(this.book)) resolve()
    }
    this.#onlookers.add(look)
    look()
    await promise
    this.#onlookers.delete(look)
  }

  /** Compares what is shown with what a reader who has just come would see. */
  async expectTrue(): Promise<void> {
    const fresh = await readCalendar(this.#options)
    const shown = [...this.book.cards.values()].filter((card) => isIn(this.#options.watched, card)).sort(byStart)
    expect(shown).toEqual([...fresh.cards].sort(byStart))
    const columns = [...this.book.byResource].flatMap(([id, cards]) => cards.map((card) => `${id} ${card.id}`))
    const expected = [...this.book.cards.values()].flatMap((card) => resourcesOf(card).map((id) => `${id} ${card.id}`))
    expect(columns.sort()).toEqual(expected.sort())
    const held = [...this.book.holds.values()].filter((hold) => isIn(this.#options.watched, hold))
    expect(held.sort(byId)).toEqual([...fresh.holds].sort(byId))
  }

  close(): void {
    this.#end()
    for (const wire of this.#wires) wire.terminate()
  }

  #refuse(reason: string): void {
    this.#refusals.push(reason)
    this.#show(this.book)
  }

  async #return(): Promise<void> {
    await this.#options.network.whenUp()
    // The connection itself learns of the loss in this turn.
    await nextTurn()
    this.#live.hurry()
  }

  #take(told: CalendarChangedSubscription['calendarChanged']): void {
    const change = changeOf(told)
    if (!change) return void this.#readAgain()
    this.#held.push(change)
    this.#heard.push(change)
    this.#deliver()
  }

  /** In any order, and some again. */
  #deliver(): void {
    const { chance } = this.#options
    while (this.#held.length > 0 && (this.#isCalm || chance.happens(0.6))) {
      const [next] = this.#held.splice(chance.pick([...this.#held.keys()]), 1)
      this.#apply(next!)
      if (chance.happens(0.2)) this.#apply(chance.pick(this.#heard))
    }
  }

  #apply(change: LoggedChange): void {
    this.#meanwhile?.push(change)
    this.#show(applyChange(this.book, change))
  }

  #show(book: Book): void {
    this.book = book
    for (const look of this.#onlookers) look()
  }

  /** As the day's page does it: what is heard while it reads may be later than the reading. */
  async #readAgain(): Promise<void> {
    const mine = ++this.#readings
    this.#meanwhile = []
    const snapshot = await readCalendar(this.#options)
    if (mine !== this.#readings) return
    const later = this.#meanwhile
    this.#meanwhile = undefined
    this.#show(later.reduce(applyChange, applySnapshot(this.book, snapshot)))
  }
}

/** Asks until it is answered: a program that is stopped or has lost its database answers nobody. */
async function readCalendar({ network, proof, watched }: ScreenOptions): Promise<Snapshot> {
  for (;;) {
    const answer = await ask<{ calendar: Omit<CalendarFields, 'timeOff' | 'externalBusy'> }>(
      { url: network.address() },
      proof,
      READING,
      { ...watched },
    ).catch(() => undefined)
    if (answer?.data && !answer.errors)
      return toSnapshot({ ...answer.data.calendar, timeOff: [], externalBusy: [] }, [])
    await network.whenUp()
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function isIn({ from, to, resourceIds }: Watched, place: Place): boolean {
  if (place.startsAt >= Date.parse(to) || place.endsAt <= Date.parse(from)) return false
  return resourceIds === undefined || resourcesOf(place).some((id) => resourceIds.includes(id))
}
