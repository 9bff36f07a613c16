import type { Card } from '../../web/calendar/store/book.ts'
import { type AppointmentFields, toCard } from '../../web/calendar/store/from-graphql.ts'
import { type SessionFields, toSessionCard } from '../../web/calendar/store/session.ts'
import { ask } from './app.ts'
import type { Chance } from './chance.ts'
import { CARD, type Network, type Screen, SESSION } from './screen.ts'

/** What can be done to a book, with the words of success. */
const MUTATIONS = {
  bookAppointment: 'AppointmentBooked { appointment',
  moveAppointment: 'AppointmentMoved { appointment',
  cancelAppointment: 'AppointmentCancelled { appointment',
  setAppointmentStatus: 'AppointmentStatusSet { appointment',
  swapAppointments: 'AppointmentsSwapped { appointments',
  confirmHold: 'AppointmentBooked { appointment',
} as const

/** What can be done to a session of an event. */
const SESSIONS = {
  moveSession: 'SessionMoved { session',
  cancelSession: 'SessionCancelled { session',
  restoreSession: 'SessionRestored { session',
} as const

/** What can be done to a slot before it is an appointment. */
const HOLDING = {
  holdSlot: 'SlotHeld { token hold { id } }',
  extendHold: 'HoldExtended { hold { id } }',
  releaseHold: 'HoldReleased { hold { id } }',
} as const

type Mutation = keyof typeof MUTATIONS

/** Where and what a hand may book. */
export interface Desk {
  readonly proof: string
  readonly clientIds: readonly string[]
  readonly therapistIds: readonly string[]
  readonly roomIds: readonly string[]
  readonly typeId: string
  readonly starts: readonly number[]
}

interface HandOptions {
  readonly desk: Desk
  /** Where it sees what there is, which may be old, and where its answers go. */
  readonly screen: Screen
  readonly network: Network
  readonly chance: Chance
}

interface Result {
  readonly appointment?: AppointmentFields
  readonly appointments?: AppointmentFields[]
  readonly session?: SessionFields
  readonly hold?: { readonly id: string }
  readonly token?: string
}

const MINUTE = 60_000

/** Somebody at a screen who books, moves, swaps and cancels what is shown there, as chance has it. */
export class Hand {
  /** What succeeded, by name. */
  readonly done: Record<string, number> = {}
  readonly #options: HandOptions
  /** What it holds, as far as it knows. */
  readonly #holds: { readonly id: string; readonly token: string }[] = []

  /** Sessions that it has cancelled. */
  readonly #cancelled: Card[] = []

  constructor(options: HandOptions) {
    this.#options = options
  }

  async act(): Promise<void> {
    const { chance, screen } = this.#options
    const cards = [...screen.book.cards.values()]
    if (chance.happens(0.2)) return this.#hold()
    if (chance.happens(0.2)) return this.#actOnSession(cards)
    if (cards.length < 6 || chance.happens(0.25)) return this.#book()
    const appointments = cards.filter((card) => !card.session)
    if (appointments.length === 0) return this.#book()
    const card = chance.pick(appointments)
    const deed = chance.pick(['move', 'move', 'moveAndBack', 'swap', 'swap', 'status', 'status', 'cancel'] as const)
    switch (deed) {
      case 'move':
        return void (await this.#move(card))
      case 'moveAndBack':
        return this.#moveAndBack(card)
      case 'swap':
        return this.#swap(appointments)
      case 'status':
        return this.#setStatus(card)
      case 'cancel':
        return void (await this.#send('cancelAppointment', { ...versionOf(card), reason: 'CLIENT' }))
    }
  }

  /** Moves, cancels or brings back what is run by some of the therapists. */
  async #actOnSession(cards: readonly Card[]): Promise<void> {
    const { chance } = this.#options
    const back = chance.happens(0.6) ? this.#cancelled.pop() : undefined
    if (back) return void (await this.#change('restoreSession', versionOf(back)))
    const sessions = cards.filter((card) => card.session)
    if (sessions.length === 0) return
    const session = chance.pick(sessions)
    if (chance.happens(0.25)) {
      const cancelled = await this.#change('cancelSession', versionOf(session))
      if (cancelled && chance.happens(0.5)) await this.#change('restoreSession', versionOf(cancelled))
      else if (cancelled) this.#cancelled.push(cancelled)
      return
    }
    const { therapistId, ...place } = this.#place()
    const facilitatorIds = [therapistId, chance.pick(this.#options.desk.therapistIds)]
    const people = chance.happens(0.5) ? {} : { facilitatorIds: [...new Set(facilitatorIds)] }
    await this.#change('moveSession', { ...versionOf(session), ...place, ...people })
  }

  async #change(mutation: keyof typeof SESSIONS, input: object): Promise<Card | undefined> {
    const result = await this.#ask(mutation, `${SESSIONS[mutation]} { ${SESSION} } }`, input)
    if (!result?.session) return undefined
    this.#note(mutation)
    const card = toSessionCard(result.session)
    this.#options.screen.answer(card)
    return card
  }

  async #book(): Promise<void> {
    const { desk, chance } = this.#options
    const whom = { clientId: chance.pick(desk.clientIds), typeId: desk.typeId }
    await this.#send('bookAppointment', { ...whom, ...this.#place() })
  }

  /** Holds a slot, or does something with one that it holds. */
  async #hold(): Promise<void> {
    const { desk, chance } = this.#options
    const mine = this.#holds.pop()
    if (!mine || chance.happens(0.3)) {
      if (mine) this.#holds.push(mine)
      const held = await this.#keep('holdSlot', { typeId: desk.typeId, ...this.#place() })
      if (held?.token) this.#holds.push({ id: held.hold.id, token: held.token })
      return
    }
    if (chance.happens(0.4))
      return void (await this.#send('confirmHold', { ...mine, clientId: chance.pick(desk.clientIds) }))
    const deed = chance.pick(['extendHold', 'releaseHold'] as const)
    if (deed === 'extendHold') this.#holds.push(mine)
    await this.#keep(deed, mine)
  }

  #place() {
    const { desk, chance } = this.#options
    const start = chance.pick(desk.starts)
    return {
      therapistId: chance.pick(desk.therapistIds),
      roomId: chance.happens(0.3) ? null : chance.pick(desk.roomIds),
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + chance.pick([15, 30, 45]) * MINUTE).toISOString(),
    }
  }

