import { type Accessor, batch, createMemo, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { asFailure, type RequestFailed } from '../api/failure.ts'
import { type Card, type Hold, type Place, resourcesOf } from '../calendar/store/book.ts'
import type { Alternative } from '../calendar/store/moves.ts'
import type { LiveBook } from '../calendar/view/create-book.ts'
import type { BookAppointmentInput, ConfirmHoldInput } from '../generated/graphql.ts'
import type { Holds } from '../holds/create-holds.ts'
import { sendConfirmation } from '../holds/send-hold.ts'
import { ruleOf } from '../repeat/repeat.ts'
import { createSeriesPlan, type SeriesPlan, type SeriesWish } from '../series/create-series-plan.ts'
import { createRehearsal, isSameQuestion, type RehearsalQuestion } from './create-rehearsal.ts'
import { createWanted, type WantedOptions, type WantedPlace } from './create-wanted.ts'
import { type Draft, type DraftField, entriesOf, fieldOf } from './draft.ts'
import { cardOfDraft, inputOfDraft } from './draft-card.ts'
import { type EntryProblems, entryProblemsOf } from './entry-problems.ts'
import { makeIds } from './make-ids.ts'
import { type Override, overrideInput, type Refused } from './refusal.ts'
import { sendBooking, sendNewClient } from './send-booking.ts'

export interface BookingOptions extends WantedOptions {
  book(): LiveBook
  readonly holds: Holds
  /** With how many in all, where it is a series. */
  onBooked(card: Card, count?: number): void
}

/** An appointment being booked: what is entered, what that comes to, and what stands against it. */
export interface Booking extends WantedPlace {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly problem: (field: DraftField) => string | undefined
  /** What stands against it and belongs to no field. */
  readonly loose: Accessor<readonly string[]>
  readonly refused: Accessor<Refused | undefined>
  readonly failure: Accessor<RequestFailed | undefined>
  /** What is held of ours and is just what is entered: booking makes the appointment of it. */
  readonly held: Accessor<Hold | undefined>
  /** Holds what is entered, or the same elsewhere, which is then entered. */
  readonly hold: (instead?: Alternative) => Promise<void>
  /** Why it could not be held. */
  readonly holdProblem: Accessor<string | undefined>
  readonly busy: Accessor<boolean>
  /** Whether anything that was entered would be lost. */
  readonly isDirty: () => boolean
  /** Books what is entered, or the same elsewhere. */
  readonly series: SeriesPlan
  readonly submit: (instead?: Alternative, override?: Override) => Promise<void>
}

export function createBooking(first: Draft, options: BookingOptions): Booking {
  const [draft, setDraft] = createStore<Draft>({ ...first })
  const [entryProblems, setEntryProblems] = createSignal<EntryProblems>({})
  const [failure, setFailure] = createSignal<RequestFailed>()
  const [busy, setBusy] = createSignal(false)
  const wanted = createWanted(draft, options)
  const holdOf = (place: Place | undefined) => place && options.holds.at({ place, typeId: draft.typeId })
  const held = createMemo(() => holdOf(wanted.place()))
  const [holdProblem, setHoldProblem] = createSignal<string>()
  const repeats = () => draft.repeat.kind !== 'never'
  const series = createSeriesPlan(createMemo(() => wishOf(draft, wanted.place(), options)))
  const question = createMemo(
    () => (repeats() ? undefined : questionOf(draft, wanted.place(), options, held())),
    undefined,
    {
      equals: isSameQuestion,
    },
  )
  const rehearsal = createRehearsal(question, rehearse)
  const ids = makeIds()

  async function submit(instead?: Alternative, override?: Override): Promise<void> {
    const place = instead ?? wanted.place()
    const found = entryProblemsOf(draft, place)
    setFailure(undefined)
    setEntryProblems(found)
    if (busy() || Object.keys(found).length > 0 || !place) return
    setBusy(true)
    try {
      const clientId = draft.client?.id ?? (await keepNewClient())
      if (!clientId) return
      if (repeats() && !instead) await bookSeries(clientId, place)
      else await book(clientId, place, override)
    } catch (reason) {
      setFailure(asFailure(reason))
    } finally {
      setBusy(false)
    }
  }

  /** Puts a new client into the book, whatever becomes of the appointment. */
  async function keepNewClient(): Promise<string | undefined> {
    const entries = { ...draft.newClient! }
    const answer = await sendNewClient(entries, ids.of(entries))
    if ('client' in answer) {
      setDraft({ client: answer.client, newClient: undefined })
      return answer.client.id
    }
    setEntryProblems(Object.fromEntries(answer.problems.map((each) => [fieldOf(each.path) ?? 'name', each.message])))
    return undefined
  }

  async function book(clientId: string, place: Place, override: Override | undefined): Promise<void> {
    const hold = holdOf(place)
    const input = inputFor(draft, clientId, place, { hold, holds: options.holds, override })
    const id = ids.of(input)
    const live = options.book()
    live.begin({ id, place, clientMutationId: id, card: cardOfDraft(draft, place, wanted.type()!, id) })
    try {
      const answer = await sendEither({ ...input, clientMutationId: id })
      ids.forget()
      if ('problems' in answer) return rehearsal.tell(answer)
      batch(() => {
        live.apply({ kind: 'answer', card: answer })
        live.settle(id)
        if (hold) options.holds.done(hold)
      })
      options.onBooked(answer)
    } finally {
      live.settle(id)
    }
  }

  async function bookSeries(clientId: string, place: Place): Promise<void> {
    const input = series.inputFor({
      first: inputOfDraft(draft, clientId, place),
      rrule: ruleOf(draft.repeat, draft.date)!,
    })
    const id = ids.of(input)
    const live = options.book()
    live.own(id)
    const { report, cards } = await series.book({ ...input, clientMutationId: id })
    ids.forget()
    const [first] = cards
    if (report.isRefused || !first) return
    live.apply({ kind: 'answer', card: first })
    options.onBooked(first, cards.length)
  }

  async function hold(instead?: Alternative): Promise<void> {
    const place = instead ?? wanted.place()
    if (busy() || !place) return
    setBusy(true)
    const outcome = await options.holds.hold({ place, typeId: draft.typeId })
    batch(() => {
      setBusy(false)
      setHoldProblem('problem' in outcome ? outcome.problem : undefined)
      if (!('hold' in outcome)) return
      rehearsal.tell(undefined)
      setDraft(entriesOf(outcome.hold, options.zone))
    })
  }

  return {
    ...wanted,
    draft,
    set(change) {
      setDraft(change)
      setEntryProblems({})
      setFailure(undefined)
      setHoldProblem(undefined)
    },
    problem: (field) => entryProblems()[field] ?? messagesOf(rehearsal.answer(), field),
    loose: () => (question() ? looseOf(rehearsal.answer()) : wanted.guess()),
    refused: rehearsal.answer,
    failure,
    series,
    held,
    hold,
    holdProblem,
    busy,
    isDirty: () => draft.client !== undefined || draft.newClient !== undefined || draft.notes !== '',
    submit,
  }
}

/** Undefined while the server has nothing to judge: there is no client yet, or no time. */
function questionOf(
  draft: Draft,
  place: Place | undefined,
  { book, holds }: BookingOptions,
  hold: Hold | undefined,
): RehearsalQuestion<EitherInput> | undefined {
  if (!draft.client || !place) return undefined
  const { byResource, holdsByResource } = book().truth()
  const input = inputFor({ ...draft, notes: '' }, draft.client.id, place, { hold, holds })
  const stand = resourcesOf(place).flatMap((id) => [byResource.get(id), holdsByResource.get(id)])
  return { input, stand }
}

/** Undefined while it does not repeat, or there is nothing to judge yet. */
function wishOf(draft: Draft, place: Place | undefined, { book }: BookingOptions): SeriesWish | undefined {
  const rrule = ruleOf(draft.repeat, draft.date)
  if (rrule === undefined || !draft.client || !place) return undefined
  const { cursor } = book().truth()
  return { first: inputOfDraft({ ...draft, notes: '' }, draft.client.id, place), rrule, stand: [cursor] }
}

type EitherInput = BookAppointmentInput | ConfirmHoldInput

interface Proof {
  readonly hold: Hold | undefined
  readonly holds: Holds
  readonly override?: Override
}

/** What is held already is confirmed; anything else is booked. */
function inputFor(draft: Draft, clientId: string, place: Place, { hold, holds, override }: Proof): EitherInput {
  const token = hold && holds.tokenOf(hold)
  if (!hold || token === undefined) return inputOfDraft(draft, clientId, place, override)
  return { id: hold.id, token, clientId, notes: draft.notes.trim() || null, ...overrideInput(override) }
}

function sendEither(input: EitherInput): Promise<Card | Refused> {
  return 'token' in input ? sendConfirmation(input) : sendBooking(input)
}

/** Why it could not be booked now; nothing is written. */
async function rehearse(input: EitherInput): Promise<Refused | undefined> {
  const answer = await sendEither({ ...input, validateOnly: true })
  return 'problems' in answer ? answer : undefined
}

function messagesOf(refused: Refused | undefined, field: DraftField): string | undefined {
  const own = refused?.problems.filter((each) => fieldOf(each.path) === field)
  return own?.map((each) => each.message).join(' ') || undefined
}

function looseOf(refused: Refused | undefined): readonly string[] {
  return refused?.problems.filter((each) => fieldOf(each.path) === undefined).map((each) => each.message) ?? []
}
