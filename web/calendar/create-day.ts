import { type Accessor, batch, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { dayInterval, type LocalDate } from '../../domain/zone.ts'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import { waitBefore } from '../live/back-off.ts'
import { type CalendarChangeAnswer, subscribeCalendar } from '../live/connection.ts'
import { type ClinicFacts, changeOf, readDay, windowOf } from './read-day.ts'
import type { LoggedChange } from './store/apply-change.ts'
import { createBook, type LiveBook } from './view/create-book.ts'

export interface ShownDay {
  readonly date: LocalDate
  readonly book: LiveBook
}

export interface Day {
  /** The day on the screen: the last that was read, whatever day is asked for meanwhile. */
  readonly shown: Accessor<ShownDay | undefined>
  readonly facts: Accessor<ClinicFacts | undefined>
  /** Why the day asked for could not be read. */
  readonly failure: Accessor<RequestFailed | undefined>
  /** Why this day is no longer followed, though the connection stands. */
  readonly refusal: Accessor<RequestFailed | undefined>
  readonly again: () => void
}

/** The book of one day, read once and followed from there. */
export function createDay(date: Accessor<LocalDate>, zone: string): Day {
  const [shown, setShown] = createSignal<ShownDay>()
  const [facts, setAllFacts] = createSignal<ClinicFacts | undefined>(undefined, { equals: saysTheSame })
  const setFacts = (fresh: ClinicFacts) => setAllFacts((before) => keepColumns(before, fresh))
  const [failure, setFailure] = createSignal<RequestFailed>()
  const [refusal, setRefusal] = createSignal<RequestFailed>()
  let stop = () => {}

  async function open(wanted: LocalDate): Promise<void> {
    setFailure(undefined)
    try {
      const { facts, snapshot } = await readDay(wanted, zone)
      if (wanted !== date()) return
      batch(() => {
        setFacts(facts)
        setShown({ date: wanted, book: createBook(snapshot) })
      })
    } catch (reason) {
      if (wanted === date()) setFailure(asFailure(reason))
    }
  }

  function followShown(day: ShownDay): void {
    const before = stop
    setRefusal(undefined)
    stop = follow(day, zone, { onFacts: setFacts, onRefused: setRefusal })
    // The socket stays open from one day to the next: the new subscription is there before the old one ends.
    before()
  }

  createEffect(on(date, (wanted) => void open(wanted)))
  createEffect(on(shown, (day) => day && followShown(day)))
  onCleanup(() => stop())
  return {
    shown,
    facts,
    failure,
    refusal,
    again: () => void open(date()),
  }
}

interface Follower {
  onFacts(facts: ClinicFacts): void
  onRefused(failure: RequestFailed): void
}

/** Applies what happens on the day, from the cursor of its book on; returns what ends it. */
function follow(day: ShownDay, zone: string, { onFacts, onRefused }: Follower): () => void {
  const { book } = day
  const window = windowOf(dayInterval(day.date, zone))
  const again = makeReadAgain(day, zone, onFacts)

  function take(answer: CalendarChangeAnswer): void {
    const change = changeOf(answer)
    if (!change) return void again.read()
    again.heard(change)
    batch(() => {
      const own = answer.clientMutationId
      if (own && book.pending().has(own)) book.settle(own)
      book.apply(change)
    })
  }

  const end = subscribeCalendar(() => ({ ...window, after: book.truth().cursor }), { next: take, refused: onRefused })
  return () => {
    again.stop()
    end()
  }
}

// Read again in the background: what is on the screen, what has the focus and what is in hand stay.
function makeReadAgain({ date, book }: ShownDay, zone: string, onFacts: (facts: ClinicFacts) => void) {
  let latest = 0
  let attempt = 0
  let meanwhile: LoggedChange[] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const mine = ++latest
    meanwhile = []
    clearTimeout(timer)
    try {
      const { facts, snapshot } = await readDay(date, zone)
      if (mine !== latest) return
      attempt = 0
      batch(() => {
        onFacts(facts)
        book.replace(snapshot)
        // What was heard while it was read may be later than the reading.
        book.apply(...(meanwhile ?? []))
      })
      meanwhile = undefined
    } catch {
      // Whatever the cause, the screen is not right until this has succeeded; the badge tells of a lost connection.
      if (mine === latest) timer = setTimeout(() => void read(), waitBefore(attempt++, Math.random()))
    }
  }

  return {
    read,
    heard: (change: LoggedChange) => void meanwhile?.push(change),
    stop() {
      latest++
      clearTimeout(timer)
    },
  }
}

/** A column that says the same stays the same, so that what is drawn of it stays. */
function keepColumns(before: ClinicFacts | undefined, fresh: ClinicFacts): ClinicFacts {
  const known = new Map(before?.resources.map((each) => [each.id, each]))
  const kept = fresh.resources.map((each) => {
    const same = known.get(each.id)
    return same && saysTheSame(same, each) ? same : each
  })
  return { ...fresh, resources: kept }
}

function saysTheSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