  #move(card: Card): Promise<Card[]> {
    return this.#send('moveAppointment', { ...versionOf(card), ...this.#place() })
  }

  /** The answer to the second may be here before the log tells of the first. */
  async #moveAndBack(card: Card): Promise<void> {
    const { startsAt, endsAt, therapistId, roomId } = card
    const back = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() }
    for (const moved of await this.#move(card))
      await this.#send('moveAppointment', { ...versionOf(moved), ...back, therapistId, roomId })
  }

  /** Two of one length, which fit into each other's place. */
  async #swap(cards: readonly Card[]): Promise<void> {
    const { chance } = this.#options
    const booked = cards.filter((card) => card.status === 'booked')
    if (booked.length < 2) return
    const first = chance.pick(booked)
    const fitting = booked.filter((card) => card.id !== first.id && lengthOf(card) === lengthOf(first))
    if (fitting.length === 0) return
    const second = chance.pick(fitting)
    await this.#send('swapAppointments', {
      firstId: first.id,
      firstExpectedVersion: first.version,
      secondId: second.id,
      secondExpectedVersion: second.version,
    })
  }

  async #setStatus(card: Card): Promise<void> {
    const { chance } = this.#options
    const status = chance.pick(['ARRIVED', 'BOOKED', 'BOOKED', 'NOSHOW', 'FULFILLED', 'ENTERED_IN_ERROR'])
    const change = chance.happens(0.4) ? { confirmed: chance.happens(0.7) } : { status }
    await this.#send('setAppointmentStatus', { ...versionOf(card), ...change })
  }

  /** Answers with the cards as they now are; with none when it was refused, or nobody knows what became of it. */
  async #send(mutation: Mutation, input: object): Promise<Card[]> {
    const result = await this.#ask(mutation, `${MUTATIONS[mutation]} { ${CARD} } }`, input)
    const cards = (result?.appointments ?? (result?.appointment ? [result.appointment] : [])).map(toCard)
    if (cards.length > 0) this.#note(mutation)
    for (const card of cards) this.#options.screen.answer(card)
    return cards
  }

  async #keep(
    mutation: keyof typeof HOLDING,
    input: object,
  ): Promise<(Required<Pick<Result, 'hold'>> & Result) | undefined> {
    const result = await this.#ask(mutation, HOLDING[mutation], input)
    if (!result?.hold) return undefined
    this.#note(mutation)
    return { ...result, hold: result.hold }
  }

  #note(mutation: string): void {
    this.done[mutation] = (this.done[mutation] ?? 0) + 1
  }

  /** Undefined when nobody knows what became of it. */
  async #ask(mutation: string, success: string, input: object): Promise<Result | undefined> {
    const { desk, network } = this.#options
    const query = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) {
      __typename ... on ${success} } }`
    const answer = await ask<Record<string, Result>>({ url: network.address() }, desk.proof, query, { input }).catch(
      () => undefined,
    )
    const error = answer?.errors?.[0]
    if (error && error.extensions.code !== 'INTERNAL') throw new Error(error.message)
    if (answer?.data && !error) return answer.data[mutation]
    await network.whenUp()
    return undefined
  }
}

function versionOf(card: Card) {
  return { id: card.id, expectedVersion: card.version }
}

function lengthOf(card: Card): number {
  return card.endsAt - card.startsAt
}
